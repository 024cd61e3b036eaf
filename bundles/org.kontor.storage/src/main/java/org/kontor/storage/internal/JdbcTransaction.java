package org.kontor.storage.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kontor.storage.DatabaseFailure;
import org.kontor.storage.Row;
import org.kontor.storage.Sql;
import org.kontor.storage.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection while a transaction is open on it.
final class JdbcTransaction implements Transaction {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcTransaction.class);
    private static final int BATCH = 500;

    private final Connection connection;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<Runnable> atEnd = new ArrayList<>();
    private boolean over;
    private String reason = "is over: it was used after its end";

    JdbcTransaction(Connection connection) {
        this.connection = connection;
    }

    @Override
    public <T> List<T> query(Sql sql, Function<Row, T> reader) {
        return with(sql.text(), connection::prepareStatement, statement -> {
            Parameters.bind(statement, sql.parameters());
            try (ResultSet result = statement.executeQuery()) {
                JdbcRow row = new JdbcRow(result);
                List<T> all = new ArrayList<>();
                while (result.next()) {
                    all.add(reader.apply(row));
                }
                return all;
            }
        });
    }

    @Override
    public <T> Optional<T> one(Sql sql, Function<Row, T> reader) {
        List<T> all = query(sql, reader);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
    }

    @Override
    public int update(Sql sql) {
        return with(sql.text(), connection::prepareStatement, statement -> {
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
        return with(text, connection::prepareStatement, statement -> {
            int[] counts = new int[parameters.size()];
            for (int start = 0; start < parameters.size(); start += BATCH) {
                int[] part = execute(statement, parameters.subList(start, Math.min(start + BATCH, parameters.size())));
                System.arraycopy(part, 0, counts, start, part.length);
            }
            return counts;
        });
    }

    @Override
    public List<Long> insertAll(String text, List<List<Object>> parameters, String keyColumn) {
        return with(text, sql -> connection.prepareStatement(sql, new String[] {keyColumn}), statement -> {
            List<Long> keys = new ArrayList<>(parameters.size());
            for (int start = 0; start < parameters.size(); start += BATCH) {
                execute(statement, parameters.subList(start, Math.min(start + BATCH, parameters.size())));
                try (ResultSet result = statement.getGeneratedKeys()) {
                    while (result.next()) {
                        keys.add(result.getLong(1));
                    }
                }
            }
            return keys;
        });
    }

    @Override
    public <T> T nested(Supplier<T> work) {
        int actions = afterCommit.size();
        Savepoint savepoint = with("savepoint", _ -> null, _ -> connection.setSavepoint());
        try {
            T result = work.get();
            with("release", _ -> null, _ -> {
                connection.releaseSavepoint(savepoint);
                return true;
            });
            return result;
        } catch (RuntimeException | Error e) {
            with("rollback", _ -> null, _ -> {
                connection.rollback(savepoint);
                return true;
            });
            afterCommit.subList(actions, afterCommit.size()).clear();
            throw e;
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    /// Calls `action` when the transaction is over, however it ended.
    void atEnd(Runnable action) {
        atEnd.add(action);
    }

    synchronized boolean open() {
        return !over;
    }

    void commit() {
        with("commit", _ -> null, _ -> {
            connection.commit();
            return true;
        });
        end("is over: it was used after its commit");
    }

    void rollback() {
        synchronized (this) {
            if (over) {
                return;
            }
            try {
                connection.rollback();
            } catch (SQLException e) {
                LOG.warn("transaction could not be rolled back", e);
            }
        }
        end("is over: it was used after its roll-back");
    }

    /// Takes the transaction away from a thread that doesn't come to an end. False when it is over already.
    boolean abandon(Duration bound) {
        if (!open()) {
            return false;
        }
        rollback();
        synchronized (this) {
            reason = "took longer than " + bound.toSeconds() + " s and was rolled back";
        }
        return true;
    }

    void runAfterCommit() {
        for (Runnable action : afterCommit) {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.error("an action after a commit failed; what was committed is kept", e);
            }
        }
    }

    private synchronized void end(String why) {
        if (over) {
            return;
        }
        over = true;
        reason = why;
        atEnd.forEach(Runnable::run);
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("connection not closed", e);
        }
    }

    private static int[] execute(PreparedStatement statement, List<List<Object>> parameters) throws SQLException {
        for (List<Object> each : parameters) {
            Parameters.bind(statement, each);
            statement.addBatch();
        }
        return statement.executeBatch();
    }

    private interface Preparation {
        PreparedStatement prepare(String text) throws SQLException;
    }

    private interface Execution<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    private synchronized <T> T with(String text, Preparation preparation, Execution<T> execution) {
        if (over) {
            throw new IllegalStateException("the transaction " + reason);
        }
        try (PreparedStatement statement = preparation.prepare(text)) {
            return execution.run(statement);
        } catch (SQLException e) {
            SQLException first = e.getNextException() == null ? e : e.getNextException();
            throw new DatabaseFailure(first.getMessage() + " in: " + text, first);
        }
    }
}
