package org.kontor.api.documents;

import java.util.List;
import java.util.Optional;
import org.kontor.api.people.Actor;
import org.osgi.annotation.versioning.ProviderType;

/// Stores, finds, guards and journals documents of every type.
///
/// A write checks rights, kinds and guards, writes the row and its journal entry in one transaction, or joins the one it is called in (a
/// reaction, a step). What an actor may not read does not exist for them. Methods throw [IllegalArgumentException] for a type or field
/// that does not exist.
@ProviderType
public interface Documents {

    /// Creates a document, in the initial stage unless `stage` says another. Who creates it becomes responsible unless the values
    /// name somebody.
    Creation create(String typeId, Values values, Optional<String> stage, Actor actor);

    /// As above, in the initial stage.
    default Creation create(String typeId, Values values, Actor actor) {
        return create(typeId, values, Optional.empty(), actor);
    }

    /// Creates many documents of a type in one transaction; the answers are in the order of `all`. A refused one does not stop
    /// the others.
    List<Creation> createAll(String typeId, List<Values> all, Actor actor);

    /// Changes values and stage. When somebody else changed other fields meanwhile, both changes are kept; when the same, it is a
    /// conflict.
    Change change(DocumentRef ref, Draft draft, Actor actor);

    /// Moves a document to the trash.
    Change delete(DocumentRef ref, Actor actor);

    /// Brings a document back from the trash.
    Change restore(DocumentRef ref, Actor actor);

    /// A document that is not in the trash.
    Optional<Document> get(DocumentRef ref, Actor actor);

    /// One page of documents.
    Slice find(Query query, Actor actor);

    /// How many documents pass a filter, counted up to `bound`.
    Count count(String typeId, Filter filter, int bound, Actor actor);

    /// Documents by stage, at most `perStage` of each, entered last first; counts up to 10,000.
    ///
    /// @throws IllegalArgumentException when the type has no pipeline
    Board board(String typeId, Filter filter, int perStage, Actor actor);

    /// The history of a document, newest first, at most `limit` entries before the journal position `before` (use
    /// [Long#MAX_VALUE] for the newest). Empty when the actor may not read it.
    List<HistoryEntry> history(DocumentRef ref, long before, int limit, Actor actor);
}
