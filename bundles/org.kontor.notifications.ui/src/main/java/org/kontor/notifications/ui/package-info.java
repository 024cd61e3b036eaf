/// The bell in the header.
@NullMarked
package org.kontor.notifications.ui;

import org.jspecify.annotations.NullMarked;
