package org.kontor.api.documents;

import java.time.Instant;
import java.util.Optional;
import org.kontor.api.people.PersonId;

/// A stored business item as it was read. `version` grows by one with every change; `stageSince` is when it entered its stage.
public record Document(
        DocumentRef ref,
        long version,
        Optional<String> stage,
        Optional<Instant> stageSince,
        Values values,
        Optional<PersonId> createdBy,
        Instant created,
        Instant changed) {

    /// The value of a field, if it has one.
    public <T> Optional<T> get(Field<T> field) {
        return values.get(field);
    }
}
