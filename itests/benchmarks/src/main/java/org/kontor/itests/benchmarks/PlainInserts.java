package org.kontor.itests.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The baseline of an import: the same rows of a file into one table of the same kind of database, by plain JDBC batches.
final class PlainInserts {
    private static final int ROWS_AT_ONCE = 200;

    private PlainInserts() {}

    /// Rows a second.
    static double rate(Path csv) throws IOException, SQLException {
        List<String> lines = Files.readAllLines(csv);
        Path folder = Files.createTempDirectory("kontor-plain-");
        try (Connection connection = DriverManager.getConnection("jdbc:h2:async:" + folder.resolve("plain") + ";WRITE_DELAY=0", "sa", "")) {
            connection.createStatement().execute("create table lead (id bigint generated always as identity primary key, title varchar(250), contact varchar(250), company varchar(250), "
                    + "phone varchar(50), email varchar(250), amount varchar(50), source varchar(50))");
            connection.setAutoCommit(false);
            long begin = System.nanoTime();
            insert(connection, lines.subList(1, lines.size()));
            return (lines.size() - 1) / ((System.nanoTime() - begin) / 1e9);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private static void insert(Connection connection, List<String> lines) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into lead (title, contact, company, phone, email, amount, source) values (?, ?, ?, ?, ?, ?, ?)")) {
            int waiting = 0;
            for (String line : lines) {
                String[] cells = line.split(",");
                for (int i = 0; i < cells.length; i++) {
                    statement.setString(i + 1, cells[i]);
                }
                statement.addBatch();
                if (++waiting == ROWS_AT_ONCE) {
                    statement.executeBatch();
                    connection.commit();
                    waiting = 0;
                }
            }
            statement.executeBatch();
            connection.commit();
        }
    }
}
