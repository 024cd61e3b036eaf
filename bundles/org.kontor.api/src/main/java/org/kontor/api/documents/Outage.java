package org.kontor.api.documents;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.api.labels.Label;

/// Why nothing can be kept at the moment, though nobody did anything wrong. It passes without anybody's doing here; what was tried changed nothing.
public enum Outage {
    /// The database can't be reached; reading does not work either.
    DATABASE_AWAY,
    /// There is no room for more on the disk; reading goes on.
    DISK_FULL;

    private static final String FULL = "53100";
    private static final String PASSING = "(08|53|57).*";

    /// The outage that a failure comes from, if it comes from one.
    public static Optional<Outage> behind(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(50).flatMap(cause -> one(cause).stream()).findFirst();
    }

    private static Optional<Outage> one(Throwable cause) {
        String state = cause instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
        if (state.equals(FULL)) {
            return Optional.of(DISK_FULL);
        }
        return state.matches(PASSING) || cause instanceof SQLTransientConnectionException ? Optional.of(DATABASE_AWAY) : Optional.empty();
    }

    /// What to tell who tried.
    public Label label() {
        return Label.of(this == DISK_FULL ? "outage.disk-full" : "outage.database-away");
    }
}
