package org.kontor.api.documents;

import java.util.List;
import java.util.Map;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.osgi.annotation.versioning.ProviderType;

/// The pipelines of document types and their stages, as administrators change them.
///
/// What a pipeline needs is protected here, for whoever asks: one initial stage first, one won and at least one lost stage, the default pipeline itself. Changing needs the permission to configure.
@ProviderType
public interface Pipelines {
    /// The most documents that one [#move] takes.
    int MOST_MOVED = 500;

    /// A field that the other pipeline does not show, and how many of the documents have a value in it, counted up to 10,000. The values are kept, out of sight.
    record Loss(String fieldId, long documents) {}

    /// What a move to another pipeline would do: how many documents, which of their values the other one does not show, and the stages they are in that the map
    /// does not name; documents in those would be refused.
    record MovePlan(long documents, List<Loss> losses, List<String> unmapped) {
        public MovePlan {
            losses = List.copyOf(losses);
            unmapped = List.copyOf(unmapped);
        }
    }

    /// A document that was moved: the stage it came from, and its version since.
    record Moved(DocumentRef ref, String from, long version) {}

    /// A document that stays, and why.
    record Stayed(DocumentRef ref, List<Refusal> reasons) {
        public Stayed {
            reasons = List.copyOf(reasons);
        }
    }

    /// What became of a move; both lists in the order of the documents asked for.
    record MoveReport(List<Moved> moved, List<Stayed> stayed) {
        public MoveReport {
            moved = List.copyOf(moved);
            stayed = List.copyOf(stayed);
        }
    }

    /// Adds a pipeline with the stages of the default one, under ids of its own. Refused for a type without stages.
    Amendment<Pipeline> create(String typeId, Label name, Actor actor);

    Amendment<Pipeline> rename(String typeId, String pipelineId, Label name, Actor actor);

    /// Puts a pipeline at a place, 0 the first; the default one stays the default wherever it is shown.
    Amendment<List<Pipeline>> sort(String typeId, List<String> pipelineIds, Actor actor);

    /// Deletes a pipeline. Refused for the default one, and while a document, also one in the trash, is in it.
    Amendment<Pipeline> delete(String typeId, String pipelineId, Actor actor);

    /// Adds a stage in work before the final ones, at a place from 1; a blank id is made from the name.
    Amendment<Pipeline> addStage(String typeId, String pipelineId, Stage stage, int place, Actor actor);

    /// Changes name, colour, required fields and next stages; id and meaning stay.
    Amendment<Pipeline> changeStage(String typeId, Stage stage, Actor actor);

    /// Moves a stage in work among those in work.
    Amendment<Pipeline> moveStage(String typeId, String stageId, int place, Actor actor);

    /// Deletes a stage in work. Refused for the initial and final ones, and while a document is in it.
    Amendment<Pipeline> deleteStage(String typeId, String stageId, Actor actor);

    /// Whether documents of a type may move to another pipeline at all; off until an administrator allows it (Q1).
    boolean movesAllowed(String typeId);

    Amendment<Boolean> allowMoves(String typeId, boolean allowed, Actor actor);

    /// What moving documents that pass a filter to another pipeline would do; `stages` names for each stage that they are in the one they go to.
    ///
    /// @throws IllegalArgumentException when the type has no such pipeline
    MovePlan plan(String typeId, Filter filter, String pipelineId, Map<String, String> stages, Actor actor);

    /// Moves documents of one type to another pipeline, each to the stage that `stages` names for its own; each is a change of its own with its journal entry. Who may
    /// change a document may move it, where moves are allowed. What is refused does not stop the others.
    ///
    /// @throws IllegalArgumentException for more than [#MOST_MOVED] documents, or when the type has no such pipeline
    MoveReport move(String typeId, List<DocumentRef> refs, String pipelineId, Map<String, String> stages, Actor actor);

    /// Moves back what a move moved. A document whose stage was changed since stays.
    MoveReport undo(MoveReport report, Actor actor);
}
