/// Documents that stand for the same: warnings while somebody types.
@NullMarked
package org.kontor.ui.shell.internal.duplicates;

import org.jspecify.annotations.NullMarked;
