package org.kontor.storage;

import java.sql.SQLException;

/// The database could not do what was asked: it is away, full, or a statement is wrong.
public final class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DatabaseFailure(String message, SQLException cause) {
        super(message, cause);
    }

    /// Whether the same may work when tried again: a lost connection, a deadlock, a serialization failure.
    public boolean passing() {
        String state = getCause() instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
        return state.startsWith("08") || state.startsWith("40") || state.startsWith("57") || state.startsWith("53");
    }

    /// Whether a unique key was violated.
    public boolean duplicate() {
        return getCause() instanceof SQLException sql && "23505".equals(sql.getSQLState());
    }
}
