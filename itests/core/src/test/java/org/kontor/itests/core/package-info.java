/// The core together with modules, in one process, on both databases.
@NullMarked
package org.kontor.itests.core;

import org.jspecify.annotations.NullMarked;
