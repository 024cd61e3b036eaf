package org.kontor.testkit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.kontor.storage.Database;
import org.kontor.storage.Engine;
import org.kontor.storage.Journal;
import org.kontor.storage.Storage;
import org.postgresql.ds.PGSimpleDataSource;

/// An empty database of its own for a test: H2 in a file as the portal opens it, or a real PostgreSQL that keeps what it
/// acknowledges. One server serves all tests of a process.
public final class TestDatabase implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final HikariDataSource pool;
    private final Storage storage;
    private final Path folder;

    private TestDatabase(DataSource source, Engine engine, Path folder) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(0);
        this.pool = new HikariDataSource(config);
        this.folder = folder;
        this.storage = Storage.open(pool, engine);
    }

    public static TestDatabase open(Engine engine) {
        try {
            Path folder = Files.createTempDirectory("kontor-test");
            return new TestDatabase(engine == Engine.H2 ? h2(folder) : postgresql(), engine, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Database database() {
        return storage.database();
    }

    public Journal journal() {
        return storage.journal();
    }

    /// The connections beneath, for plain JDBC beside.
    public DataSource source() {
        return pool;
    }

    /// A folder that goes with the database.
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        pool.close();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DataSource h2(Path folder) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.resolve("kontor") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000");
        source.setUser("sa");
        source.setPassword("");
        return source;
    }

    private static DataSource postgresql() {
        String name = "test" + COUNT.incrementAndGet();
        try (Connection connection = PostgresqlServer.get().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("database " + name + " can't be made", e);
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(PostgresqlServer.get().getJdbcUrl("postgres", name) + "&reWriteBatchedInserts=true");
        return source;
    }
}
