package org.kontor.api.documents;

import java.util.List;

/// Documents by stage, in the order of the pipeline; every stage has a column, maybe an empty one.
public record Board(List<Column> columns) {

    /// The documents that entered the stage last, and how many there are in all.
    public record Column(Stage stage, Count count, List<Document> documents) {}
}
