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
    private final StatementCount statements = new StatementCount();
    private final Storage storage;
    private final Path folder;
    private final boolean kept;

    private TestDatabase(DataSource source, Engine engine, Path folder, boolean kept) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(0);
        this.pool = new HikariDataSource(config);
        this.folder = folder;
        this.kept = kept;
        this.storage = Storage.open(statements.counting(pool), engine);
    }

    public static TestDatabase open(Engine engine) {
        try {
            Path folder = Files.createTempDirectory("kontor-test");
            return new TestDatabase(engine == Engine.H2 ? h2(folder) : postgresql(), engine, folder, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// H2 in a folder that is there before and after.
    public static TestDatabase kept(Path folder) {
        return new TestDatabase(h2(folder), Engine.H2, folder, true);
    }

    /// A database of a PostgreSQL that runs elsewhere, by its address; it and the folder are there before and after.
    public static TestDatabase kept(String url, Path folder) {
        return new TestDatabase(postgresql(url), Engine.POSTGRESQL, folder, true);
    }

    /// The address of a new, empty database on the PostgreSQL of this process.
    public static String newPostgresql() {
        String name = "test" + COUNT.incrementAndGet();
        try (Connection connection = PostgresqlServer.get().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("database " + name + " can't be made", e);
        }
        return PostgresqlServer.get().getJdbcUrl("postgres", name);
    }

    public Database database() {
        return storage.database();
    }

    public Journal journal() {
        return storage.journal();
    }

    /// Counts what is sent to the database.
    public StatementCount statements() {
        return statements;
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
        storage.close();
        pool.close();
        if (kept) {
            return;
        }
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
        source.setURL(Storage.h2(folder.resolve("kontor")));
        source.setUser("sa");
        source.setPassword("");
        return source;
    }

    private static DataSource postgresql() {
        return postgresql(newPostgresql());
    }

    private static DataSource postgresql(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(Storage.postgresql(url));
        return source;
    }
}
