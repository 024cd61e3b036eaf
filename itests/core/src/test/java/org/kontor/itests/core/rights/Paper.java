package org.kontor.itests.core.rights;

import java.util.Optional;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.people.PersonId;

/// A document as the model remembers it.
record Paper(DocumentRef ref, Optional<String> stage, Optional<PersonId> owner, boolean open, boolean deleted) {

    Paper in(Optional<String> other) {
        return new Paper(ref, other, owner, open, deleted);
    }

    Paper of(PersonId other) {
        return new Paper(ref, stage, Optional.of(other), open, deleted);
    }

    Paper thrownAway(boolean now) {
        return new Paper(ref, stage, owner, open, now);
    }
}
