package org.kontor.core.documents;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kontor.api.access.Access;
import org.kontor.api.access.Operation;
import org.kontor.api.documents.Board;
import org.kontor.api.documents.BoardQuery;
import org.kontor.api.documents.Change;
import org.kontor.api.documents.Count;
import org.kontor.api.documents.Creation;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentGuard;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Grouping;
import org.kontor.api.documents.HistoryEntry;
import org.kontor.api.documents.Notation;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Slice;
import org.kontor.api.documents.Values;
import org.kontor.api.jobs.Jobs;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.storage.Database;
import org.kontor.storage.Journal;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Documents in tables, guarded and journalled.
@Component(service = Documents.class)
public final class JdbcDocuments implements Documents {
    private final DocumentTypes types;
    private final Rights rights;
    private final Reader reader;
    private final Writer writer;
    private final History history;
    private final Views views;
    private final Changing changing;
    private final Undoing undoing;
    private final Clock clock;
    private final Runnable atEnd;

    @Activate
    public JdbcDocuments(
            BundleContext context,
            @Reference Database database,
            @Reference Journal journal,
            @Reference DocumentTypes types,
            @Reference Access access,
            @Reference Notation notation,
            @Reference ShapeStore store,
            @Reference Views views,
            @Reference Jobs jobs) {
        this(database, journal, types, access, notation, store, views, jobs, new Guards(context));
    }

    private JdbcDocuments(Database database, Journal journal, DocumentTypes types, Access access, Notation notation, ShapeStore store, Views views, Jobs jobs, Guards guards) {
        this(database, journal, types, access, notation, store, views, jobs, guards.present(), Clock.systemUTC(), guards::close);
    }

    JdbcDocuments(Database database, Journal journal, DocumentTypes types, Access access, Notation notation, ShapeStore store, Views views, Jobs jobs, List<DocumentGuard> guards, Clock clock) {
        this(database, journal, types, access, notation, store, views, jobs, guards, clock, () -> {});
    }

    private JdbcDocuments(Database database, Journal journal, DocumentTypes types, Access access, Notation notation, ShapeStore store, Views views, Jobs jobs, List<DocumentGuard> guards, Clock clock, Runnable atEnd) {
        database.migrate("documents", JdbcDocuments.class);
        database.migrate("search", JdbcDocuments.class);
        this.types = types;
        this.rights = new Rights(access, database);
        this.reader = new Reader(database);
        this.history = new History(journal);
        this.views = views;
        Formulas formulas = new Formulas();
        MatchKeys keys = new MatchKeys(database, new MatchRules(store));
        Checks checks = new Checks(notation, new FieldRules(new FilterConditions(types, notation, database, access, clock), clock), new StageRules(typeId -> StageRules.movesAllowed(store, typeId)), formulas, keys, guards);
        this.writer = new Writer(database, journal, checks, new RollUps(database, types, formulas, clock), keys, new FreshWords(jobs, clock), clock);
        this.changing = new Changing(database, rights, checks, reader, writer, history);
        this.undoing = new Undoing(journal, history, changing, writer);
        this.clock = clock;
        this.atEnd = atEnd;
    }

    @Deactivate
    void close() {
        atEnd.run();
    }

    @Override
    public Creation create(String typeId, Values values, Optional<String> stage, Actor actor) {
        DocumentType type = types.require(typeId);
        return rights.creating(type, values, stage, actor).<Creation>map(Creation.Denied::new).orElseGet(() -> writer.create(type, List.of(values), stage, actor).getFirst());
    }

    @Override
    public List<Creation> createAll(String typeId, List<Values> all, Optional<String> stage, Actor actor) {
        DocumentType type = types.require(typeId);
        List<Optional<Label>> denied = all.stream().map(values -> rights.creating(type, values, stage, actor)).toList();
        List<Values> allowed = IntStream.range(0, all.size()).filter(i -> denied.get(i).isEmpty()).mapToObj(all::get).toList();
        Iterator<Creation> written = (allowed.isEmpty() ? List.<Creation>of() : writer.create(type, allowed, stage, actor)).iterator();
        return denied.stream().map(rule -> rule.<Creation>map(Creation.Denied::new).orElseGet(written::next)).toList();
    }

    @Override
    public Change change(DocumentRef ref, Draft draft, Actor actor) {
        return changing.change(types.require(ref.type()), ref, draft, actor);
    }

    @Override
    public Change changeExactly(DocumentRef ref, Draft draft, Actor actor) {
        return changing.changeExactly(types.require(ref.type()), ref, draft, actor);
    }

    @Override
    public Change delete(DocumentRef ref, long expectedVersion, Actor actor) {
        return changing.delete(types.require(ref.type()), ref, expectedVersion, actor);
    }

    @Override
    public Change delete(DocumentRef ref, Actor actor) {
        return changing.delete(types.require(ref.type()), ref, actor);
    }

    @Override
    public Change restore(DocumentRef ref, Actor actor) {
        return changing.restore(types.require(ref.type()), ref, actor);
    }

    @Override
    public Change undo(DocumentRef ref, long position, Actor actor) {
        return undoing.undo(types.require(ref.type()), ref, position, actor);
    }

    @Override
    public List<Change> undoAll(List<Step> steps, Actor actor) {
        return undoing.undoAll(types::require, steps, actor);
    }

    @Override
    public Optional<Document> view(DocumentRef ref, Actor actor) {
        Optional<Document> document = get(ref, actor);
        document.ifPresent(shown -> views.note(shown, actor));
        return document;
    }

    @Override
    public Optional<Document> asOf(DocumentRef ref, Instant moment, Actor actor) {
        return get(ref, actor).flatMap(now -> history.asOf(types.require(ref.type()), now, moment));
    }

    @Override
    public Optional<Document> get(DocumentRef ref, Actor actor) {
        return types.find(ref.type())
                .flatMap(type -> reader.get(type, ref.id(), false, false).filter(document -> rights.may(Operation.READ, type, document, actor)));
    }

    @Override
    public Slice find(Query query, Actor actor) {
        DocumentType type = types.require(query.typeId());
        return reader.page(type, query, view(actor));
    }

    @Override
    public Count count(String typeId, Filter filter, int bound, Actor actor) {
        DocumentType type = types.require(typeId);
        return reader.count(type, filter, bound, view(actor));
    }

    @Override
    public Board board(BoardQuery query, Actor actor) {
        return reader.board(types.require(query.typeId()), query, view(actor));
    }

    @Override
    public List<Grouping.Group> groups(Grouping grouping, Actor actor) {
        return reader.groups(types.require(grouping.typeId()), grouping, view(actor));
    }

    private Viewpoint view(Actor actor) {
        return Viewpoint.of(actor, types, rights, clock);
    }

    @Override
    public List<HistoryEntry> history(DocumentRef ref, long before, int limit, Actor actor) {
        return get(ref, actor).isEmpty() ? new ArrayList<>() : history.of(types.require(ref.type()), ref, before, limit);
    }
}
