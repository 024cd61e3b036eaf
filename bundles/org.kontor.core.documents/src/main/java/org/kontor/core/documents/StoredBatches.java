package org.kontor.core.documents;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.kontor.api.access.Access;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Permission;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.Batches;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Imports;
import org.kontor.api.jobs.Jobs;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.storage.Database;
import org.kontor.storage.DatabaseFailure;
import org.kontor.storage.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Keeps batches and leaves their work to a [BatchJob].
@Component(service = Batches.class)
public final class StoredBatches implements Batches {
    private final Database database;
    private final BatchTable table;
    private final DocumentTypes types;
    private final Access access;
    private final ImportLookUp imports;
    private final Jobs jobs;
    private final Clock clock = Clock.systemUTC();

    /// An import as an undo sees it.
    record Imported(String typeId, long created, boolean over) {}

    interface ImportLookUp {
        /// An import the actor may see.
        Optional<Imported> find(long id, Actor actor);
    }

    @Activate
    public StoredBatches(@Reference Database database, @Reference BatchTable table, @Reference DocumentTypes types, @Reference Access access, @Reference Imports imports, @Reference Jobs jobs) {
        this(database, table, types, access,
                (id, actor) -> imports.find(id, actor).map(done -> new Imported(done.typeId(), done.created(), done.ended().isPresent())), jobs);
    }

    StoredBatches(Database database, BatchTable table, DocumentTypes types, Access access, ImportLookUp imports, Jobs jobs) {
        this.database = database;
        this.table = table;
        this.types = types;
        this.access = access;
        this.imports = imports;
        this.jobs = jobs;
    }

    @Override
    public Start start(String typeId, Choice choice, Act act, Actor actor) {
        DocumentType type = types.require(typeId);
        if (choice instanceof Choice.Passing && act instanceof Act.Restore) {
            throw new IllegalArgumentException("a filter finds nothing in the trash: name the documents to bring back");
        }
        Operation operation = act instanceof Act.Edit ? Operation.CHANGE : Operation.DELETE;
        if (access.reach(actor, typeId, operation) == Reach.NONE) {
            return new Start.Refused(access.explain(actor, typeId, operation).rule());
        }
        Kind kind = switch (act) {
            case Act.Edit _ -> Kind.EDIT;
            case Act.Delete _ -> Kind.DELETE;
            case Act.Restore _ -> Kind.RESTORE;
        };
        long total = choice instanceof Choice.Chosen(List<Long> ids) ? ids.stream().distinct().count() : 0;
        String task = new BatchTask(choice, act).write(type);
        BatchTask.read(type, task);
        return new Start.Started(add(typeId, kind, task, last(type), total, Optional.empty(), actor));
    }

    @Override
    public Start undo(Undone what, Actor actor) {
        return switch (what) {
            case Undone.Batch(long id) -> undoBatch(what, id, actor);
            case Undone.Import(long id) -> undoImport(what, id, actor);
        };
    }

    private Start undoBatch(Undone what, long id, Actor actor) {
        Optional<Progress> batch = find(id, actor);
        if (batch.isEmpty()) {
            return new Start.Refused(Label.of("documents.batch.unknown", id));
        }
        boolean over = batch.get().state() == State.DONE || batch.get().state() == State.CANCELLED;
        return over ? undone(what, batch.get().typeId(), batch.get().done(), actor) : new Start.Refused(Label.of("documents.batch.runs"));
    }

    private Start undoImport(Undone what, long id, Actor actor) {
        Optional<Imported> done = imports.find(id, actor);
        if (done.isEmpty()) {
            return new Start.Refused(Label.of("documents.batch.unknown", id));
        }
        return done.get().over() ? undone(what, done.get().typeId(), done.get().created(), actor) : new Start.Refused(Label.of("documents.batch.runs"));
    }

    /// A unique key sees to it that of two who ask at once one is refused.
    private Start undone(Undone what, String typeId, long total, Actor actor) {
        if (table.undoOf(what).isPresent()) {
            return new Start.Refused(Label.of("documents.batch.undone"));
        }
        try {
            return new Start.Started(database.write(tx -> tx.nested(() -> add(typeId, Kind.UNDO, "{}", 0, Math.max(1, total), Optional.of(what), actor))));
        } catch (DatabaseFailure e) {
            if (e.duplicate()) {
                return new Start.Refused(Label.of("documents.batch.undone"));
            }
            throw e;
        }
    }

    private Progress add(String typeId, Kind kind, String task, long bound, long total, Optional<Undone> undoes, Actor actor) {
        long id = table.add(typeId, kind, task, bound, total, undoes, actor, clock.instant(), this::work);
        return table.find(id).orElseThrow().progress();
    }

    private void work(long id) {
        jobs.at(clock.instant(), BatchJob.ID, Long.toString(id), "");
    }

    /// The newest document there is: what is created later is not meant.
    private long last(DocumentType type) {
        return database.read(tx -> tx.one(Sql.of("select coalesce(max(id), 0) as last from " + Tables.name(type)), row -> row.number("last"))).orElse(0L);
    }

    @Override
    public Optional<Progress> find(long id, Actor actor) {
        return visible(id, actor).map(BatchTable.Kept::progress);
    }

    @Override
    public List<Progress> latest(Actor actor) {
        return seesAll(actor) ? table.latest(Optional.empty()) : actor.person().map(person -> table.latest(Optional.of(person))).orElse(List.of());
    }

    @Override
    public List<Left> left(long id, long place, int limit, Actor actor) {
        return visible(id, actor).map(batch -> table.left(batch, place, limit)).orElse(List.of());
    }

    @Override
    public boolean pause(long id, Actor actor) {
        return visible(id, actor).isPresent() && table.turn(id, State.PAUSED, clock.instant(), State.RUNNING);
    }

    @Override
    public boolean resume(long id, Actor actor) {
        return visible(id, actor).isPresent() && database.write(_ -> {
            boolean turned = table.turn(id, State.RUNNING, clock.instant(), State.PAUSED);
            if (turned) {
                work(id);
            }
            return turned;
        });
    }

    @Override
    public boolean cancel(long id, Actor actor) {
        return visible(id, actor).isPresent() && table.turn(id, State.CANCELLED, clock.instant(), State.RUNNING, State.PAUSED);
    }

    private Optional<BatchTable.Kept> visible(long id, Actor actor) {
        return table.find(id).filter(batch -> seesAll(actor) || actor.person().isPresent() && actor.person().equals(batch.progress().actor().person()));
    }

    private boolean seesAll(Actor actor) {
        return access.may(actor, Permission.ADMINISTER);
    }
}
