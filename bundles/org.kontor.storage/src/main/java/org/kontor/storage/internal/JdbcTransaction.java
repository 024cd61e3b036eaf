package org.kontor.storage.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kontor.storage.DatabaseFailure;
import org.kontor.storage.Row;
import org.kontor.storage.Sql;
import org.kontor.storage.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A transaction on one connection.
final class JdbcTransaction implements Transaction {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcTransaction.class);
    private static final int BATCH = 500;
    /// More rows than that are a batch, and not left behind.
    private static final int FEW = 20;

    private final OpenConnection line;
    private final Optional<Behind> behind;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final Map<Object, Runnable> atEnd = new LinkedHashMap<>();

    /// `behind` is there when statements are sent together.
    JdbcTransaction(Connection connection, WriteGate gate, Optional<Behind> behind) {
        this.behind = behind;
        this.line = new OpenConnection(connection, gate);
    }

    @Override
    public <T> List<T> query(Sql sql, Function<Row, T> reader) {
        catchUp();
        OpenConnection.Execution<List<T>> execution = statement -> {
            Parameters.bind(statement, sql.parameters());
            try (ResultSet result = statement.executeQuery()) {
                JdbcRow row = new JdbcRow(result);
                List<T> all = new ArrayList<>();
                while (result.next()) {
                    all.add(reader.apply(row));
                }
                return all;
            }
        };
        boolean locking = sql.text().contains(" for update");
        return locking ? line.writing(sql.text(), line.connection()::prepareStatement, execution) : line.statement(sql.text(), line.connection()::prepareStatement, execution);
    }

    @Override
    public <T> Optional<T> one(Sql sql, Function<Row, T> reader) {
        List<T> all = query(sql, reader);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
    }

    @Override
    public int update(Sql sql) {
        catchUp();
        return line.writing(sql.text(), line.connection()::prepareStatement, statement -> {
            Parameters.bind(statement, sql.parameters());
            return statement.executeUpdate();
        });
    }

    @Override
    public long insert(Sql sql, String keyColumn) {
        return insertAll(sql.text(), List.of(sql.parameters()), keyColumn).getFirst();
    }

    @Override
    public int[] batch(String text, List<List<Object>> parameters) {
        catchUp();
        Optional<ManyRows> many = parameters.size() > 1 ? ManyRows.of(text, parameters.getFirst().size()) : Optional.empty();
        if (many.isPresent()) {
            inChunks(text, many.get(), parameters, line.connection()::prepareStatement, PreparedStatement::executeUpdate);
            int[] counts = new int[parameters.size()];
            Arrays.fill(counts, 1);
            return counts;
        }
        return line.writing(text, line.connection()::prepareStatement, statement -> {
            int[] counts = new int[parameters.size()];
            for (int start = 0; start < parameters.size(); start += BATCH) {
                int[] part = execute(statement, parameters.subList(start, Math.min(start + BATCH, parameters.size())));
                System.arraycopy(part, 0, counts, start, part.length);
            }
            return counts;
        });
    }

    @Override
    public void behind(String text, List<List<Object>> parameters) {
        if (behind.isEmpty() || parameters.size() > FEW) {
            batch(text, parameters);
            return;
        }
        line.check();
        Optional<ManyRows> many = parameters.size() > 1 ? ManyRows.of(text, parameters.getFirst().size()) : Optional.empty();
        if (many.isPresent()) {
            behind.get().add(new Sql(many.get().text(parameters.size()), parameters.stream().flatMap(List::stream).toList()));
        } else {
            parameters.forEach(each -> behind.get().add(new Sql(text, each)));
        }
    }

    /// Sends what was left behind.
    private void catchUp() {
        behind.flatMap(Behind::take).ifPresent(all -> line.writing(all.text(), line.connection()::prepareStatement, statement -> {
            Parameters.bind(statement, all.parameters());
            return statement.execute();
        }));
    }

    @Override
    public List<Long> insertAll(String text, List<List<Object>> parameters, String keyColumn) {
        catchUp();
        OpenConnection.Preparation keyed = sql -> line.connection().prepareStatement(sql, new String[] {keyColumn});
        Optional<ManyRows> many = parameters.size() > 1 ? ManyRows.of(text, parameters.getFirst().size()) : Optional.empty();
        if (many.isPresent()) {
            List<Long> keys = new ArrayList<>(parameters.size());
            inChunks(text, many.get(), parameters, keyed, statement -> {
                statement.executeUpdate();
                keys(statement, keys);
            });
            return keys;
        }
        return line.writing(text, keyed, statement -> {
            List<Long> keys = new ArrayList<>(parameters.size());
            for (List<Object> each : parameters) {
                Parameters.bind(statement, each);
                statement.executeUpdate();
                keys(statement, keys);
            }
            return keys;
        });
    }

    private static void keys(PreparedStatement statement, List<Long> keys) throws SQLException {
        try (ResultSet result = statement.getGeneratedKeys()) {
            while (result.next()) {
                keys.add(result.getLong(1));
            }
        }
    }

    private interface Execute {
        void run(PreparedStatement statement) throws SQLException;
    }

    /// Inserts many rows with few statements: full ones, which are prepared once, and one for the rest.
    private void inChunks(String text, ManyRows many, List<List<Object>> parameters, OpenConnection.Preparation preparation, Execute execute) {
        int full = parameters.size() / many.most() * many.most();
        chunks(text, many, parameters.subList(0, full), many.most(), preparation, execute);
        chunks(text, many, parameters.subList(full, parameters.size()), parameters.size() - full, preparation, execute);
    }

    private void chunks(String text, ManyRows many, List<List<Object>> parameters, int rows, OpenConnection.Preparation preparation, Execute execute) {
        if (parameters.isEmpty()) {
            return;
        }
        line.writing(text, _ -> preparation.prepare(many.text(rows)), statement -> {
            List<Object> flat = new ArrayList<>(rows * many.parameters());
            for (int start = 0; start < parameters.size(); start += rows) {
                flat.clear();
                parameters.subList(start, start + rows).forEach(flat::addAll);
                Parameters.bind(statement, flat);
                execute.run(statement);
            }
            return true;
        });
    }

    @Override
    public <T> T nested(Supplier<T> work) {
        catchUp();
        int actions = afterCommit.size();
        Savepoint savepoint = line.act("savepoint", Connection::setSavepoint);
        try {
            T result = work.get();
            catchUp();
            line.act("release savepoint", connection -> {
                connection.releaseSavepoint(savepoint);
                return true;
            });
            return result;
        } catch (RuntimeException | Error e) {
            behind.ifPresent(Behind::clear);
            back(savepoint, e);
            afterCommit.subList(actions, afterCommit.size()).clear();
            throw e;
        }
    }

    /// Takes back what was written since a savepoint; when that can't be done nothing of the transaction may be kept.
    private void back(Savepoint savepoint, Throwable reason) {
        try {
            line.act("rollback to savepoint", connection -> {
                connection.rollback(savepoint);
                return true;
            });
        } catch (DatabaseFailure e) {
            line.doom(e);
            reason.addSuppressed(e);
        } catch (IllegalStateException e) {
            reason.addSuppressed(e);
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    /// Calls `action` when the transaction is over, however it ended; of several for a key only the first, in the order they came.
    ///
    /// @throws IllegalStateException when it is over
    void atEnd(Object key, Runnable action) {
        line.check();
        atEnd.putIfAbsent(key, action);
    }

    /// @throws IllegalStateException when it is over
    JdbcTransaction usable() {
        line.check();
        return this;
    }

    void commit() {
        catchUp();
        line.commit();
        ended();
    }

    void rollback() {
        if (line.rollback("is over: it was used after its roll-back")) {
            ended();
        }
    }

    /// Takes the transaction away from a thread that doesn't come to an end. False when it is over already.
    boolean abandon(Duration bound) {
        String reason = "took longer than " + bound.toMillis() / 1000.0 + " s and was rolled back";
        line.forbid(reason);
        boolean first = line.rollback(reason);
        if (first) {
            ended();
        }
        return first;
    }

    void runAfterCommit() {
        afterCommit.forEach(action -> run(action, "an action after a commit failed; what was committed is kept"));
    }

    private void ended() {
        atEnd.values().forEach(action -> run(action, "an action at the end of a transaction failed"));
    }

    private static void run(Runnable action, String problem) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error(problem, e);
        }
    }

    /// A single row is no batch: for keys of one PostgreSQL's driver asks the server about the statement first, each time.
    private static int[] execute(PreparedStatement statement, List<List<Object>> parameters) throws SQLException {
        if (parameters.size() == 1) {
            Parameters.bind(statement, parameters.getFirst());
            return new int[] {statement.executeUpdate()};
        }
        for (List<Object> each : parameters) {
            Parameters.bind(statement, each);
            statement.addBatch();
        }
        return statement.executeBatch();
    }
}
