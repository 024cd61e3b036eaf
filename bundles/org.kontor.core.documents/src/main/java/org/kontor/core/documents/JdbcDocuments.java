package org.kontor.core.documents;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.access.Access;
import org.kontor.api.access.Operation;
import org.kontor.api.documents.Board;
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
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.HistoryEntry;
import org.kontor.api.documents.Notation;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Refusal;
import org.kontor.api.documents.Slice;
import org.kontor.api.documents.Values;
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
    private final Database database;
    private final DocumentTypes types;
    private final Rights rights;
    private final Checks checks;
    private final Reader reader;
    private final Writer writer;
    private final History history;
    private final Runnable atEnd;

    @Activate
    public JdbcDocuments(
            BundleContext context,
            @Reference Database database,
            @Reference Journal journal,
            @Reference DocumentTypes types,
            @Reference Access access,
            @Reference Notation notation) {
        this(database, journal, types, access, notation, new Guards(context));
    }

    private JdbcDocuments(Database database, Journal journal, DocumentTypes types, Access access, Notation notation, Guards guards) {
        this(database, journal, types, access, notation, guards.present(), Clock.systemUTC(), guards::close);
    }

    JdbcDocuments(Database database, Journal journal, DocumentTypes types, Access access, Notation notation, List<DocumentGuard> guards, Clock clock) {
        this(database, journal, types, access, notation, guards, clock, () -> {});
    }

    private JdbcDocuments(Database database, Journal journal, DocumentTypes types, Access access, Notation notation, List<DocumentGuard> guards, Clock clock, Runnable atEnd) {
        this.database = database;
        this.types = types;
        this.rights = new Rights(access);
        this.checks = new Checks(notation, new FieldRules(new FilterConditions(types), clock), guards);
        this.reader = new Reader(database);
        this.writer = new Writer(database, journal, checks, clock);
        this.history = new History(journal);
        this.atEnd = atEnd;
    }

    @Deactivate
    void close() {
        atEnd.run();
    }

    @Override
    public Creation create(String typeId, Values values, Optional<String> stage, Actor actor) {
        DocumentType type = types.require(typeId);
        return rights.mayCreate(type, actor)
                ? writer.create(type, List.of(values), stage, actor).getFirst()
                : new Creation.Denied(rights.rule(Operation.CREATE, type, actor));
    }

    @Override
    public List<Creation> createAll(String typeId, List<Values> all, Actor actor) {
        DocumentType type = types.require(typeId);
        if (!rights.mayCreate(type, actor)) {
            return all.stream().<Creation>map(_ -> new Creation.Denied(rights.rule(Operation.CREATE, type, actor))).toList();
        }
        return all.isEmpty() ? List.of() : writer.create(type, all, Optional.empty(), actor);
    }

    @Override
    public Change change(DocumentRef ref, Draft draft, Actor actor) {
        DocumentType type = types.require(ref.type());
        return database.write(_ -> guarded(type, ref, false, Operation.CHANGE, actor, before -> change(type, before, draft, actor)));
    }

    private Change change(DocumentType type, Document before, Draft draft, Actor actor) {
        Set<String> mine = differences(type, before, draft);
        if (draft.expectedVersion().filter(version -> version < before.version()).isPresent()) {
            Set<String> both = history.changedSince(before.ref(), draft.expectedVersion().get());
            both.retainAll(mine);
            if (!both.isEmpty()) {
                return new Change.Conflict(before, both);
            }
        }
        Values after = before.values().and(draft.values());
        List<Refusal> reasons = checks.check(type, Optional.of(before), draft.values(), after, draft.stage().or(before::stage), actor);
        if (!reasons.isEmpty()) {
            return new Change.Refused(reasons);
        }
        return new Change.Changed(mine.isEmpty() ? before : writer.update(type, before, after, draft.stage().or(before::stage), actor));
    }

    private static Set<String> differences(DocumentType type, Document before, Draft draft) {
        Set<String> mine = new HashSet<>();
        for (Field<?> field : type.fields()) {
            if (draft.values().mentions(field) && !draft.values().any(field).equals(before.values().any(field))) {
                mine.add(field.id());
            }
        }
        if (draft.stage().isPresent() && !draft.stage().equals(before.stage())) {
            mine.add("stage");
        }
        return mine;
    }

    @Override
    public Change delete(DocumentRef ref, Actor actor) {
        DocumentType type = types.require(ref.type());
        return database.write(_ -> guarded(type, ref, false, Operation.DELETE, actor, before -> new Change.Changed(writer.mark(type, before, true, actor))));
    }

    @Override
    public Change restore(DocumentRef ref, Actor actor) {
        DocumentType type = types.require(ref.type());
        return database.write(_ -> guarded(type, ref, true, Operation.DELETE, actor, before -> new Change.Changed(writer.mark(type, before, false, actor))));
    }

    private interface Act {
        Change on(Document before);
    }

    private Change guarded(DocumentType type, DocumentRef ref, boolean deleted, Operation operation, Actor actor, Act act) {
        Optional<Document> before = reader.get(type, ref.id(), deleted, true).filter(document -> rights.may(Operation.READ, type, document, actor));
        if (before.isEmpty()) {
            return new Change.Missing();
        }
        return rights.may(operation, type, before.get(), actor) ? act.on(before.get()) : new Change.Denied(rights.rule(operation, type, actor));
    }

    @Override
    public Optional<Document> get(DocumentRef ref, Actor actor) {
        return types.find(ref.type())
                .flatMap(type -> reader.get(type, ref.id(), false, false).filter(document -> rights.may(Operation.READ, type, document, actor)));
    }

    @Override
    public Slice find(Query query, Actor actor) {
        DocumentType type = types.require(query.typeId());
        return reader.page(type, query, rights.readable(type, actor));
    }

    @Override
    public Count count(String typeId, Filter filter, int bound, Actor actor) {
        DocumentType type = types.require(typeId);
        return reader.count(type, filter, bound, rights.readable(type, actor));
    }

    @Override
    public Board board(String typeId, Filter filter, int perStage, Actor actor) {
        DocumentType type = types.require(typeId);
        return reader.board(type, filter, perStage, rights.readable(type, actor));
    }

    @Override
    public List<HistoryEntry> history(DocumentRef ref, long before, int limit, Actor actor) {
        return get(ref, actor).isEmpty() ? new ArrayList<>() : history.of(types.require(ref.type()), ref, before, limit);
    }
}
