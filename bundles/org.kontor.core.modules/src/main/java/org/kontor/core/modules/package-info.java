/// Switches features on and off, and tells of bundles dropped by hand.
@NullMarked
package org.kontor.core.modules;

import org.jspecify.annotations.NullMarked;
