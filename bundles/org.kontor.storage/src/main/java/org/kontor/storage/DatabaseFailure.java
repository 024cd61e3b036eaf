package org.kontor.storage;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;

/// The database could not do what was asked: it is away, full, or a statement is wrong.
public final class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// SQL states, or what they start with. The last line are those of H2 alone: closed, its file could not be written, changed by another meanwhile.
    private static final List<String> PASSING = List.of(
            "08", "40", "53", "57", "58", "HYT00", "55P03",
            "90067", "90098", "90121", "90028", "90031", "90131");

    public DatabaseFailure(String message, SQLException cause) {
        super(message, cause);
    }

    /// Whether the same may work when tried again: a lost connection, a deadlock, a lock not got in time, a database that is away or full.
    public boolean passing() {
        return getCause() instanceof SQLTransientException || PASSING.stream().anyMatch(state()::startsWith);
    }

    /// Whether the database rolled the whole transaction back: a deadlock, a serialization failure.
    public boolean undone() {
        return state().startsWith("40");
    }

    /// Whether a unique key was violated.
    public boolean duplicate() {
        return "23505".equals(state());
    }

    private String state() {
        return getCause() instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
    }
}
