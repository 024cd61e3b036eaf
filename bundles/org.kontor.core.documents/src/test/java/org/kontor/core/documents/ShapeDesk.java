package org.kontor.core.documents;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.Change;
import org.kontor.api.documents.Creation;
import org.kontor.api.documents.CustomFields;
import org.kontor.api.documents.CustomTypes;
import org.kontor.api.documents.Directories;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Layouts;
import org.kontor.api.documents.Money;
import org.kontor.api.documents.Notation;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Pipelines;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Rates;
import org.kontor.api.documents.Refusal;
import org.kontor.api.documents.Stage;
import org.kontor.api.documents.Trash;
import org.kontor.api.documents.Values;
import org.kontor.api.jobs.Jobs;
import org.kontor.api.jobs.Work;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.api.people.PersonId;
import org.kontor.storage.Engine;
import org.kontor.testkit.ClassPathLabels;
import org.kontor.testkit.FixedPeople;
import org.kontor.testkit.OpenRights;
import org.kontor.testkit.TestDatabase;

/// What administrators shape documents with, over a database of its own, with clients and deals that link to them. Jobs wait until they are told to run.
final class ShapeDesk implements AutoCloseable, Jobs {
    static final Actor ADMIN = FixedPeople.ADMIN;
    static final Actor ANNA = FixedPeople.ANNA;
    static final Field<String> NAME = Field.text("name").asRequired();
    static final Field<String> TITLE = Field.text("title").asRequired();
    static final Field<Money> AMOUNT = Field.of("amount", new Kind.Sum("EUR")).asListed();
    static final Field<BigDecimal> PIECES = Field.of("pieces", new Kind.Number(2));
    static final Field<DocumentRef> CLIENT = Field.of("client", new Kind.Link(List.of("client")));
    static final Field<String> SOURCE = Field.directory("source", "deal.source", "web", "phone");
    static final Field<PersonId> RESPONSIBLE = Field.of("responsible", new Kind.User());
    static final DocumentType CLIENTS = new DocumentType("client", "user", List.of(NAME), NAME, Optional.empty(), Optional.empty(), true);
    static final DocumentType DEALS = new DocumentType("deal", "handshake", List.of(TITLE, AMOUNT, PIECES, CLIENT, SOURCE, RESPONSIBLE), TITLE, Optional.of(RESPONSIBLE),
            Optional.of(new Pipeline("deal", Label.verbatim("General"), List.of(
                    new Stage("new", Label.verbatim("New"), Stage.Meaning.INITIAL, 1),
                    new Stage("offer", Label.verbatim("Offer"), Stage.Meaning.IN_WORK, 2),
                    new Stage("talks", Label.verbatim("Talks"), Stage.Meaning.IN_WORK, 3),
                    new Stage("won", Label.verbatim("Won"), Stage.Meaning.WON, 4),
                    new Stage("lost", Label.verbatim("Lost"), Stage.Meaning.LOST, 8)))), true);

    final TestDatabase database;
    final OpenRights rights = new OpenRights(new FixedPeople());
    final ClassPathLabels labels = new ClassPathLabels("org.kontor.core.documents");
    final TypeRegistry types;
    final Notation notation;
    final Documents documents;
    final CustomFields fields;
    final Layouts layouts;
    final Pipelines pipelines;
    final Directories directories;
    final CustomTypes lists;
    final Rates rates;
    final Trash trash;
    final Map<String, Work> asked = new LinkedHashMap<>();

    ShapeDesk(Engine engine) {
        this(TestDatabase.open(engine));
    }

    /// Over a database that may have been used before, as after a start.
    ShapeDesk(TestDatabase database) {
        this.database = database;
        DocumentsDesk desk = new DocumentsDesk(database, labels, new FixedPeople(), rights, List.of(), CLIENTS, DEALS);
        types = (TypeRegistry) desk.types();
        notation = desk.notation();
        documents = desk.documents();
        fields = new StoredFields(database.database(), types, notation, rights, labels, this);
        layouts = new StoredLayouts(database.database(), types, rights, labels);
        pipelines = new StoredPipelines(database.database(), types, rights, labels, documents, layouts);
        directories = new StoredDirectories(types, types.store(), rights, labels);
        lists = new StoredTypes(database.database(), types, types.store(), rights, labels);
        rates = new StoredRates(database.database(), types, rights, this);
        trash = new StoredTrash(database.database(), database.journal(), types, rights, types.store());
    }

    /// A name in all languages of the portal.
    static Label named(String name) {
        return new Label.Given(Map.of("en", name, "ru", name + "-ru", "it", name + "-it"));
    }

    Document created(String typeId, Values values) {
        return switch (documents.create(typeId, values, ADMIN)) {
            case Creation.Created(Document document) -> document;
            case Creation other -> throw new AssertionError(other);
        };
    }

    Document client(String name) {
        return created("client", Values.none().with(NAME, name));
    }

    Document deal(Values more) {
        return created("deal", Values.none().with(TITLE, "Deal").and(more));
    }

    Document changed(Document document, Values values) {
        return switch (documents.change(document.ref(), Draft.of(values), ADMIN)) {
            case Change.Changed(Document now) -> now;
            case Change other -> throw new AssertionError(other);
        };
    }

    Document now(Document document) {
        return documents.get(document.ref(), ADMIN).orElseThrow();
    }

    Optional<Object> value(Document document, String fieldId) {
        Document now = now(document);
        return now.values().any(types.require(now.ref().type()).field(fieldId).orElseThrow());
    }

    List<Document> found(String typeId, Filter filter) {
        return documents.find(Query.newest(typeId).where(filter).sorted("id", false), ADMIN).documents();
    }

    <T> T done(Amendment<T> amendment) {
        return switch (amendment) {
            case Amendment.Done<T>(T now) -> now;
            case Amendment.Refused<T>(List<Refusal> reasons) -> throw new AssertionError(texts(reasons));
        };
    }

    /// The keys of the labels that refuse.
    List<String> refused(Amendment<?> amendment) {
        return switch (amendment) {
            case Amendment.Done<?> done -> throw new AssertionError("not refused: " + done);
            case Amendment.Refused<?>(List<Refusal> reasons) -> keys(reasons);
        };
    }

    List<String> refused(Creation creation) {
        return creation instanceof Creation.Refused(List<Refusal> reasons) ? keys(reasons) : List.of("not refused: " + creation);
    }

    List<String> refused(Change change) {
        return change instanceof Change.Refused(List<Refusal> reasons) ? keys(reasons) : List.of("not refused: " + change);
    }

    static List<String> keys(List<Refusal> reasons) {
        return reasons.stream().map(reason -> ((Label.Keyed) reason.reason()).key()).toList();
    }

    List<String> texts(List<Refusal> reasons) {
        return reasons.stream().map(reason -> labels.text(reason.reason(), Locale.ENGLISH)).toList();
    }

    static Money euro(String amount) {
        return Money.of(new BigDecimal(amount), java.util.Currency.getInstance("EUR"));
    }

    /// Does all background work that was asked for.
    void work() {
        List<Work> all = new ArrayList<>(asked.values());
        asked.clear();
        all.forEach(new Recompute(database.database(), types)::run);
    }

    @Override
    public void at(Instant due, String jobId, String key, String payload) {
        asked.put(jobId + " " + key, new Work(key, payload, 1));
    }

    @Override
    public boolean cancel(String jobId, String key) {
        return asked.remove(jobId + " " + key) != null;
    }

    @Override
    public void close() {
        database.close();
    }
}
