package org.kontor.itests.benchmarks.documents;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.kontor.api.documents.Document;
import org.kontor.storage.Engine;

/// Hand-written transactions of two prepared statements, a row and its journal entry, each on a connection of its own.
final class PlainWrites {
    private static final String ENTRY = "insert into journal (epoch, position, moment, actor, depth, event, doc_type, doc_id, body) values (";

    private final Shop shop;
    private final List<String> columns = new ArrayList<>();
    private final List<List<@Nullable Object>> rows = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final String created;
    private final AtomicLong position = new AtomicLong(1L << 50);

    /// Writes what was written for the documents from `first` to `last`, in turn: each to places of its own in the indexes.
    PlainWrites(Shop shop, Document first, Document last) throws SQLException {
        this.shop = shop;
        String wanted = " between " + first.ref().id() + " and " + last.ref().id();
        try (Connection connection = shop.connection(); var statement = connection.createStatement()) {
            try (ResultSet result = statement.executeQuery("select * from doc_deal where id" + wanted)) {
                List<Integer> places = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    String name = result.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT);
                    if (!name.equals("id") && !name.equals("deleted") && !name.startsWith("spare_")) {
                        columns.add(name);
                        places.add(i);
                    }
                }
                while (result.next()) {
                    List<@Nullable Object> row = new ArrayList<>();
                    for (int place : places) {
                        row.add(result.getObject(place));
                    }
                    rows.add(row);
                }
            }
            try (ResultSet result = statement.executeQuery("select body from journal where doc_type = 'deal' and doc_id" + wanted)) {
                result.next();
                created = result.getString(1);
            }
        }
    }

    WriteFigures.Client inserting() throws SQLException {
        Connection connection = open();
        PreparedStatement insert = connection.prepareStatement(
                "insert into doc_deal (" + String.join(", ", columns) + ") values (" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")", new String[] {"id"});
        PreparedStatement entry = entry(connection);
        return client(connection, () -> {
            List<@Nullable Object> row = rows.get(Math.floorMod(turn.incrementAndGet(), rows.size()));
            for (int i = 0; i < row.size(); i++) {
                insert.setObject(i + 1, row.get(i));
            }
            insert.executeUpdate();
            long id;
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                id = keys.getLong(1);
            }
            note(entry, id, created);
        });
    }

    WriteFigures.Client updating() throws SQLException {
        Connection connection = open();
        PreparedStatement update = connection.prepareStatement("update doc_deal set version = version + 1, changed = ?, f_amount = ?, f_closing = ? where id = ?");
        PreparedStatement entry = entry(connection);
        String body = "{\"document\":{\"type\":\"deal\",\"id\":1},\"version\":2,\"fields\":[\"amount\",\"closing\"],\"diff\":{\"amount\":[\"79190000 EUR\",\"1258300 EUR\"],\"closing\":[\"2026-03-04\",\"2027-05-06\"]}}";
        return client(connection, () -> {
            long id = ThreadLocalRandom.current().nextInt(shop.deals()) + 1;
            update.setObject(1, OffsetDateTime.now(ZoneOffset.UTC));
            update.setLong(2, id * 100);
            update.setObject(3, LocalDate.of(2027, 1, 1).plusDays(id % 700));
            update.setLong(4, id);
            update.executeUpdate();
            note(entry, id, body);
        });
    }

    private Connection open() throws SQLException {
        Connection connection = shop.connection();
        connection.setAutoCommit(false);
        return connection;
    }

    private PreparedStatement entry(Connection connection) throws SQLException {
        return connection.prepareStatement(ENTRY + (shop.engine() == Engine.H2 ? "0, ?" : "pg_current_xact_id()::text::bigint, nextval('journal_position')") + ", ?, 'person:1', 0, 'bench.plain', 'deal', ?, ?)");
    }

    private void note(PreparedStatement entry, long id, String body) throws SQLException {
        int place = 1;
        if (shop.engine() == Engine.H2) {
            entry.setLong(place++, position.incrementAndGet());
        }
        entry.setObject(place++, OffsetDateTime.now(ZoneOffset.UTC));
        entry.setLong(place++, id);
        entry.setString(place, body);
        entry.executeUpdate();
        entry.getConnection().commit();
    }

    private static WriteFigures.Client client(Connection connection, WriteFigures.Client writing) {
        return new WriteFigures.Client() {
            @Override
            public void write() throws Exception {
                writing.write();
            }

            @Override
            public void close() throws SQLException {
                connection.setAutoCommit(true);
                connection.close();
            }
        };
    }
}
