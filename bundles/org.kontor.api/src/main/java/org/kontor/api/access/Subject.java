package org.kontor.api.access;

import java.util.Optional;
import org.kontor.api.people.PersonId;

/// What rights ask about a document: its type, the stage it is in, whose it is, and whether it is available to everyone (ACL-11).
public record Subject(String typeId, Optional<String> stage, Optional<PersonId> owner, boolean open) {

    /// The same document in another stage.
    public Subject in(Optional<String> other) {
        return new Subject(typeId, other, owner, open);
    }
}
