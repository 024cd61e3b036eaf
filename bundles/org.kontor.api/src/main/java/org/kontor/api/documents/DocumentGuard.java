package org.kontor.api.documents;

import java.util.List;
import java.util.Optional;
import org.kontor.api.people.Actor;
import org.osgi.annotation.versioning.ConsumerType;

/// May refuse a write before it is committed. A service; asked for every write of its type, whoever writes.
///
/// Called inside the transaction: quick, without effects.
@ConsumerType
public interface DocumentGuard {

    /// The type it guards.
    String typeId();

    /// Reasons against the write; empty lets it pass. `before` is empty for a new document; `after` holds all values as they would
    /// be.
    List<Refusal> check(Optional<Document> before, Values after, Optional<String> stageAfter, Actor actor);
}
