/// Answers to requests that may come twice.
@NullMarked
package org.kontor.core.documents.once;

import org.jspecify.annotations.NullMarked;
