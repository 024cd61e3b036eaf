package org.kontor.api.documents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.osgi.annotation.versioning.ProviderType;

/// Does one thing to many documents in the background, and takes it back.
///
/// A batch is a job: it goes on after a crash where it was committed, and does no document twice. Each document is written as by
/// [Documents#change] with the rights of who started it; what is refused is kept with its reasons and does not stop the others. The journal entries carry
/// [org.kontor.api.events.Cause.Batch]. Who started a batch and who may administer see and steer it.
@ProviderType
public interface Batches {
    /// The most documents that can be named one by one.
    int MOST_CHOSEN = 10_000;

    /// Which documents of the type are meant.
    sealed interface Choice {
        /// All that pass a filter when it comes to them; documents that are created after the start are left out.
        record Passing(Filter filter) implements Choice {}

        /// Those with these ids, at most [#MOST_CHOSEN].
        record Chosen(List<Long> ids) implements Choice {
            public Chosen {
                ids = List.copyOf(ids);
                if (ids.isEmpty() || ids.size() > MOST_CHOSEN) {
                    throw new IllegalArgumentException("a batch names 1 to " + MOST_CHOSEN + " documents, not " + ids.size() + ": for more use a filter");
                }
            }
        }
    }

    /// What is done to each.
    sealed interface Act {
        /// Values, a stage to move to, or both. An expected version is not asked for.
        record Edit(Draft draft) implements Act {}

        record Delete() implements Act {}

        record Restore() implements Act {}
    }

    enum Kind {
        EDIT,
        DELETE,
        RESTORE,
        /// Takes another batch, or an import, back.
        UNDO
    }

    enum State {
        RUNNING,
        PAUSED,
        /// Stopped for good; what was done stays, and can be undone.
        CANCELLED,
        DONE
    }

    /// A batch and how far it is. `total` counts the documents meant, 0 until that is known; `done` those that were written (or had nothing to change), `left` those that were refused. `undoes` is what
    /// an undo takes back; `undoneBy` the undo of this batch. `problem` tells why it stands still at the moment.
    record Progress(
            long id,
            String typeId,
            Kind kind,
            State state,
            long total,
            long done,
            long left,
            Actor actor,
            Instant started,
            Optional<Instant> ended,
            Optional<Undone> undoes,
            Optional<Long> undoneBy,
            Optional<Label> problem) {}

    /// What an undo takes back.
    sealed interface Undone {
        record Batch(long id) implements Undone {}

        record Import(long id) implements Undone {}
    }

    /// A document that was left as it is, and why; at least one reason. `place` grows along the batch.
    record Left(long place, DocumentRef ref, List<Refusal> reasons) {
        public Left {
            reasons = List.copyOf(reasons);
        }
    }

    /// What became of asking for a batch.
    sealed interface Start {
        record Started(Progress progress) implements Start {}

        record Refused(Label reason) implements Start {}
    }

    /// Starts a batch and returns at once. Refused when the actor may do this to no document of the type.
    ///
    /// @throws IllegalArgumentException when type, filter or fields don't exist
    Start start(String typeId, Choice choice, Act act, Actor actor);

    /// Takes back what a batch or an import did, as a batch of its own: values become what they were, what it created goes to the trash, what it deleted comes back. A document that somebody changed since
    /// in the same fields is left as it is, and reported. Refused while it runs, and when it was undone already.
    Start undo(Undone what, Actor actor);

    Optional<Progress> find(long id, Actor actor);

    /// The latest batches, newest first, at most 50.
    List<Progress> latest(Actor actor);

    /// Documents that were left, in the order of the batch, at most `limit` behind `place` (0 for the first).
    List<Left> left(long id, long place, int limit, Actor actor);

    /// Holds a running batch after the documents it is at. False when it does not run.
    boolean pause(long id, Actor actor);

    /// Lets a paused batch go on. False when it is not paused.
    boolean resume(long id, Actor actor);

    /// Stops a running or paused batch for good. False when it is over.
    boolean cancel(long id, Actor actor);
}
