/// Bringing files in.
@NullMarked
package org.kontor.ui.shell.internal.imports;

import org.jspecify.annotations.NullMarked;
