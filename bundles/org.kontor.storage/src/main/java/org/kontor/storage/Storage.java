package org.kontor.storage;

import javax.sql.DataSource;
import org.kontor.storage.internal.JdbcDatabase;
import org.kontor.storage.internal.JdbcJournal;

/// A database and its journal over a given source of connections: for tests and tools. In the portal both are services.
///
/// Closing it closes nothing of the source.
public record Storage(Database database, Journal journal) {

    /// Opens both and brings the journal's table up to date. `source` should pool connections.
    public static Storage open(DataSource source, Engine engine) {
        JdbcDatabase database = new JdbcDatabase(source, engine);
        return new Storage(database, new JdbcJournal(database));
    }
}
