package org.kontor.rest;

import java.sql.SQLException;
import java.util.function.Supplier;

/// Asks the core something that was put together by a caller: what it can't make sense of is the caller's mistake, and is told as such.
final class Understanding {
    private Understanding() {}

    /// @throws Problem 400 with what the core says against it
    static <T> T of(Supplier<T> question) {
        try {
            return question.get();
        } catch (IllegalArgumentException e) {
            throw Problem.of(400, "not-understood", String.valueOf(e.getMessage()));
        }
    }

    /// As [#of] with a cursor that came back from outside: what is wrong with one that was tampered with shows only in the database.
    static <T> T behind(boolean cursor, Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            if (cursor && (e instanceof IllegalArgumentException || misunderstood(e))) {
                throw Problem.of(400, "bad-cursor");
            }
            if (e instanceof IllegalArgumentException) {
                throw Problem.of(400, "not-understood", String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    /// Whether the database could not make sense of a value (class 22 of the SQL standard).
    private static boolean misunderstood(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null && sql.getSQLState().startsWith("22")) {
                return true;
            }
        }
        return false;
    }
}
