package org.kontor.core.documents;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.HistoryEntry;
import org.kontor.api.events.Occurrence;
import org.kontor.storage.Journal;
import tools.jackson.databind.JsonNode;

/// What the journal tells of one document.
final class History {
    private static final Map<String, HistoryEntry.Act> ACTS = Map.of(
            "document.created", HistoryEntry.Act.CREATED,
            "document.changed", HistoryEntry.Act.CHANGED,
            "document.deleted", HistoryEntry.Act.DELETED,
            "document.restored", HistoryEntry.Act.RESTORED);
    private static final int PAGE = 100;

    private final Journal journal;

    History(Journal journal) {
        this.journal = journal;
    }

    List<HistoryEntry> of(DocumentType type, DocumentRef ref, long before, int limit) {
        return journal.of(ref, before, limit).stream()
                .filter(entry -> ACTS.containsKey(entry.event()))
                .map(entry -> {
                    JsonNode body = EntryBody.parse(entry.body());
                    Occurrence occurrence = new Occurrence(entry.cursor().position(), entry.moment(), entry.actor(), entry.cause());
                    return new HistoryEntry(occurrence, Optional.ofNullable(ACTS.get(entry.event())).orElseThrow(), EntryBody.diffs(type, body), EntryBody.stage(body));
                })
                .toList();
    }

    /// The ids of what was changed after a version; `stage` stands for the stage.
    Set<String> changedSince(DocumentRef ref, long version) {
        Set<String> changed = new HashSet<>();
        long before = Long.MAX_VALUE;
        while (true) {
            List<Journal.Entry> page = journal.of(ref, before, PAGE);
            for (Journal.Entry entry : page) {
                JsonNode body = EntryBody.parse(entry.body());
                if (EntryBody.version(body) <= version && EntryBody.version(body) > 0) {
                    return changed;
                }
                changed.addAll(EntryBody.changed(body));
                before = entry.cursor().position();
            }
            if (page.size() < PAGE) {
                return changed;
            }
        }
    }
}
