/// What is pinned to the top of a document's feed.
@NullMarked
package org.kontor.core.documents.pins;

import org.jspecify.annotations.NullMarked;
