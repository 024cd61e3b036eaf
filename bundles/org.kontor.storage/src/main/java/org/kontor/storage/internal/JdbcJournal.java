package org.kontor.storage.internal;

import java.sql.JDBCType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.events.Cause;
import org.kontor.storage.Database;
import org.kontor.storage.Engine;
import org.kontor.storage.Journal;
import org.kontor.storage.Null;
import org.kontor.storage.Row;
import org.kontor.storage.Sql;
import org.kontor.storage.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// The journal as one append-only table.
///
/// On PostgreSQL the epoch is the number of the writing transaction, and readers stay below the oldest one still running
/// (`pg_snapshot_xmin`); on H2 there is one process, and a [Horizon] in memory does the same.
@Component(service = Journal.class)
public final class JdbcJournal implements Journal {
    private static final ScopedValue<Cause> CAUSE = ScopedValue.newInstance();
    private static final String COLUMNS =
            "epoch, position, moment, actor, parent, depth, import_id, batch_id, event, doc_type, doc_id, body";
    private static final String H2_INSERT = "insert into journal (" + COLUMNS + ") values (0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String POSTGRESQL_INSERT = "insert into journal (" + COLUMNS
            + ") values (pg_current_xact_id()::text::bigint, nextval('journal_position'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SETTLED = "epoch < pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

    private final Database database;
    private final Horizon horizon;
    private final List<Runnable> wakers = new CopyOnWriteArrayList<>();
    private final Optional<Settling> settling;

    @Activate
    public JdbcJournal(@Reference Database database) {
        this.database = database;
        database.migrate("journal", JdbcJournal.class);
        this.horizon = new Horizon(database.read(tx -> tx.one(
                        Sql.of("select coalesce(max(position), 0) + 1 as next from journal"), row -> row.number("next")))
                .orElse(1L));
        this.settling = database.engine() == Engine.POSTGRESQL ? Optional.of(new Settling(database, this::wake)) : Optional.empty();
    }

    /// Ends the thread that waits for older transactions.
    @Deactivate
    public void close() {
        settling.ifPresent(Settling::close);
    }

    @Override
    public void append(List<NewEntry> entries) {
        database.write(tx -> {
            Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
            List<List<Object>> rows = entries.stream().map(entry -> parameters(entry, now)).toList();
            switch (database.engine()) {
                case H2 -> tx.behind(H2_INSERT, numbered(rows, horizon.take((JdbcTransaction) tx, entries.size())));
                case POSTGRESQL -> tx.behind(POSTGRESQL_INSERT, rows);
            }
            ((JdbcTransaction) tx).atEnd(this, this::ended);
            return entries;
        });
    }

    private static List<List<Object>> numbered(List<List<Object>> rows, long first) {
        List<List<Object>> all = new ArrayList<>();
        for (List<Object> row : rows) {
            List<Object> numbered = new ArrayList<>(List.of(first + all.size()));
            numbered.addAll(row);
            all.add(numbered);
        }
        return all;
    }

    @Override
    public <T> T because(Cause cause, Supplier<T> work) {
        return ScopedValue.where(CAUSE, cause).call(work::get);
    }

    @Override
    public Cause cause() {
        return CAUSE.isBound() ? CAUSE.get() : new Cause.Direct();
    }

    @Override
    public List<Entry> after(Cursor cursor, int limit) {
        Sql select = Sql.of("select " + COLUMNS + " from journal where ");
        Sql wanted = database.engine() == Engine.H2
                ? select.then("position > ? and position < ?", cursor.position(), horizon.undecided())
                : select.then("(epoch, position) > (?, ?) and " + SETTLED, cursor.epoch(), cursor.position());
        Sql ordered = wanted.then(database.engine() == Engine.H2 ? " order by position limit ?" : " order by epoch, position limit ?", limit);
        return database.read(tx -> tx.query(ordered, JdbcJournal::entry));
    }

    @Override
    public Cursor end() {
        if (database.engine() == Engine.H2) {
            return new Cursor(0, horizon.undecided() - 1);
        }
        Sql last = Sql.of("select epoch, position from journal where " + SETTLED + " order by epoch desc, position desc limit 1");
        return database.read(tx -> tx.one(last, row -> new Cursor(row.number("epoch"), row.number("position")))).orElse(Cursor.START);
    }

    @Override
    public List<Entry> of(DocumentRef document, long before, int limit) {
        Sql wanted = Sql.of("select " + COLUMNS + " from journal where doc_type = ? and doc_id = ? and position < ? order by position desc limit ?",
                document.type(), document.id(), before, limit);
        return database.read(tx -> tx.query(wanted, JdbcJournal::entry));
    }

    /// Ordered by the whole index: H2 would read and sort all entries of the batch for each page.
    @Override
    public List<Entry> of(Cause batch, long before, int limit) {
        return switch (batch) {
            case Cause.Batch(long id) -> ofOne("batch_id", id, before, limit);
            case Cause.Import(long id) -> ofOne("import_id", id, before, limit);
            case Cause.Direct _, Cause.Follows _ -> List.of();
        };
    }

    private List<Entry> ofOne(String column, long id, long before, int limit) {
        Sql sql = Sql.of("select " + COLUMNS + " from journal where " + column + " = ? and position < ? order by " + column + " desc, position desc limit ?", id, before, limit);
        return database.read(tx -> tx.query(sql, JdbcJournal::entry));
    }

    @Override
    public Optional<Entry> at(long position) {
        return database.read(tx -> tx.one(Sql.of("select " + COLUMNS + " from journal where position = ?", position), JdbcJournal::entry));
    }

    @Override
    public List<Entry> at(List<Long> positions) {
        if (positions.isEmpty()) {
            return List.of();
        }
        String marks = String.join(", ", Collections.nCopies(positions.size(), "?"));
        return database.read(tx -> tx.query(new Sql("select " + COLUMNS + " from journal where position in (" + marks + ")", List.copyOf(positions)), JdbcJournal::entry));
    }

    @Override
    public AutoCloseable onCommit(Runnable wake) {
        wakers.add(wake);
        return () -> wakers.remove(wake);
    }

    /// Readers may go on also when the transaction was rolled back: others may have waited behind it.
    private void ended() {
        wake();
        settling.ifPresent(Settling::committed);
    }

    private void wake() {
        wakers.forEach(Runnable::run);
    }

    private List<Object> parameters(NewEntry entry, Instant now) {
        Cause cause = cause();
        Optional<Long> parent = cause instanceof Cause.Follows follows ? Optional.of(follows.parent()) : Optional.empty();
        Optional<Long> importId = cause instanceof Cause.Import(long id) ? Optional.of(id) : Optional.empty();
        Optional<Long> batchId = cause instanceof Cause.Batch(long id) ? Optional.of(id) : Optional.empty();
        return List.of(
                now,
                ActorText.write(entry.actor()),
                orNull(parent),
                (long) cause.depth(),
                orNull(importId),
                orNull(batchId),
                entry.event(),
                entry.document().<Object>map(DocumentRef::type).orElse(new Null(JDBCType.VARCHAR)),
                orNull(entry.document().map(DocumentRef::id)),
                entry.body());
    }

    private static Object orNull(Optional<Long> number) {
        return number.<Object>map(Function.identity()).orElse(new Null(JDBCType.BIGINT));
    }

    private static Entry entry(Row row) {
        Optional<Long> importId = row.optionalNumber("import_id");
        Optional<Long> parent = row.optionalNumber("parent");
        Cause cause = importId.<Cause>map(Cause.Import::new)
                .or(() -> row.optionalNumber("batch_id").map(Cause.Batch::new))
                .or(() -> parent.map(position -> new Cause.Follows(position, (int) row.number("depth"))))
                .orElse(new Cause.Direct());
        return new Entry(
                new Cursor(row.number("epoch"), row.number("position")),
                row.moment("moment"),
                ActorText.read(row.text("actor")),
                cause,
                row.text("event"),
                row.optionalText("doc_type").map(type -> new DocumentRef(type, row.number("doc_id"))),
                row.text("body"));
    }
}
