package org.kontor.core.documents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.HistoryEntry;
import org.kontor.api.documents.Values;
import org.kontor.api.events.Occurrence;
import org.kontor.storage.Journal;
import tools.jackson.databind.JsonNode;

/// What the journal tells of one document.
final class History {
    static final String CREATED = "document.created";
    static final String CHANGED = "document.changed";
    static final String DELETED = "document.deleted";
    static final String RESTORED = "document.restored";
    static final String VIEWED = "document.viewed";
    /// Stands for the stage among the ids of fields.
    static final String STAGE = "stage";

    private static final Map<String, HistoryEntry.Act> ACTS = Map.of(
            CREATED, HistoryEntry.Act.CREATED,
            CHANGED, HistoryEntry.Act.CHANGED,
            DELETED, HistoryEntry.Act.DELETED,
            RESTORED, HistoryEntry.Act.RESTORED,
            VIEWED, HistoryEntry.Act.VIEWED,
            "document.merged", HistoryEntry.Act.MERGED,
            "document.unmerged", HistoryEntry.Act.UNMERGED,
            "document.pinned", HistoryEntry.Act.PINNED,
            "document.unpinned", HistoryEntry.Act.UNPINNED);
    private static final int PAGE = 100;

    private final Journal journal;

    History(Journal journal) {
        this.journal = journal;
    }

    /// Entries of other kinds, as what modules note about a document, are left out: the page is as full as it can be nevertheless.
    List<HistoryEntry> of(DocumentType type, DocumentRef ref, long before, int limit) {
        List<HistoryEntry> found = new ArrayList<>();
        long behind = before;
        while (found.size() < limit) {
            List<Journal.Entry> page = journal.of(ref, behind, limit);
            for (Journal.Entry entry : page) {
                behind = entry.cursor().position();
                if (found.size() < limit && ACTS.containsKey(entry.event())) {
                    found.add(line(type, entry));
                }
            }
            if (page.size() < limit) {
                break;
            }
        }
        return found;
    }

    private static HistoryEntry line(DocumentType type, Journal.Entry entry) {
        JsonNode body = EntryBody.parse(entry.body());
        Occurrence occurrence = new Occurrence(entry.cursor().position(), entry.moment(), entry.actor(), entry.cause());
        return new HistoryEntry(occurrence, Optional.ofNullable(ACTS.get(entry.event())).orElseThrow(), EntryBody.diffs(type, body), EntryBody.stage(body), EntryBody.others(body));
    }

    /// The entry of a document at a position.
    Optional<Journal.Entry> entry(DocumentRef ref, long position) {
        return journal.at(position).filter(entry -> entry.document().filter(ref::equals).isPresent() && ACTS.containsKey(entry.event()));
    }

    /// The ids of what was changed after a version, each with the value it had then. Only entries that `count` are looked at.
    Map<String, Optional<Object>> changedSince(DocumentType type, DocumentRef ref, long version, Predicate<Journal.Entry> count) {
        Map<String, Optional<Object>> changed = new LinkedHashMap<>();
        walk(ref, entry -> {
            JsonNode body = EntryBody.parse(entry.body());
            if (EntryBody.version(body) <= version && EntryBody.version(body) > 0) {
                return false;
            }
            if (count.test(entry)) {
                EntryBody.changed(body).forEach(id -> changed.put(id, Optional.empty()));
                EntryBody.diffs(type, body).forEach(diff -> changed.put(diff.field().id(), diff.before()));
                EntryBody.stage(body).ifPresent(move -> changed.put(STAGE, move.from().map(Object.class::cast)));
            }
            return true;
        });
        return changed;
    }

    /// What a document was at a moment: the later entries are undone one by one, newest first. Empty when it did not exist then, or was in the trash.
    Optional<Document> asOf(DocumentType type, Document now, Instant moment) {
        Former former = new Former(type, now);
        walk(now.ref(), entry -> former.undo(entry, moment));
        return former.document();
    }

    private void walk(DocumentRef ref, Predicate<Journal.Entry> on) {
        long before = Long.MAX_VALUE;
        while (true) {
            List<Journal.Entry> page = journal.of(ref, before, PAGE);
            for (Journal.Entry entry : page) {
                if (!on.test(entry)) {
                    return;
                }
                before = entry.cursor().position();
            }
            if (page.size() < PAGE) {
                return;
            }
        }
    }

    /// A document on its way back in time.
    private static final class Former {
        private final DocumentType type;
        private Optional<Document> document;
        private boolean trashed;

        Former(DocumentType type, Document now) {
            this.type = type;
            this.document = Optional.of(now);
        }

        Optional<Document> document() {
            return trashed ? Optional.empty() : document;
        }

        /// Undoes an entry that is later than `moment`; false when the document is what it was then.
        boolean undo(Journal.Entry entry, Instant moment) {
            JsonNode body = EntryBody.parse(entry.body());
            if (!entry.moment().isAfter(moment)) {
                boolean written = EntryBody.version(body) > 0;
                document = document.map(each -> written ? stamped(each, EntryBody.version(body), entry.moment()) : each);
                return !written;
            }
            switch (entry.event()) {
                case CREATED -> document = Optional.empty();
                case DELETED -> trashed = false;
                case RESTORED -> trashed = true;
                case CHANGED -> document = document.map(each -> before(each, body));
                default -> {}
            }
            return document.isPresent();
        }

        private Document before(Document after, JsonNode body) {
            Values values = after.values();
            for (HistoryEntry.FieldDiff diff : EntryBody.diffs(type, body)) {
                values = without(values, diff.field());
                values = diff.before().isPresent() ? values.withAny(diff.field(), diff.before().get()) : values;
            }
            Optional<String> stage = EntryBody.stage(body).map(move -> move.from()).orElse(after.stage());
            Optional<Instant> since = EntryBody.stage(body).isEmpty() ? after.stageSince() : EntryBody.formerSince(body).or(() -> Optional.of(after.created()));
            return new Document(after.ref(), after.version() - 1, stage, since, values, after.createdBy(), after.created(), after.changed());
        }

        private Values without(Values values, Field<?> gone) {
            Values rest = Values.none();
            for (Field<?> field : type.fields()) {
                Optional<Object> value = values.any(field);
                rest = value.isPresent() && !field.id().equals(gone.id()) ? rest.withAny(field, value.get()) : rest;
            }
            return rest;
        }

        private static Document stamped(Document each, long version, Instant changed) {
            return new Document(each.ref(), version, each.stage(), each.stageSince(), each.values(), each.createdBy(), each.created(), changed);
        }
    }
}
