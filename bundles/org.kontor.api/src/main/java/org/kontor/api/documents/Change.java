package org.kontor.api.documents;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.api.labels.Label;

/// What became of changing, moving, deleting or restoring a document.
public sealed interface Change {

    /// The document as it is now; unchanged and of the same version when there was nothing to change.
    record Changed(Document document) implements Change {}

    /// Somebody else changed the same fields meanwhile; `current` is the document as they left it. Nothing was written. To write one's own
    /// nevertheless, send the draft again [Draft#on] the version of `current`.
    record Conflict(Document current, List<Clash> clashes) implements Change {
        public Conflict {
            clashes = List.copyOf(clashes);
        }

        /// The ids of the fields both changed; `stage` stands for the stage.
        public Set<String> fields() {
            return clashes.stream().map(Clash::fieldId).collect(Collectors.toUnmodifiableSet());
        }
    }

    /// One field that both changed: what it was when the draft was begun, what they made of it, what the draft would. Of the field's kind, empty where there was or
    /// would be no value; for `stage` the ids of stages.
    record Clash(String fieldId, Optional<Object> base, Optional<Object> theirs, Optional<Object> mine) {}

    /// At least one reason, the most important first.
    record Refused(List<Refusal> reasons) implements Change {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /// The actor may see it but has no right to change it.
    record Denied(Label rule) implements Change {}

    /// There is no such document that the actor may see.
    record Missing() implements Change {}
}
