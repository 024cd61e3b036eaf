/// The first page after sign-in.
@NullMarked
package org.kontor.ui.shell.internal.home;

import org.jspecify.annotations.NullMarked;
