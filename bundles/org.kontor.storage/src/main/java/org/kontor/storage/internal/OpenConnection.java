package org.kontor.storage.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.kontor.storage.DatabaseFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A connection while a transaction is open on it: one statement at a time, none after the end.
///
/// A deadlock makes the database roll back everything, savepoints included (H2). From then on every use throws, so that nobody
/// commits the rest of a transaction whose first half is gone.
final class OpenConnection {
    private static final Logger LOG = LoggerFactory.getLogger(OpenConnection.class);

    interface Preparation {
        PreparedStatement prepare(String text) throws SQLException;
    }

    interface Execution<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    interface Act<T> {
        T on(Connection connection) throws SQLException;
    }

    private final Connection connection;
    private final WriteGate gate;
    private boolean writing;
    private volatile Optional<PreparedStatement> running = Optional.empty();
    private volatile Optional<String> forbidden = Optional.empty();
    private Optional<DatabaseFailure> broken = Optional.empty();
    private Optional<String> over = Optional.empty();

    OpenConnection(Connection connection, WriteGate gate) {
        this.connection = connection;
        this.gate = gate;
    }

    Connection connection() {
        return connection;
    }

    /// A statement that changes something or locks rows: the first waits for the writers before it.
    synchronized <T> T writing(String text, Preparation preparation, Execution<T> execution) {
        check();
        if (!writing) {
            gate.enter(this::check);
            writing = true;
        }
        return statement(text, preparation, execution);
    }

    synchronized <T> T statement(String text, Preparation preparation, Execution<T> execution) {
        check();
        try (PreparedStatement statement = preparation.prepare(text)) {
            running = Optional.of(statement);
            return execution.run(statement);
        } catch (SQLException e) {
            throw failure(text, e);
        } finally {
            running = Optional.empty();
        }
    }

    synchronized <T> T act(String what, Act<T> act) {
        check();
        try {
            return act.on(connection);
        } catch (SQLException e) {
            throw failure(what, e);
        }
    }

    /// @throws IllegalStateException when it is over
    synchronized void check() {
        over.or(() -> forbidden).ifPresent(reason -> {
            throw new IllegalStateException("the transaction " + reason);
        });
        broken.ifPresent(failure -> {
            throw new DatabaseFailure("the transaction was rolled back by the database after: " + failure.getMessage(), (SQLException) failure.getCause());
        });
    }

    synchronized void commit() {
        act("commit", line -> {
            line.commit();
            return true;
        });
        end("is over: it was used after its commit");
    }

    /// False when it was over already.
    synchronized boolean rollback(String reason) {
        if (over.isPresent()) {
            return false;
        }
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.warn("transaction could not be rolled back", e);
        }
        end(reason);
        return true;
    }

    /// Lets another thread begin no statement any more, nor commit, and stops the one it is in, if the database can do that.
    void forbid(String reason) {
        forbidden = Optional.of(reason);
        running.ifPresent(statement -> {
            try {
                statement.cancel();
            } catch (SQLException e) {
                LOG.debug("statement not stopped", e);
            }
        });
    }

    /// Nothing may be committed any more.
    synchronized void doom(DatabaseFailure failure) {
        broken = Optional.of(failure);
    }

    private void end(String reason) {
        over = Optional.of(reason);
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("connection not closed", e);
        }
        if (writing) {
            writing = false;
            gate.leave();
        }
    }

    /// The connection broke or the server is going down (SQLSTATE classes 08 and 57P).
    private static boolean away(SQLException e) {
        return e.getSQLState() != null && (e.getSQLState().startsWith("08") || e.getSQLState().startsWith("57P"));
    }

    private DatabaseFailure failure(String text, SQLException e) {
        SQLException first = e.getNextException() == null ? e : e.getNextException();
        String what = away(first) ? "the database can't be reached: " + first.getMessage() : first.getMessage() + " in: " + text;
        DatabaseFailure failure = new DatabaseFailure(what, first);
        if (failure.undone()) {
            doom(failure);
        }
        return failure;
    }
}
