package org.kontor.api.documents;

import java.util.List;

/// Documents by stage, in the order of the pipeline; every stage has a column, maybe an empty one.
public record Board(List<Column> columns) {

    /// The documents that entered the stage last, how many there are in all, and sums over as many as were counted: when the count is not exact, so many
    /// at least, and the sums are those of the ones that entered last.
    public record Column(Stage stage, Count count, List<Document> documents, List<Total> totals) {
        public Column {
            documents = List.copyOf(documents);
            totals = List.copyOf(totals);
        }

        /// A column without sums.
        public Column(Stage stage, Count count, List<Document> documents) {
            this(stage, count, documents, List.of());
        }
    }
}
