/// The launcher and the bundles it starts.
@NullMarked
package org.kontor.launcher;

import org.jspecify.annotations.NullMarked;
