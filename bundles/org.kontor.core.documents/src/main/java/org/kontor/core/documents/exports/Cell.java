package org.kontor.core.documents.exports;

import java.util.Optional;

/// One value of a document: what is stored, and as a text in the form asked for. Without a value the text is empty.
record Cell(Column column, Optional<Object> value, String text) {}
