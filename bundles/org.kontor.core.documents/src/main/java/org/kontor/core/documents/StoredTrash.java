package org.kontor.core.documents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kontor.api.access.Access;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Permission;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.Count;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Refusal;
import org.kontor.api.documents.Trash;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.core.documents.ShapeStore.Part;
import org.kontor.storage.Database;
import org.kontor.storage.Journal;
import org.kontor.storage.Sql;
import org.kontor.storage.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Lists the trash and empties it.
@Component(service = {Trash.class, StoredTrash.class})
public final class StoredTrash implements Trash {
    private static final String DAYS = "trash-days";
    private static final int LONGEST_DAYS = 3650;

    private final Database database;
    private final DocumentTypes types;
    private final Access access;
    private final ShapeStore store;
    private final Rights rights;
    private final Reader reader;
    private final Journal journal;
    private final Clock clock;

    @Activate
    public StoredTrash(@Reference Database database, @Reference Journal journal, @Reference DocumentTypes types, @Reference Access access, @Reference ShapeStore store) {
        this(database, journal, types, access, store, Clock.systemUTC());
    }

    StoredTrash(Database database, Journal journal, DocumentTypes types, Access access, ShapeStore store, Clock clock) {
        database.migrate("documents", StoredTrash.class);
        this.database = database;
        this.types = types;
        this.access = access;
        this.store = store;
        this.rights = new Rights(access, database);
        this.reader = new Reader(database);
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Page find(String typeId, int limit, Optional<String> after, Actor actor) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST + ", not " + limit);
        }
        DocumentType type = types.require(typeId);
        Sql behind = after.map(StoredTrash::behind).orElseGet(() -> Sql.of("true"));
        return database.read(tx -> {
            List<TrashTable.Thrown> thrown = TrashTable.newest(tx, type, rights.readable(type, actor).condition(Reading.NUMBERED), behind, limit + 1);
            List<TrashTable.Thrown> page = thrown.subList(0, Math.min(limit, thrown.size()));
            Map<Long, Document> documents = documents(type, page);
            List<Thrown> all = page.stream()
                    .filter(each -> documents.containsKey(each.id()))
                    .map(each -> new Thrown(Optional.ofNullable(documents.get(each.id())).orElseThrow(), each.since(), each.by()))
                    .toList();
            return new Page(all, thrown.size() > limit ? Optional.of(page.getLast().since() + "_" + page.getLast().id()) : Optional.empty());
        });
    }

    private Map<Long, Document> documents(DocumentType type, List<TrashTable.Thrown> page) {
        if (page.isEmpty()) {
            return Map.of();
        }
        String marks = page.stream().map(_ -> "?").collect(Collectors.joining(", "));
        Sql where = new Sql("deleted = true and id in (" + marks + ")", page.stream().<Object>map(TrashTable.Thrown::id).toList());
        return database.read(tx -> tx.query(Reader.select(type, where), row -> Reader.document(type, row))).stream()
                .collect(Collectors.toMap(document -> document.ref().id(), Function.identity()));
    }

    private static Sql behind(String after) {
        try {
            int line = after.lastIndexOf('_');
            Instant since = Instant.parse(after.substring(0, Math.max(line, 0)));
            long id = Long.parseLong(after.substring(line + 1));
            return Sql.of("(trash_since < ? or trash_since = ? and trash_doc < ?)", since, since, id);
        } catch (java.time.format.DateTimeParseException | NumberFormatException e) {
            throw new IllegalArgumentException("'" + after + "' does not continue a page of the trash: start without it", e);
        }
    }

    @Override
    public Count count(String typeId, int bound, Actor actor) {
        DocumentType type = types.require(typeId);
        long found = database.read(tx -> TrashTable.count(tx, type, rights.readable(type, actor).condition(Reading.NUMBERED), bound + 1));
        return new Count(Math.min(found, bound), found <= bound);
    }

    @Override
    public Purge purge(DocumentRef ref, Actor actor) {
        DocumentType type = types.require(ref.type());
        return database.write(tx -> {
            Optional<Document> document = reader.get(type, ref.id(), true, true).filter(each -> rights.may(Operation.READ, type, each, actor));
            if (document.isEmpty()) {
                return new Purge.Missing();
            }
            if (!access.may(actor, Permission.ADMINISTER)) {
                return new Purge.Denied(Label.of("documents.trash.denied"));
            }
            if (!rights.may(Operation.DELETE, type, document.get(), actor)) {
                return new Purge.Denied(rights.rule(Operation.DELETE, type, document.get(), actor));
            }
            erase(tx, type, document.get(), actor);
            return new Purge.Purged();
        });
    }

    private void erase(Transaction tx, DocumentType type, Document gone, Actor actor) {
        long id = gone.ref().id();
        tx.update(Sql.of("delete from " + Tables.name(type) + " where id = ?", id));
        ManyValues.delete(tx, type, id);
        SearchText.delete(tx, type, List.of(id));
        TrashTable.remove(tx, List.of(gone.ref()));
        tx.update(Sql.of("delete from viewed_document where type_id = ? and doc_id = ?", type.id(), id));
        journal.append(List.of(new Journal.NewEntry("document.purged", Optional.of(gone.ref()), EntryBody.write(gone.ref(), gone.version() + 1), actor)));
    }

    @Override
    public Optional<Integer> days() {
        return store.find(Part.SETTING, "", DAYS).map(kept -> Integer.parseInt(kept.body()));
    }

    @Override
    public Amendment<Optional<Integer>> keepFor(Optional<Integer> days, Actor actor) {
        if (!access.may(actor, Permission.ADMINISTER)) {
            return refused(Label.of("documents.trash.denied"));
        }
        if (days.filter(number -> number < 1 || number > LONGEST_DAYS).isPresent()) {
            return refused(Label.of("documents.trash.days", LONGEST_DAYS));
        }
        days.ifPresentOrElse(number -> store.put(Part.SETTING, "", DAYS, number.toString()), () -> store.erase(Part.SETTING, "", DAYS));
        return new Amendment.Done<>(days);
    }

    /// Deletes for good what is in the trash for longer than the days it is kept, at most `most` documents of a type.
    ///
    /// @return whether there may be more
    boolean expire(int most, Actor actor) {
        Optional<Instant> end = days().map(number -> clock.instant().minus(Duration.ofDays(number)));
        boolean more = false;
        for (DocumentType type : end.isPresent() ? types.all() : List.<DocumentType>of()) {
            List<Long> old = database.read(tx -> TrashTable.before(tx, type.id(), end.get(), most));
            old.forEach(id -> purge(new DocumentRef(type.id(), id), actor));
            more |= old.size() == most;
        }
        return more;
    }

    private static Amendment<Optional<Integer>> refused(Label reason) {
        return new Amendment.Refused<>(List.of(Refusal.of(reason)));
    }
}
