package org.kontor.api.documents;

import java.util.List;
import java.util.Optional;
import org.kontor.api.events.Occurrence;

/// One line of a document's history: who did what when, and what it was before. `others` are the documents that were merged into this one with it, or came back.
public record HistoryEntry(Occurrence occurrence, Act act, List<FieldDiff> fields, Optional<StageMove> stage, List<DocumentRef> others) {

    public enum Act {
        CREATED,
        CHANGED,
        DELETED,
        RESTORED,
        /// Somebody looked at a document of a sensitive type (see [SensitiveTypes]).
        VIEWED,
        /// Others were merged into it (see [Duplicates]).
        MERGED,
        /// A merge was taken back.
        UNMERGED,
        /// A line of its history was put on top of its feed (see [Pins]).
        PINNED,
        UNPINNED
    }

    /// A field's value before and after, of the field's kind; empty where there was or is none.
    public record FieldDiff(Field<?> field, Optional<Object> before, Optional<Object> after) {

        /// A draft that gives the field the value it had before.
        public Draft back() {
            return Draft.of(before.map(value -> Values.none().withAny(field, value)).orElseGet(() -> Values.none().cleared(field)));
        }
    }
}
