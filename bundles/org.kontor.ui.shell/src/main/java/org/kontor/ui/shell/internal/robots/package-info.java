/// The robots of a type's stages.
@NullMarked
package org.kontor.ui.shell.internal.robots;

import org.jspecify.annotations.NullMarked;
