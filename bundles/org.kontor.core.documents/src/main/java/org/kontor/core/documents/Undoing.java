package org.kontor.core.documents;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.access.Operation;
import org.kontor.api.documents.Change;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.HistoryEntry;
import org.kontor.api.documents.Refusal;
import org.kontor.api.documents.StageMove;
import org.kontor.api.documents.Values;
import org.kontor.api.events.Cause;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.storage.Journal;
import tools.jackson.databind.JsonNode;

/// Takes single journal entries back, unless somebody changed the same since.
///
/// Changes of the same batch, and those of the undo that is under way, are nobody else's: a batch is undone from its last entry to its first.
final class Undoing {
    private final Journal journal;
    private final History history;
    private final Changing changing;
    private final Writer writer;

    Undoing(Journal journal, History history, Changing changing, Writer writer) {
        this.journal = journal;
        this.history = history;
        this.changing = changing;
        this.writer = writer;
    }

    Change undo(DocumentType type, DocumentRef ref, long position, Actor actor) {
        Optional<Journal.Entry> entry = history.entry(ref, position);
        if (entry.isEmpty()) {
            return new Change.Missing();
        }
        return switch (entry.get().event()) {
            case History.CREATED -> changing.held(type, ref, false, Operation.DELETE, actor, now -> uncreate(type, now, entry.get(), actor));
            case History.CHANGED -> changing.held(type, ref, false, Operation.CHANGE, actor, now -> back(type, now, entry.get(), actor));
            case History.DELETED -> changing.restore(type, ref, actor);
            case History.RESTORED -> changing.delete(type, ref, actor);
            default -> new Change.Refused(List.of(Refusal.of(Label.of("documents.nothing-to-undo"))));
        };
    }

    private Change uncreate(DocumentType type, Document now, Journal.Entry entry, Actor actor) {
        Map<String, Optional<Object>> since = since(type, now, entry);
        return since.isEmpty()
                ? new Change.Changed(writer.mark(type, now, true, actor))
                : new Change.Conflict(now, Changing.clashes(type, now, since, Draft.of(Values.none())));
    }

    private Change back(DocumentType type, Document now, Journal.Entry entry, Actor actor) {
        JsonNode body = EntryBody.parse(entry.body());
        Draft draft = former(type, body);
        Map<String, Optional<Object>> since = since(type, now, entry);
        since.keySet().retainAll(Set.copyOf(EntryBody.changed(body)));
        type.fields().stream().filter(Field::readOnly).forEach(field -> since.remove(field.id()));
        return since.isEmpty() ? changing.changed(type, now, draft, actor) : new Change.Conflict(now, Changing.clashes(type, now, since, draft));
    }

    private Draft former(DocumentType type, JsonNode body) {
        Values values = Values.none();
        for (HistoryEntry.FieldDiff diff : EntryBody.diffs(type, body)) {
            if (!diff.field().readOnly()) {
                values = values.and(diff.back().values());
            }
        }
        return new Draft(values, EntryBody.stage(body).flatMap(StageMove::from), Optional.empty(), true);
    }

    private Map<String, Optional<Object>> since(DocumentType type, Document now, Journal.Entry entry) {
        Cause undo = journal.cause();
        Cause done = entry.cause();
        return history.changedSince(type, now.ref(), EntryBody.version(EntryBody.parse(entry.body())), later -> {
            boolean own = later.cause() instanceof Cause.Batch || later.cause() instanceof Cause.Import;
            return !own || !later.cause().equals(undo) && !later.cause().equals(done);
        });
    }
}
