package org.kontor.core.documents.exports;

import java.io.IOException;
import java.util.List;
import org.kontor.api.documents.Document;

/// A file that is being written.
interface Target {
    void add(Document document, List<Cell> cells) throws IOException;

    /// Writes what belongs to the end of the file.
    void finish() throws IOException;
}
