package org.kontor.api.documents;

import java.util.List;
import java.util.Optional;
import org.kontor.api.events.Occurrence;

/// One line of a document's history: who did what when, and what it was before.
public record HistoryEntry(Occurrence occurrence, Act act, List<FieldDiff> fields, Optional<StageMove> stage) {

    public enum Act {
        CREATED,
        CHANGED,
        DELETED,
        RESTORED
    }

    /// A field's value before and after, of the field's kind; empty where there was or is none.
    public record FieldDiff(Field<?> field, Optional<Object> before, Optional<Object> after) {}
}
