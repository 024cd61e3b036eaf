package org.kontor.core.documents;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.documents.Batches;
import org.kontor.api.documents.Change;
import org.kontor.api.documents.Creation;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Stage;
import org.kontor.api.documents.Values;
import org.kontor.api.jobs.Jobs;
import org.kontor.api.jobs.Work;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.storage.Engine;
import org.kontor.testkit.ClassPathLabels;
import org.kontor.testkit.FixedPeople;
import org.kontor.testkit.MovableClock;
import org.kontor.testkit.OpenRights;
import org.kontor.testkit.TestDatabase;

/// Deals whose changes are looked at: history, trash and batches over a database of its own. Jobs wait until they are told to run.
final class JournalDesk implements AutoCloseable, Jobs {
    static final Field<String> TITLE = Field.text("title").asRequired();
    static final Field<String> CITY = Field.text("city");
    static final Field<List<String>> TAGS = Field.of("tags", new Kind.Many<>(new Kind.Text(50, 1)));
    static final DocumentType DEAL = new DocumentType("deal", "handshake", List.of(TITLE, CITY, TAGS), TITLE, Optional.empty(),
            Optional.of(new Pipeline("deal", Label.verbatim("General"), List.of(
                    new Stage("new", Label.verbatim("New"), Stage.Meaning.INITIAL, 1),
                    new Stage("talks", Label.verbatim("Talks"), Stage.Meaning.IN_WORK, 3),
                    new Stage("won", Label.verbatim("Won"), Stage.Meaning.WON, 4),
                    new Stage("lost", Label.verbatim("Lost"), Stage.Meaning.LOST, 8)))), true);

    final TestDatabase database;
    final OpenRights rights = new OpenRights(new FixedPeople());
    final MovableClock clock = new MovableClock(Instant.now());
    final DocumentsDesk desk;
    final Documents documents;
    final StoredTrash trash;
    final BatchTable batchTable;
    final Map<String, Work> asked = new LinkedHashMap<>();

    JournalDesk(Engine engine) {
        database = TestDatabase.open(engine);
        desk = new DocumentsDesk(database, new ClassPathLabels("org.kontor.core.documents"), new FixedPeople(), rights, List.of(), DEAL);
        documents = desk.documents();
        trash = new StoredTrash(database.database(), database.journal(), desk.types(), rights, new ShapeStore(database.database()), clock);
        batchTable = new BatchTable(database.database());
    }

    Document deal(String title) {
        return deal(Values.none().with(TITLE, title));
    }

    Document deal(Values values) {
        return ((Creation.Created) documents.create(DEAL.id(), values, FixedPeople.ANNA)).document();
    }

    Document change(DocumentRef ref, Values values, Actor actor) {
        return ((Change.Changed) documents.change(ref, Draft.of(values), actor)).document();
    }

    Optional<Document> now(DocumentRef ref) {
        return documents.get(ref, FixedPeople.ADMIN);
    }

    /// The position of the newest entry of a document.
    long newest(DocumentRef ref) {
        return documents.history(ref, Long.MAX_VALUE, 1, FixedPeople.ADMIN).getFirst().occurrence().position();
    }

    Batches batches(StoredBatches.ImportLookUp imports) {
        return new StoredBatches(database.database(), batchTable, desk.types(), rights, imports, this);
    }

    BatchItems items() {
        return new BatchItems(documents, desk.types(), database.journal());
    }

    BatchWriting writing() {
        return new BatchWriting(database.database(), database.journal(), batchTable, desk.types());
    }

    /// A job that is called before any module is up.
    BatchJob jobWithoutTypes() {
        DocumentsDesk early = new DocumentsDesk(database, new ClassPathLabels("org.kontor.core.documents"), new FixedPeople(), rights, List.of());
        return new BatchJob(batchTable, new BatchItems(early.documents(), early.types(), database.journal()), new BatchWriting(database.database(), database.journal(), batchTable, early.types()));
    }

    /// Runs what was asked for.
    void work() {
        BatchJob job = new BatchJob(batchTable, items(), writing());
        List<Work> all = List.copyOf(asked.values());
        asked.clear();
        all.forEach(job::run);
    }

    @Override
    public void at(Instant due, String jobId, String key, String payload) {
        asked.put(key, new Work(key, payload, 1));
    }

    @Override
    public boolean cancel(String jobId, String key) {
        return asked.remove(key) != null;
    }

    @Override
    public void close() {
        database.close();
    }
}
