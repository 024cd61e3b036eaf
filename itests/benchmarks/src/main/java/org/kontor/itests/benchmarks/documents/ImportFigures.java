package org.kontor.itests.benchmarks.documents;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.kontor.api.documents.Imports;
import org.kontor.api.files.FileRef;
import org.kontor.itests.benchmarks.Figures;
import org.kontor.storage.Sql;

/// An import with duplicate check beside plain JDBC batches of the same rows into the same table.
final class ImportFigures {
    private static final double BOUND = 3;
    private static final int AT_ONCE = 1_000;

    private final Figures figures;
    private final String engine;
    private final Shop shop;
    private final int rows;

    ImportFigures(Figures figures, String engine, Shop shop, int rows) {
        this.figures = figures;
        this.engine = engine;
        this.shop = shop;
        this.rows = rows;
    }

    void measure() throws Exception {
        imported("warm", Math.min(rows, 5_000));
        awaitIndex();
        plain("warm", Math.min(rows, 5_000));
        double plain = plain("p", rows);
        long begin = System.nanoTime();
        double ours = imported("i", rows);
        awaitIndex();
        double findable = (System.nanoTime() - begin) / 1e9;
        figures.tell(engine + ".import.plain-jdbc-batches", rows / plain, "rows/s");
        figures.tell(engine + ".import", rows / ours, "rows/s");
        figures.tell(engine + ".import.until-in-the-index", rows / findable, "rows/s");
        figures.atMost(engine + ".import.to-plain-jdbc", ours / plain, "x", BOUND);
    }

    private double imported(String round, int count) throws Exception {
        StringBuilder csv = new StringBuilder("name;mail;phone;company;amount;comments\n");
        for (int i = 0; i < count; i++) {
            csv.append("Person ").append(i).append(';').append(round).append(i).append("@example.org;+3906").append(1_000_000 + i).append(";Company ").append(i % 997).append(';').append(i)
                    .append(",50;called on the telephone ").append(i).append('\n');
        }
        FileRef file = shop.portal().files().store("clients.csv", "text/csv", new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)), Shop.ADMIN);
        Imports.Plan plan = ((Imports.Look.Seen) shop.portal().imports().look(file, Shapes.CLIENT, Shop.ADMIN)).guess().plan().matching(Imports.Mode.CREATE, Optional.of("mail"));
        long begin = System.nanoTime();
        long id = shop.portal().imports().start(plan, Shop.ADMIN).id();
        Imports.Progress progress = shop.portal().imports().find(id, Shop.ADMIN).orElseThrow();
        while (progress.state() == Imports.State.RUNNING) {
            Thread.sleep(20);
            progress = shop.portal().imports().find(id, Shop.ADMIN).orElseThrow();
        }
        if (progress.created() != count) {
            throw new IllegalStateException("of " + count + " rows the import took " + progress);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /// Waits until the words of all clients are in the index of search.
    private void awaitIndex() throws InterruptedException {
        Sql fresh = Sql.of("select count(*) as n from search_fresh where type_id = ?", Shapes.CLIENT);
        while (shop.portal().database().database().read(tx -> tx.one(fresh, row -> row.number("n"))).orElse(0L) > 0) {
            Thread.sleep(20);
        }
    }

    private double plain(String round, int count) throws SQLException {
        long begin = System.nanoTime();
        try (Connection connection = shop.connection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into doc_client (version, created, changed, f_name, f_mail, f_phone, f_company, f_amount, f_amount_currency, f_comments) values (1, ?, ?, ?, ?, ?, ?, ?, 'EUR', ?)")) {
                for (int i = 0; i < count; i++) {
                    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
                    insert.setObject(1, now);
                    insert.setObject(2, now);
                    insert.setString(3, "Person " + i);
                    insert.setString(4, "q" + round + i + "@example.org");
                    insert.setString(5, "+3906" + (1_000_000 + i));
                    insert.setString(6, "Company " + i % 997);
                    insert.setLong(7, i * 100L + 50);
                    insert.setString(8, "called on the telephone " + i);
                    insert.addBatch();
                    if (i % AT_ONCE == AT_ONCE - 1) {
                        insert.executeBatch();
                        connection.commit();
                    }
                }
                insert.executeBatch();
                connection.commit();
            }
            connection.setAutoCommit(true);
        }
        return (System.nanoTime() - begin) / 1e9;
    }
}
