package org.kontor.core.documents;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kontor.api.access.Operation;
import org.kontor.api.documents.Change;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Documents;
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

    /// Each as above, in one transaction; when all created different documents of one type, these go together.
    List<Change> undoAll(Function<String, DocumentType> types, List<Documents.Step> steps, Actor actor) {
        Map<DocumentRef, Journal.Entry> created = created(steps);
        if (steps.size() < 2 || created.size() < steps.size()) {
            return changing.together(() -> steps.stream().map(step -> undo(types.apply(step.document().type()), step.document(), step.position(), actor)).toList());
        }
        DocumentType type = types.apply(steps.getFirst().document().type());
        return changing.held(type, steps.stream().map(Documents.Step::document).toList(), Operation.DELETE, actor, all -> {
            List<Document> untouched = all.stream().filter(now -> now.version() == EntryBody.version(EntryBody.parse(created.get(now.ref()).body()))).toList();
            Set<DocumentRef> untouchedRefs = untouched.stream().map(Document::ref).collect(Collectors.toSet());
            Iterator<Document> gone = writer.mark(type, untouched, true, actor).iterator();
            return all.stream().map(now -> untouchedRefs.contains(now.ref()) ? new Change.Changed(gone.next()) : uncreate(type, now, created.get(now.ref()), actor)).toList();
        });
    }

    /// The entries of the steps that created a document of the first one's type.
    private Map<DocumentRef, Journal.Entry> created(List<Documents.Step> steps) {
        Map<DocumentRef, Journal.Entry> created = new HashMap<>();
        for (Journal.Entry entry : journal.at(steps.stream().map(Documents.Step::position).toList())) {
            entry.document().filter(ref -> entry.event().equals(History.CREATED) && ref.type().equals(steps.getFirst().document().type())).ifPresent(ref -> created.put(ref, entry));
        }
        created.keySet().retainAll(steps.stream().map(Documents.Step::document).toList());
        return created;
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
