package org.kontor.api.documents;

import java.util.List;
import java.util.Set;
import org.kontor.api.labels.Label;

/// What became of changing, moving, deleting or restoring a document.
public sealed interface Change {

    /// The document as it is now; unchanged and of the same version when there was nothing to change.
    record Changed(Document document) implements Change {}

    /// Somebody else changed `fields` meanwhile (the id `stage` stands for the stage); `current` is theirs. Nothing was written.
    record Conflict(Document current, Set<String> fields) implements Change {
        public Conflict {
            fields = Set.copyOf(fields);
        }
    }

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
