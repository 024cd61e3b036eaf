/// Finding documents that stand for the same thing, and making one of them.
@NullMarked
package org.kontor.ui.shell.internal.duplicates;

import org.jspecify.annotations.NullMarked;
