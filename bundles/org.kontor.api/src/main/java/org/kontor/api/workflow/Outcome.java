package org.kontor.api.workflow;

import java.time.Instant;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.labels.Label;

/// What became of one call of an activity.
public sealed interface Outcome {

    /// The work is done.
    record Done() implements Outcome {}

    /// The work is done and made a document, which the card links to.
    record Made(DocumentRef document) implements Outcome {}

    /// Call again at `until`: something outside is not ready. No failure, no limit.
    record Wait(Instant until) implements Outcome {}

    /// It can't be done with this input or document; trying again won't help. The reason is shown on the card.
    record Refused(Label reason) implements Outcome {}
}
