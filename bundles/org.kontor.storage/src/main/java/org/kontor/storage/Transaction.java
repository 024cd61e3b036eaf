package org.kontor.storage;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/// The transaction one is in. Valid until it ends, on its own thread.
///
/// Parameters may be `Long`, `Integer`, `String`, `Boolean`, `BigDecimal`, `Instant`, `LocalDate`, [Null], and `byte[]`. A failing statement throws
/// [DatabaseFailure].
@ProviderType
public interface Transaction {

    <T> List<T> query(Sql sql, Function<Row, T> reader);

    /// The first row, if there is one.
    <T> Optional<T> one(Sql sql, Function<Row, T> reader);

    /// Runs a statement.
    ///
    /// @return how many rows it touched
    int update(Sql sql);

    /// Runs an insert into a table whose generated key column is `id` or as named.
    long insert(Sql sql, String keyColumn);

    /// Runs one statement for many sets of parameters, in one round trip or few.
    int[] batch(String text, List<List<Object>> parameters);

    /// Runs a statement for some sets of parameters whose outcome nobody asks for: in its turn, but no sooner than needed. PostgreSQL gets all that came since the last other statement in one round trip.
    /// When it fails, the next statement or the commit throws.
    void behind(String text, List<List<Object>> parameters);

    /// As [#batch] for inserts with a generated key; the keys in the order of the parameters.
    List<Long> insertAll(String text, List<List<Object>> parameters, String keyColumn);

    /// Runs an insert unless the key it brings is taken, be it by another's commit a moment ago.
    ///
    /// @return whether it was inserted; the transaction goes on either way
    default boolean insertUnlessTaken(Sql insert) {
        try {
            return nested(() -> update(insert)) > 0;
        } catch (DatabaseFailure failure) {
            if (!failure.duplicate()) {
                throw failure;
            }
            return false;
        }
    }

    /// Changes a row or, where there is none yet, inserts it: right too when several do so at the same moment.
    ///
    /// @param change finds the row by the unique key that `insert` brings
    default void put(Sql change, Sql insert) {
        if (update(change) == 0 && !insertUnlessTaken(insert)) {
            update(change);
        }
    }

    /// Does `work` so that, when it throws, only what it wrote is taken back (a savepoint); the exception goes on.
    <T> T nested(Supplier<T> work);

    /// Calls `action` after the commit; never when it is rolled back.
    void afterCommit(Runnable action);
}
