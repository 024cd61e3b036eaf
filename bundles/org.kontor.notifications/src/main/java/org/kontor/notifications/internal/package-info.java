@NullMarked
package org.kontor.notifications.internal;

import org.jspecify.annotations.NullMarked;
