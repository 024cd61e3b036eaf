package org.kontor.core.documents;

import java.time.Duration;
import java.time.Instant;
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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Writes words in the background, while others write: of documents that are older than search, or than the way texts are made into words, and of new ones (see
/// [FreshWords]). Goes on where it was when it is broken off.
@Component
@JobId(FillSearch.ID)
public final class FillSearch implements Job {
    static final String ID = "documents.search";
    /// Counted up when [SearchWords] makes other words than before, or [SearchText] keeps them in another way.
    private static final long VERSION = 2;
    private static final int AT_ONCE = 1_000;
    /// After this it looks whether more new ones came.
    private static final Duration AGAIN = Duration.ofSeconds(5);

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
        Set<String> waiting = Set.copyOf(database.read(tx -> tx.query(Sql.of("select distinct type_id from search_fresh"), row -> row.text("type_id"))));
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
            if (moved(type)) {
                jobs.at(Instant.now().plus(AGAIN), ID, type.id(), "");
            }
        });
    }

    /// Locks the documents, so that nobody changes them between reading and writing.
    private boolean some(DocumentType type) {
        return database.write(tx -> {
            long from = tx.one(Sql.of("select last_id from search_filled where type_id = ? and version = ?", type.id(), VERSION), row -> row.number("last_id")).orElse(0L);
            List<Document> some = tx.query(Reader.select(type, Sql.of("id > ? order by id limit ?", from, AT_ONCE)).then(" for update"), row -> Reader.document(type, row));
            SearchText.delete(tx, type, some.stream().map(document -> document.ref().id()).toList());
            SearchText.insert(tx, type, some.stream().map(document -> Terms.of(type, document)).toList());
            tx.update(Sql.of("delete from search_filled where type_id = ?", type.id()));
            tx.update(Sql.of("insert into search_filled (type_id, version, last_id, done) values (?, ?, ?, ?)",
                    type.id(), VERSION, some.isEmpty() ? from : some.getLast().ref().id(), some.size() < AT_ONCE));
            return some.size() == AT_ONCE;
        });
    }

    /// Moves the words of new documents into the index. False when there were none.
    private boolean moved(DocumentType type) {
        int all = 0;
        for (int some = AT_ONCE; some == AT_ONCE; all += some) {
            some = database.write(tx -> {
                List<Terms> fresh = FreshWords.take(tx, type, AT_ONCE);
                SearchText.insert(tx, type, fresh);
                return fresh.size();
            });
        }
        return all > 0;
    }
}
