package org.kontor.itests.benchmarks.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;
import org.kontor.api.access.Access;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Search;
import org.kontor.api.people.Actor;
import org.kontor.api.people.PersonId;
import org.kontor.core.documents.JdbcDocuments;
import org.kontor.core.documents.MatchRules;
import org.kontor.core.documents.ShapeStore;
import org.kontor.core.documents.Views;
import org.kontor.core.documents.WordSearch;
import org.kontor.storage.Engine;
import org.kontor.testkit.TestDatabase;
import org.kontor.testkit.portal.TestPortal;

/// A portal with so many deals and contacts, over a database of its own that goes with it.
final class Shop implements AutoCloseable {
    static final Actor ADMIN = new Actor.Human(new PersonId(1));

    private final Path folder;
    private final Engine engine;
    private final int deals;
    private final TestPortal portal;
    private final Search search;

    private Shop(Path folder, Engine engine, int deals, TestPortal portal) {
        this.folder = folder;
        this.engine = engine;
        this.deals = deals;
        this.portal = portal;
        this.search = new WordSearch(portal.database().database(), portal.types(), portal.access());
    }

    static Shop open(Engine engine, int deals, int contacts) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("kontor-bench-");
        String url = engine == Engine.H2 ? "" : TestDatabase.newPostgresql();
        try (TestPortal empty = portal(database(folder, url))) {
            for (Field<?> field : Shapes.custom()) {
                if (empty.fields().add(Shapes.DEAL, field, ADMIN) instanceof Amendment.Refused<Field<?>> refused) {
                    throw new IllegalStateException("field " + field.id() + " was refused: " + refused);
                }
            }
            empty.types().all().forEach(type -> new MatchRules(new ShapeStore(empty.database().database())).noteBuilt(type));
            empty.awaitJob("documents.search");
            empty.awaitJob("documents.indexes");
        }
        try (TestDatabase database = database(folder, url); Connection connection = database.source().getConnection()) {
            new Filling(connection, engine).fill(deals, contacts);
        }
        Shop shop = new Shop(folder, engine, deals, portal(database(folder, url)));
        if (engine == Engine.H2) {
            shop.run("set optimize_reuse_results 0");
        }
        return shop;
    }

    private static TestDatabase database(Path folder, String url) {
        return url.isEmpty() ? TestDatabase.kept(folder) : TestDatabase.kept(url, folder);
    }

    private static TestPortal portal(TestDatabase database) {
        return TestPortal.open(database, TestPortal.Pace.USUAL, Shapes.all(), "org.kontor.core.documents");
    }

    Engine engine() {
        return engine;
    }

    /// How many deals were filled in; their ids count from 1.
    int deals() {
        return deals;
    }

    TestPortal portal() {
        return portal;
    }

    Documents documents() {
        return portal.documents();
    }

    Search search() {
        return search;
    }

    /// Documents for an actor whose rights `access` says.
    Documents seenWith(Access access) {
        return new JdbcDocuments(portal.context(), portal.database().database(), portal.database().journal(), portal.types(), access, portal.notation(),
                new ShapeStore(portal.database().database()), new Views(portal.database().database(), portal.database().journal(), portal.sensitive()), portal.jobs());
    }

    Connection connection() throws SQLException {
        return portal.database().source().getConnection();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = connection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        portal.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
