package org.kontor.api.documents;

import java.time.Instant;
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
    default List<Creation> createAll(String typeId, List<Values> all, Actor actor) {
        return createAll(typeId, all, Optional.empty(), actor);
    }

    /// As above, in the initial stage unless `stage` says another.
    List<Creation> createAll(String typeId, List<Values> all, Optional<String> stage, Actor actor);

    /// Changes values and stage. When somebody else changed other fields meanwhile, both changes are kept; when the same, it is a
    /// conflict.
    Change change(DocumentRef ref, Draft draft, Actor actor);

    /// As [#change], but only while the document is of the very version the draft expects: else a conflict, which names the fields both changed; there may be none.
    ///
    /// @throws IllegalArgumentException when the draft expects no version
    Change changeExactly(DocumentRef ref, Draft draft, Actor actor);

    /// Moves a document to the trash.
    Change delete(DocumentRef ref, Actor actor);

    /// As [#delete], but only while the document is of this version: else a conflict without clashes.
    Change delete(DocumentRef ref, long expectedVersion, Actor actor);

    /// Brings a document back from the trash.
    Change restore(DocumentRef ref, Actor actor);

    /// A document that is not in the trash.
    Optional<Document> get(DocumentRef ref, Actor actor);

    /// As [#get], for a person who is shown the whole document: of a sensitive type that is noted in its history (see [SensitiveTypes]).
    Optional<Document> view(DocumentRef ref, Actor actor);

    /// A document as it was at a moment, with the fields its type has today; empty when it did not exist then or was in the trash. Today's rights decide.
    /// Costs as much as there are later entries in its history.
    Optional<Document> asOf(DocumentRef ref, Instant moment, Actor actor);

    /// One page of documents.
    Slice find(Query query, Actor actor);

    /// How many documents pass a filter, counted up to `bound`.
    Count count(String typeId, Filter filter, int bound, Actor actor);

    /// Documents by stage, at most `perStage` of each, entered last first; counts up to 10,000.
    ///
    /// @throws IllegalArgumentException when the type has no pipeline
    default Board board(String typeId, Filter filter, int perStage, Actor actor) {
        return board(BoardQuery.of(typeId).where(filter).limited(perStage), actor);
    }

    /// Documents of a pipeline by stage, entered last first, with counts up to 10,000 and sums over what was counted. Two statements, whatever the board holds.
    ///
    /// @throws IllegalArgumentException when the type has no such pipeline, or a field that is to be summed up is neither a number nor money
    Board board(BoardQuery query, Actor actor);

    /// Counts and sums of documents in groups: for boards, funnels and reports. Stages and options of a choice come in their order, spans of time in theirs, other groups the
    /// largest first; the documents without a value last. Groups without documents are left out.
    ///
    /// @throws IllegalArgumentException when the field makes no groups
    List<Grouping.Group> groups(Grouping grouping, Actor actor);

    /// The history of a document, newest first, at most `limit` entries before the journal position `before` (use
    /// [Long#MAX_VALUE] for the newest). Empty when the actor may not read it.
    List<HistoryEntry> history(DocumentRef ref, long before, int limit, Actor actor);

    /// Takes back one entry of a document's history: values and stage become what they were before it, what it created goes to the trash, what it
    /// deleted comes back. When somebody changed the same fields since it is a conflict, and nothing is written.
    ///
    /// To bring back a whole former state instead, change the document with [Draft#back].
    ///
    /// @param position of the entry, from [HistoryEntry#occurrence]
    Change undo(DocumentRef ref, long position, Actor actor);

    /// An entry of a document's history.
    ///
    /// @param position from [HistoryEntry#occurrence]
    record Step(DocumentRef document, long position) {}

    /// Takes several entries back, each as [#undo] does, in one transaction; the answers in their order. Documents of one type that were created and not changed since go to the trash with few statements.
    List<Change> undoAll(List<Step> steps, Actor actor);
}
