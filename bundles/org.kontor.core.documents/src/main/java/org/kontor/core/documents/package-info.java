/// Stores, finds, guards and journals documents of every type.
@NullMarked
package org.kontor.core.documents;

import org.jspecify.annotations.NullMarked;
