package org.kontor.core.documents;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.kontor.storage.Database;
import org.kontor.storage.DatabaseFailure;
import org.kontor.storage.Engine;
import org.kontor.storage.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Changes tables while others use them.
///
/// On PostgreSQL who waits for a table makes everybody else wait behind: so it waits only a moment, lets them pass and tries again.
final class Ddl {
    private static final Logger LOG = LoggerFactory.getLogger(Ddl.class);
    private static final int ATTEMPTS = 40;

    private final Database database;

    Ddl(Database database) {
        this.database = database;
    }

    Engine engine() {
        return database.engine();
    }

    /// @throws DatabaseFailure when the table was in use all the time, or the statement is wrong
    void run(String ddl) {
        for (int attempt = 1; ; attempt++) {
            try {
                database.write(tx -> {
                    if (engine() == Engine.POSTGRESQL) {
                        tx.update(Sql.of("set local lock_timeout = '250ms'"));
                    }
                    return tx.update(Sql.of(ddl));
                });
                return;
            } catch (DatabaseFailure e) {
                if (engine() == Engine.H2 || !e.passing() || attempt == ATTEMPTS) {
                    throw e;
                }
                LOG.debug("the table is in use, attempt {}: {}", attempt, ddl);
            }
        }
    }

    /// The columns of a table in small letters; none when there is no such table.
    Set<String> columns(String table) {
        Sql wanted = Sql.of("select column_name as name from information_schema.columns where lower(table_name) = ?", table);
        return new HashSet<>(database.read(tx -> tx.query(wanted, row -> row.text("name").toLowerCase(Locale.ROOT))));
    }

    /// Whether a table has so few rows that they can be copied in a moment.
    boolean small(String table) {
        Sql some = Sql.of("select count(*) as n from (select 1 as x from " + table + " limit 5001) as few");
        return database.read(tx -> tx.one(some, row -> row.number("n"))).orElse(0L) <= 5000;
    }
}
