/// Filters as people build and read them.
@NullMarked
package org.kontor.ui.shell.internal.filters;

import org.jspecify.annotations.NullMarked;
