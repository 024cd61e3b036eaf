package org.kontor.core.documents;

import java.sql.JDBCType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.kontor.api.documents.Batches.Kind;
import org.kontor.api.documents.Batches.Left;
import org.kontor.api.documents.Batches.Progress;
import org.kontor.api.documents.Batches.State;
import org.kontor.api.documents.Batches.Undone;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Refusal;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.api.people.PersonId;
import org.kontor.storage.Database;
import org.kontor.storage.Null;
import org.kontor.storage.Row;
import org.kontor.storage.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Batches, how far they are, and what they left.
@Component(service = BatchTable.class)
public final class BatchTable {
    private static final int LATEST = 50;
    private static final int LONGEST_REASONS = 20_000;
    private static final int LONGEST_PROBLEM = 4_000;
    private static final String SELECT = "select b.*, (select u.id from batch u where u.undoes_kind = 'BATCH' and u.undoes_id = b.id) as undone_by from batch b";

    /// A batch as it is kept. `position` is the place of the last document that is done, `bound` the last that is meant.
    record Kept(Progress progress, String task, long position, long bound) {
        long id() {
            return progress.id();
        }

        boolean running() {
            return progress.state() == State.RUNNING;
        }
    }

    private final Database database;

    @Activate
    public BatchTable(@Reference Database database) {
        this.database = database;
        database.migrate("batches", BatchTable.class);
    }

    /// Adds a batch; `within` is called with its number in the same transaction.
    long add(String typeId, Kind kind, String task, long bound, long total, Optional<Undone> undoes, Actor actor, Instant now, LongConsumer within) {
        return database.write(tx -> {
            long id = tx.insert(Sql.of("insert into batch (type_id, kind, task, bound, total, undoes_kind, undoes_id, actor, person, state, started) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    typeId, kind.name(), task, bound, total, undoes.<Object>map(BatchTable::kind).orElse(new Null(JDBCType.VARCHAR)), undoes.<Object>map(BatchTable::number).orElse(new Null(JDBCType.BIGINT)),
                    ActorText.write(actor), actor.person().<Object>map(PersonId::value).orElse(new Null(JDBCType.BIGINT)), State.RUNNING.name(), now), "id");
            within.accept(id);
            return id;
        });
    }

    Optional<Kept> find(long id) {
        return database.read(tx -> tx.one(Sql.of(SELECT + " where b.id = ?", id), BatchTable::kept));
    }

    /// The batch, held until the surrounding transaction ends.
    Optional<Kept> hold(long id) {
        return database.write(tx -> tx.one(Sql.of("select id from batch where id = ? for update", id), row -> row.number("id")).flatMap(this::find));
    }

    /// The undo of an import or a batch.
    Optional<Long> undoOf(Undone undone) {
        return database.read(tx -> tx.one(Sql.of("select id from batch where undoes_kind = ? and undoes_id = ?", kind(undone), number(undone)), row -> row.number("id")));
    }

    List<Progress> latest(Optional<PersonId> whose) {
        Sql where = whose.map(person -> Sql.of(" where b.person = ?", person.value())).orElse(Sql.of(""));
        return database.read(tx -> tx.query(Sql.of(SELECT).then(where).then(" order by b.id desc limit " + LATEST), row -> kept(row).progress()));
    }

    /// Moves a batch from one of the states to another. False when it is in none of them.
    boolean turn(long id, State to, Instant now, State... from) {
        boolean over = to == State.CANCELLED || to == State.DONE;
        return database.write(tx -> hold(id).filter(batch -> List.of(from).contains(batch.progress().state()))
                .map(_ -> tx.update(Sql.of("update batch set state = ?, ended = ?, problem = null, total = case when ? then done + refused else total end where id = ?",
                        to.name(), over ? now : new Null(JDBCType.TIMESTAMP_WITH_TIMEZONE), to == State.DONE, id)))
                .isPresent());
    }

    void total(long id, long documents) {
        database.write(tx -> tx.update(Sql.of("update batch set total = ? where id = ?", documents, id)));
    }

    /// Notes that documents up to `position` are done, those that were left among them.
    void advance(long id, long position, int documents, List<Left> left) {
        database.write(tx -> {
            if (!left.isEmpty()) {
                tx.batch("insert into batch_left (batch_id, place, doc_type, doc_id, reasons) values (?, ?, ?, ?, ?)", left.stream()
                        .map(each -> List.<Object>of(id, each.place(), each.ref().type(), each.ref().id(), LabelText.write(each.reasons().stream().map(Refusal::reason).toList(), LONGEST_REASONS)))
                        .toList());
            }
            return tx.update(Sql.of("update batch set position = ?, done = done + ?, refused = refused + ?, problem = null where id = ?", position, documents - left.size(), left.size(), id));
        });
    }

    /// Notes why the batch stands still at the moment, or was stopped.
    void held(long id, Label problem) {
        database.write(tx -> tx.update(Sql.of("update batch set problem = ? where id = ?", LabelText.write(List.of(problem), LONGEST_PROBLEM), id)));
    }

    /// Behind `place`; those of an undo, which goes from the last to the first, in its order too.
    List<Left> left(Kept batch, long place, int limit) {
        boolean back = batch.progress().kind() == Kind.UNDO;
        Sql sql = Sql.of("select place, doc_type, doc_id, reasons from batch_left where batch_id = ? and place " + (back ? "<" : ">") + " ? order by place " + (back ? "desc" : "asc") + " limit ?",
                batch.id(), back && place == 0 ? Long.MAX_VALUE : place, limit);
        return database.read(tx -> tx.query(sql, row -> new Left(row.number("place"), new DocumentRef(row.text("doc_type"), row.number("doc_id")),
                LabelText.read(row.text("reasons")).stream().map(Refusal::of).toList())));
    }

    private static String kind(Undone undone) {
        return undone instanceof Undone.Import ? "IMPORT" : "BATCH";
    }

    private static long number(Undone undone) {
        return switch (undone) {
            case Undone.Batch(long id) -> id;
            case Undone.Import(long id) -> id;
        };
    }

    private static Kept kept(Row row) {
        Optional<Undone> undoes = row.optionalNumber("undoes_id").map(id -> row.text("undoes_kind").equals("IMPORT") ? new Undone.Import(id) : new Undone.Batch(id));
        Progress progress = new Progress(
                row.number("id"),
                row.text("type_id"),
                Kind.valueOf(row.text("kind")),
                State.valueOf(row.text("state")),
                row.number("total"),
                row.number("done"),
                row.number("refused"),
                ActorText.read(row.text("actor")),
                row.moment("started"),
                row.optionalMoment("ended"),
                undoes,
                row.optionalNumber("undone_by"),
                row.optionalText("problem").flatMap(text -> LabelText.read(text).stream().findFirst()));
        return new Kept(progress, row.text("task"), row.number("position"), row.number("bound"));
    }
}
