/// The bell in the header.
@NullMarked
package org.kontor.notifications.ui.internal;

import org.jspecify.annotations.NullMarked;
