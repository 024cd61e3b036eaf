/// The files in fields of documents. Their versions are read from the journal, which has them all: nothing is kept twice.
@NullMarked
package org.kontor.core.documents.attachments;

import org.jspecify.annotations.NullMarked;
