package org.kontor.core.documents.imports;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/// The rows of a file of any format, one after the other, the head among them. Whatever the file holds, few rows are in memory.
interface Records extends Closeable {

    /// @throws UnreadableFile when the file as a whole can't be read on
    Optional<SheetRow> next() throws IOException;

    /// Tells how many cells a row has in this file.
    default void expect(int columns) {}
}
