package org.kontor.storage;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.kontor.storage.internal.JdbcDatabase;
import org.kontor.storage.internal.JdbcJournal;

/// A database and its journal over a given source of connections: for tests and tools. In the portal both are services.
public record Storage(Database database, Journal journal) implements AutoCloseable {

    /// Opens both and brings the journal's table up to date. `source` should pool connections.
    public static Storage open(DataSource source, Engine engine) {
        JdbcDatabase database = new JdbcDatabase(source, engine);
        return new Storage(database, new JdbcJournal(database));
    }

    /// The address of an H2 file (without its ending), opened so that it keeps what it acknowledges.
    ///
    /// `WRITE_DELAY=0` writes each commit to the file before it returns: the default was measured to lose acknowledged commits on
    /// kill -9. `async:` because through H2's ordinary file channel one interrupted thread closes the database for everybody.
    public static String h2(Path file) {
        return h2("jdbc:h2:async:" + file.toAbsolutePath());
    }

    /// An address of H2 with the settings the portal depends on, where it does not set them itself. H2 keeps no result of a
    /// statement for the next time.
    public static String h2(String url) {
        String all = url;
        for (String setting : new String[] {"WRITE_DELAY=0", "DB_CLOSE_ON_EXIT=FALSE", "LOCK_TIMEOUT=10000", "OPTIMIZE_REUSE_RESULTS=FALSE"}) {
            all += all.contains(";" + setting.substring(0, setting.indexOf('=') + 1)) ? "" : ";" + setting;
        }
        return all;
    }

    /// An address of PostgreSQL with the settings the portal depends on: batches in one statement, and no waiting for a lock without end.
    public static String postgresql(String url) {
        String batched = url + (url.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true&ApplicationName=kontor";
        return batched.contains("options=") ? batched : batched + "&options=-c%20lock_timeout=10s";
    }

    /// Ends the threads of both; closes nothing of the source.
    @Override
    public void close() {
        ((JdbcJournal) journal).close();
        ((JdbcDatabase) database).close();
    }
}
