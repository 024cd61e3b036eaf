package org.kontor.core.documents.imports;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.labels.Label;

/// A row of a file; `line` is where it begins, from 1. Cells at the places `exact` are in the form for machines, as a spreadsheet keeps numbers and days; all others
/// are as people write. With a `flaw` it can't be read into cells: then its only cell is the line as it stands.
record SheetRow(long line, List<String> cells, Set<Integer> exact, Optional<Label> flaw) {

    SheetRow(long line, List<String> cells, Optional<Label> flaw) {
        this(line, cells, Set.of(), flaw);
    }

    boolean blank() {
        return flaw.isEmpty() && cells.stream().allMatch(String::isBlank);
    }

    /// The text of a cell; empty where the row is shorter than others.
    String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
