/// Rules that hold for the whole tree.
@NullMarked
package org.kontor.itests.architecture;

import org.jspecify.annotations.NullMarked;
