package org.kontor.core.documents.pins;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.api.access.Access;
import org.kontor.api.access.Operation;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.HistoryEntry;
import org.kontor.api.documents.Pins;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.storage.Database;
import org.kontor.storage.Journal;
import org.kontor.storage.Sql;
import org.kontor.storage.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.json.JsonMapper;

/// Pins in a small table; each act is noted in the document's history with it.
@Component
public final class StoredPins implements Pins {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Database database;
    private final Journal journal;
    private final DocumentTypes types;
    private final Documents documents;
    private final Access access;

    @Activate
    public StoredPins(@Reference Database database, @Reference Journal journal, @Reference DocumentTypes types, @Reference Documents documents, @Reference Access access) {
        database.migrate("pins", StoredPins.class);
        this.database = database;
        this.journal = journal;
        this.types = types;
        this.documents = documents;
        this.access = access;
    }

    @Override
    public List<HistoryEntry> of(DocumentRef ref, Actor actor) {
        List<HistoryEntry> entries = new ArrayList<>();
        for (long position : positions(ref)) {
            line(ref, position, actor).ifPresent(entries::add);
        }
        return entries;
    }

    private List<Long> positions(DocumentRef ref) {
        return database.read(tx -> tx.query(Sql.of("select entry from document_pin where type_id = ? and doc_id = ? order by pinned desc, entry desc limit ?", ref.type(), ref.id(), MOST), row -> row.number("entry")));
    }

    private Optional<HistoryEntry> line(DocumentRef ref, long position, Actor actor) {
        return documents.history(ref, position + 1, 1, actor).stream().filter(entry -> entry.occurrence().position() == position).findFirst();
    }

    @Override
    public Pinning pin(DocumentRef ref, long position, Actor actor) {
        return allowed(ref, actor).<Pinning>map(Pinning.Refused::new).orElseGet(() -> database.write(tx -> {
            List<Long> present = positions(ref);
            if (present.contains(position)) {
                return new Pinning.Done();
            }
            if (line(ref, position, actor).isEmpty()) {
                return new Pinning.Refused(Label.of("documents.pin.no-line"));
            }
            if (present.size() >= MOST) {
                return new Pinning.Refused(Label.of("documents.pin.most", MOST));
            }
            tx.update(Sql.of("insert into document_pin (type_id, doc_id, entry, pinned) values (?, ?, ?, ?)", ref.type(), ref.id(), position, Instant.now().truncatedTo(ChronoUnit.MICROS)));
            note("document.pinned", ref, position, actor);
            return new Pinning.Done();
        }));
    }

    @Override
    public Pinning unpin(DocumentRef ref, long position, Actor actor) {
        return allowed(ref, actor).<Pinning>map(Pinning.Refused::new).orElseGet(() -> database.write(tx -> {
            if (deleted(tx, ref, position)) {
                note("document.unpinned", ref, position, actor);
            }
            return new Pinning.Done();
        }));
    }

    private static boolean deleted(Transaction tx, DocumentRef ref, long position) {
        return tx.update(Sql.of("delete from document_pin where type_id = ? and doc_id = ? and entry = ?", ref.type(), ref.id(), position)) > 0;
    }

    /// Why the actor may not, if so.
    private Optional<Label> allowed(DocumentRef ref, Actor actor) {
        Optional<Document> document = documents.get(ref, actor);
        if (document.isEmpty()) {
            return Optional.of(Label.of("documents.pin.no-document"));
        }
        DocumentType type = types.require(ref.type());
        boolean may = access.grant(actor, ref.type(), Operation.CHANGE).covers(type.subject(document.get()));
        return may ? Optional.empty() : Optional.of(access.explain(actor, ref.type(), document.get().stage(), Operation.CHANGE).rule());
    }

    private void note(String event, DocumentRef ref, long position, Actor actor) {
        var body = JSON.createObjectNode();
        body.putObject("document").put("type", ref.type()).put("id", ref.id());
        journal.append(List.of(new Journal.NewEntry(event, Optional.of(ref), JSON.writeValueAsString(body.put("entry", position)), actor)));
    }
}
