/// What was deleted, and the way back.
@NullMarked
package org.kontor.ui.shell.internal.trash;

import org.jspecify.annotations.NullMarked;
