/// The small pieces all pages are made of.
@NullMarked
package org.kontor.ui.shell.internal.parts;

import org.jspecify.annotations.NullMarked;
