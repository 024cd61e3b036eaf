package org.kontor.core.documents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.jobs.Job;
import org.kontor.api.jobs.JobId;
import org.kontor.api.jobs.Jobs;
import org.kontor.api.jobs.Work;
import org.kontor.storage.Database;
import org.kontor.storage.Sql;
import org.kontor.storage.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Writes words in the background, while others write: of documents that are older than search, or than the way texts are made into words, and of those that came many at once (see
/// [SearchBacklog]). Goes on where it was when it is broken off.
@Component
@JobId(FillSearch.ID)
public final class FillSearch implements Job {
    static final String ID = "documents.search";
    /// Counted up when [SearchWords] makes other words than before, or [SearchText] keeps them in another way.
    private static final long VERSION = 2;
    private static final int AT_ONCE = 2_500;
    /// Of at most so many ranges the documents are read together.
    private static final int RANGES = 10;

    private record Range(long id, long first, long last) {}

    private final Database database;
    private final DocumentTypes types;
    private final Jobs jobs;
    private final Map<String, Long> filled = new ConcurrentHashMap<>();
    private final AutoCloseable subscription;

    @Activate
    public FillSearch(@Reference Database database, @Reference DocumentTypes types, @Reference Jobs jobs) {
        database.migrate("search", FillSearch.class);
        this.database = database;
        this.types = types;
        this.jobs = jobs;
        database.read(tx -> tx.query(Sql.of("select type_id, version from search_filled where done = true"), row -> Map.entry(row.text("type_id"), row.number("version"))))
                .forEach(each -> filled.put(each.getKey(), each.getValue()));
        this.subscription = types.watch(this::ask);
        ask();
    }

    @Deactivate
    public void close() throws Exception {
        subscription.close();
    }

    private void ask() {
        Set<String> waiting = Set.copyOf(database.read(tx -> tx.query(Sql.of("select distinct type_id from search_backlog"), row -> row.text("type_id"))));
        types.all().stream().map(DocumentType::id).filter(id -> old(id) || waiting.contains(id)).forEach(id -> jobs.at(Instant.now(), ID, id, ""));
    }

    private boolean old(String typeId) {
        return filled.getOrDefault(typeId, 0L) < VERSION;
    }

    @Override
    public void run(Work work) {
        types.find(work.key()).ifPresent(type -> {
            boolean more = old(type.id());
            while (more) {
                more = some(type);
            }
            filled.put(type.id(), VERSION);
            more = true;
            while (more) {
                more = backlog(type);
            }
        });
    }

    /// Locks the documents, so that nobody changes them between reading and writing.
    private boolean some(DocumentType type) {
        return database.write(tx -> {
            long from = tx.one(Sql.of("select last_id from search_filled where type_id = ? and version = ?", type.id(), VERSION), row -> row.number("last_id")).orElse(0L);
            List<Document> some = tx.query(Reader.select(type, Sql.of("id > ? order by id limit ?", from, AT_ONCE)).then(" for update"), row -> Reader.document(type, row));
            SearchText.renew(tx, type, some);
            tx.update(Sql.of("delete from search_filled where type_id = ?", type.id()));
            tx.update(Sql.of("insert into search_filled (type_id, version, last_id, done) values (?, ?, ?, ?)",
                    type.id(), VERSION, some.isEmpty() ? from : some.getLast().ref().id(), some.size() < AT_ONCE));
            return some.size() == AT_ONCE;
        });
    }

    /// Changes locked out likewise. The ids of a range may be mixed with those of documents that others wrote: their words are written anew.
    private boolean backlog(DocumentType type) {
        return database.write(tx -> {
            List<Range> waiting = tx.query(Sql.of("select id, first_id, last_id from search_backlog where type_id = ? order by id limit ?", type.id(), RANGES),
                    row -> new Range(row.number("id"), row.number("first_id"), row.number("last_id")));
            if (waiting.isEmpty()) {
                return false;
            }
            int left = AT_ONCE;
            List<Document> together = new ArrayList<>();
            for (Range range : waiting) {
                List<Document> some = left > 0 ? within(tx, type, range, left) : List.of();
                together.addAll(some);
                if (left > 0 && some.size() < left) {
                    tx.update(Sql.of("delete from search_backlog where id = ?", range.id()));
                } else if (!some.isEmpty()) {
                    tx.update(Sql.of("update search_backlog set first_id = ? where id = ?", some.getLast().ref().id() + 1, range.id()));
                }
                left -= some.size();
            }
            SearchText.renew(tx, type, together);
            return true;
        });
    }

    private static List<Document> within(Transaction tx, DocumentType type, Range range, int most) {
        return tx.query(Reader.select(type, Sql.of("id between ? and ? order by id limit ?", range.first(), range.last(), most)).then(" for update"), row -> Reader.document(type, row));
    }
}
