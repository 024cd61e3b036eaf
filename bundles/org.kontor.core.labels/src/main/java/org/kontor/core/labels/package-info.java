/// The texts of all active bundles.
@NullMarked
package org.kontor.core.labels;

import org.jspecify.annotations.NullMarked;
