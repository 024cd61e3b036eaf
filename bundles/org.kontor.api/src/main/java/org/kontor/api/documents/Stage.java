package org.kontor.api.documents;

import java.util.Optional;
import java.util.Set;
import org.kontor.api.labels.Label;

/// A step on a document's way through a pipeline. `id` is unique in the document type, across its pipelines. `colour` is one of the theme's stage colours 1 to 8. The fields of
/// `requires` (by id) must have a value to enter or stay in it; from it a document may go to the stages of `next`, to any of its pipeline when that is absent.
public record Stage(String id, Label name, Meaning meaning, int colour, Set<String> requires, Optional<Set<String>> next) {
    public enum Meaning {
        INITIAL,
        IN_WORK,
        WON,
        LOST;

        /// Whether the way ends here.
        public boolean closed() {
            return this == WON || this == LOST;
        }
    }

    public Stage {
        if (colour < 1 || colour > 8) {
            throw new IllegalArgumentException("stage colour must be 1 to 8, not " + colour);
        }
        requires = Set.copyOf(requires);
        next = next.map(Set::copyOf);
    }

    public Stage(String id, Label name, Meaning meaning, int colour) {
        this(id, name, meaning, colour, Set.of(), Optional.empty());
    }
}
