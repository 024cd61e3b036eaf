package org.kontor.api.documents;

import java.util.List;
import java.util.Optional;
import org.kontor.api.events.Event;
import org.kontor.api.events.EventId;

/// What happened to a document.
public sealed interface DocumentEvent extends Event {

    DocumentRef document();

    /// The stage it entered with this event, if it did.
    default Optional<StageMove> stage() {
        return Optional.empty();
    }

    @EventId("document.created")
    record Created(DocumentRef document, Optional<StageMove> stage) implements DocumentEvent {}

    /// `fields` are the ids of the fields that changed; empty when only the stage did.
    @EventId("document.changed")
    record Changed(DocumentRef document, List<String> fields, Optional<StageMove> stage) implements DocumentEvent {
        public Changed {
            fields = List.copyOf(fields);
        }
    }

    @EventId("document.deleted")
    record Deleted(DocumentRef document) implements DocumentEvent {}

    @EventId("document.restored")
    record Restored(DocumentRef document) implements DocumentEvent {}

    /// It was in the trash and is gone for good.
    @EventId("document.purged")
    record Purged(DocumentRef document) implements DocumentEvent {}
}
