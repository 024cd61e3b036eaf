/// Signing in and out.
@NullMarked
package org.kontor.ui.shell.internal.signin;

import org.jspecify.annotations.NullMarked;
