/// The settings and their pages.
@NullMarked
package org.kontor.ui.shell.internal.settings;

import org.jspecify.annotations.NullMarked;
