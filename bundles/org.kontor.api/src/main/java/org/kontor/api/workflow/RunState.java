package org.kontor.api.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.labels.Label;

/// One execution of the robots of a stage for a document, and how far each is.
public record RunState(long id, DocumentRef document, String stageId, int version, Instant started, List<StepState> steps) {

    public enum Progress {
        /// Its time has not come, or it is about to be called.
        WAITING,
        DONE,
        /// The condition was not met.
        SKIPPED,
        /// The document left the stage before its time.
        CANCELLED,
        /// The activity refused: see `note`.
        REFUSED,
        /// It failed and is tried again: see `note`.
        RETRYING,
        /// Its activity's bundle is away: it goes on when that returns.
        ACTIVITY_AWAY
    }

    /// A robot's step. `when` is the moment it was done, or is due; `made` the document it made.
    public record StepState(
            String robotId,
            String activityId,
            Label name,
            Progress progress,
            Optional<Instant> when,
            Optional<Label> note,
            Optional<DocumentRef> made) {}
}
