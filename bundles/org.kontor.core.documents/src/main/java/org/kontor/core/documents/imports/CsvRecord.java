package org.kontor.core.documents.imports;

import java.util.List;
import java.util.Optional;
import org.kontor.api.labels.Label;

/// A record of a file; `line` is where it begins, from 1. With a `flaw` it can't be read into cells: then its only cell is the line as it
/// stands.
record CsvRecord(long line, List<String> cells, Optional<Label> flaw) {

    boolean blank() {
        return flaw.isEmpty() && cells.stream().allMatch(String::isBlank);
    }

    /// The text of a cell; empty where the record is shorter than others.
    String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
