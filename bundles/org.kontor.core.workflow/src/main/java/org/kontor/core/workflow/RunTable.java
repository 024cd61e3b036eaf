package org.kontor.core.workflow;

import java.sql.JDBCType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.events.Occurrence;
import org.kontor.storage.Database;
import org.kontor.storage.Null;
import org.kontor.storage.Row;
import org.kontor.storage.Sql;
import org.kontor.storage.Transaction;

/// Runs and their waits in the database: one row per run, one per waiting step.
final class RunTable {
    /// Later than any due step: waits for something that is not a time.
    static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    /// The number of the step that lays down the others.
    static final int PLAN = -1;

    record Run(long id, DocumentRef document, String stageId, int version, Instant started, long parent, int depth, StepLog log) {
        Run with(StepLog next) {
            return new Run(id, document, stageId, version, started, parent, depth, next);
        }
    }

    record Wait(long runId, int step, Instant wakeAt, int attempt) {}

    /// A wait as it is to be kept.
    record Kept(long runId, int step, Instant wakeAt, int attempt, Optional<String> away, boolean trouble) {
        static Kept untilTypeReturns(Wait wait, String typeId) {
            return new Kept(wait.runId(), wait.step(), NEVER, wait.attempt(), Optional.of(typeAway(typeId)), false);
        }
    }

    private static final String RUN = "select id, type_id, doc_id, stage_id, version, started, parent, depth, steps from robot_run where ";

    private final Database database;

    RunTable(Database database) {
        this.database = database;
    }

    /// What a step waits for while the module of a document type is away.
    static String typeAway(String typeId) {
        return "type:" + typeId;
    }

    /// The type, when it is one that is waited for.
    static Optional<String> awayType(String awaited) {
        return Optional.of(awaited).filter(what -> what.startsWith("type:")).map(what -> what.substring("type:".length()));
    }

    /// Adds a run that began with what happened.
    long insert(Transaction tx, DocumentRef document, String stageId, int version, Occurrence began, StepLog log) {
        return tx.insert(Sql.of("insert into robot_run (type_id, doc_id, stage_id, version, started, parent, depth, steps) values (?, ?, ?, ?, ?, ?, ?, ?)",
                document.type(), document.id(), stageId, (long) version, began.moment(), began.position(), (long) began.cause().depth(), log.write()), "id");
    }

    void version(Transaction tx, Run run) {
        tx.update(Sql.of("update robot_run set version = ? where id = ?", (long) run.version(), run.id()));
    }

    void delete(Transaction tx, long runId) {
        tx.update(Sql.of("delete from robot_run where id = ?", runId));
    }

    void insertWaits(Transaction tx, List<Wait> waits) {
        tx.batch("insert into run_wait (run_id, step, wake_at, attempt) values (?, ?, ?, ?)",
                waits.stream().map(wait -> List.<Object>of(wait.runId(), (long) wait.step(), wait.wakeAt(), (long) wait.attempt())).toList());
    }

    /// Takes due waits; another node skips them meanwhile. Steps that failed before come one at a time.
    List<Wait> take(Transaction tx, Instant now, int most) {
        String due = "select run_id, step, wake_at, attempt from run_wait where wake_at <= ? and attempt ";
        String rest = " order by wake_at limit ? for update skip locked";
        List<Wait> fresh = tx.query(Sql.of(due + "= 0" + rest, now, (long) most), RunTable::wait);
        return fresh.isEmpty() ? tx.query(Sql.of(due + "> 0" + rest, now, 1L), RunTable::wait) : fresh;
    }

    /// Takes one of the steps that are kept for an activity: it comes due again at `until` unless it is over before.
    Optional<Wait> lease(Transaction tx, String activityId, Instant until) {
        Optional<Wait> kept = tx.query(Sql.of("select run_id, step, wake_at, attempt from run_wait where away = ? order by run_id, step limit 1 for update skip locked", activityId), RunTable::wait).stream().findFirst();
        Optional<Wait> leased = kept.map(wait -> new Wait(wait.runId(), wait.step(), until, wait.attempt()));
        leased.ifPresent(wait -> save(tx, List.of(), List.of(), List.of(new Kept(wait.runId(), wait.step(), until, wait.attempt(), Optional.empty(), wait.attempt() > 0))));
        return leased;
    }

    Map<Long, Run> read(Transaction tx, Collection<Long> ids) {
        return runs(tx, ids, "");
    }

    Map<Long, Run> lock(Transaction tx, Collection<Long> ids) {
        return runs(tx, ids, " for update");
    }

    private static Map<Long, Run> runs(Transaction tx, Collection<Long> ids, String locking) {
        List<Object> distinct = List.copyOf(new TreeSet<>(ids));
        String marks = distinct.stream().map(_ -> "?").collect(Collectors.joining(", "));
        return tx.query(new Sql(RUN + "id in (" + marks + ") order by id" + locking, distinct), RunTable::run).stream().collect(Collectors.toMap(Run::id, Function.identity()));
    }

    /// One run, locked as pages lock it: its waits first.
    Optional<Run> hold(Transaction tx, long runId) {
        tx.query(Sql.of("select step from run_wait where run_id = ? for update", runId), row -> row.number("step"));
        return Optional.ofNullable(lock(tx, List.of(runId)).get(runId));
    }

    /// The run of a step, locked likewise; empty when the step does not wait as it did (any more).
    Optional<Run> hold(Transaction tx, Wait wait) {
        boolean waits = tx.one(Sql.of("select step from run_wait where run_id = ? and step = ? and wake_at = ? for update", wait.runId(), (long) wait.step(), wait.wakeAt()), row -> row.number("step")).isPresent();
        return waits ? Optional.ofNullable(lock(tx, List.of(wait.runId())).get(wait.runId())) : Optional.empty();
    }

    void save(Transaction tx, Collection<Run> runs, List<Wait> over, List<Kept> kept) {
        if (!runs.isEmpty()) {
            tx.batch("update robot_run set steps = ? where id = ?", runs.stream().map(run -> List.<Object>of(run.log().write(), run.id())).toList());
        }
        if (!over.isEmpty()) {
            tx.batch("delete from run_wait where run_id = ? and step = ?", over.stream().map(wait -> List.<Object>of(wait.runId(), (long) wait.step())).toList());
        }
        if (!kept.isEmpty()) {
            tx.batch("update run_wait set wake_at = ?, attempt = ?, away = ?, trouble = ? where run_id = ? and step = ?", kept.stream()
                    .map(wait -> List.of(wait.wakeAt(), (long) wait.attempt(), wait.away().<Object>map(id -> id).orElse(new Null(JDBCType.VARCHAR)), wait.trouble(), wait.runId(), (long) wait.step()))
                    .toList());
        }
    }

    /// The waits of a document's runs, locked.
    List<Wait> lockWaits(Transaction tx, DocumentRef document) {
        return tx.query(Sql.of("select run_id, step, wake_at, attempt from run_wait where run_id in (select id from robot_run where type_id = ? and doc_id = ?) for update", document.type(), document.id()), RunTable::wait);
    }

    List<Run> of(DocumentRef document, int most) {
        return database.read(tx -> tx.query(Sql.of(RUN + "type_id = ? and doc_id = ? order by id desc limit ?", document.type(), document.id(), (long) most), RunTable::run));
    }

    List<Run> troubled(String typeId, int most) {
        return database.read(tx -> tx.query(Sql.of(RUN + "type_id = ? and id in (select run_id from run_wait where trouble = true) order by id desc limit ?", typeId, (long) most), RunTable::run));
    }

    /// Wakes the steps that wait for an activity or a type.
    Set<DocumentRef> wakeFor(String awaited, Instant now) {
        return database.write(tx -> {
            List<DocumentRef> documents = tx.query(Sql.of("select distinct r.type_id, r.doc_id from robot_run r join run_wait w on w.run_id = r.id where w.away = ?", awaited),
                    row -> new DocumentRef(row.text("type_id"), row.number("doc_id")));
            if (!documents.isEmpty()) {
                tx.update(Sql.of("update run_wait set wake_at = ?, away = null, trouble = false where away = ?", now, awaited));
            }
            return Set.copyOf(documents);
        });
    }

    Optional<Instant> next() {
        return database.read(tx -> tx.query(Sql.of("select min(wake_at) as next from run_wait"), row -> row.optionalMoment("next"))).stream().flatMap(Optional::stream).findFirst();
    }

    private static Wait wait(Row row) {
        return new Wait(row.number("run_id"), (int) row.number("step"), row.moment("wake_at"), (int) row.number("attempt"));
    }

    private static Run run(Row row) {
        return new Run(row.number("id"), new DocumentRef(row.text("type_id"), row.number("doc_id")), row.text("stage_id"), (int) row.number("version"),
                row.moment("started"), row.number("parent"), (int) row.number("depth"), StepLog.read(row.text("steps")));
    }

    /// All the runs of some waits, by id.
    static List<Long> ids(List<Wait> waits) {
        return new ArrayList<>(waits.stream().map(Wait::runId).toList());
    }
}
