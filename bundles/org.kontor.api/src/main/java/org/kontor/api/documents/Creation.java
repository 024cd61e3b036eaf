package org.kontor.api.documents;

import java.util.List;
import org.kontor.api.labels.Label;

/// What became of creating a document.
public sealed interface Creation {
    record Created(Document document) implements Creation {}

    /// At least one reason, the most important first.
    record Refused(List<Refusal> reasons) implements Creation {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /// The actor has no right to.
    record Denied(Label rule) implements Creation {}
}
