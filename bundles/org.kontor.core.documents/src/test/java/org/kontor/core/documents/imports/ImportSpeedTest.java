package org.kontor.core.documents.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.documents.Imports.Mode;
import org.kontor.api.documents.Imports.Progress;
import org.kontor.core.documents.MatchRules;
import org.kontor.storage.Engine;

/// An import with duplicate check beside the plain batch inserts of the same rows; prints both. Run with `-Dbench.rows=100000`.
@EnabledIfSystemProperty(named = "bench.rows", matches = "[0-9]+")
class ImportSpeedTest {
    private static final int ROWS = Integer.getInteger("bench.rows", 10_000);

    private static String file(String round) {
        return "Name;E-mail;Phone;Company;Amount;Comments\n" + IntStream.range(0, ROWS)
                .mapToObj(i -> "Person " + i + ";p" + i + "." + round + "@example.org;+3906" + (1_000_000 + i) + ";Company " + i % 997 + ";" + i + ",50;called on the telephone " + i)
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void takesAtMostThreeTimesThePlainInserts(Engine engine) throws Exception {
        try (ImportDesk desk = new ImportDesk(engine)) {
            new MatchRules(desk.store).noteBuilt(desk.types.require("client"));
            imported(desk, "warm");
            plain(desk, "warm");
            double plain = plain(desk, "a");
            double ours = imported(desk, "b");

            System.out.printf("%s: %,d rows, plain %.2f s, import %.2f s, ratio %.2f%n", engine, ROWS, plain, ours, ours / plain);
            assertThat(ours).isPositive();
        }
    }

    private static double imported(ImportDesk desk, String round) throws Exception {
        var plan = desk.plan(file(round).getBytes(StandardCharsets.UTF_8)).matching(Mode.CREATE, Optional.ofNullable(System.getProperty("bench.match", "email")).filter(id -> !id.isEmpty()));
        long start = System.nanoTime();
        Progress end = desk.run(plan);
        assertThat(end.created()).isEqualTo(ROWS);
        return (System.nanoTime() - start) / 1e9;
    }

    private static double plain(ImportDesk desk, String round) throws SQLException {
        long start = System.nanoTime();
        try (Connection connection = desk.database.source().getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into doc_client (version, created, changed, f_contact_name, f_email, f_phone, f_company, f_amount, f_amount_currency, f_comments) values (1, ?, ?, ?, ?, ?, ?, ?, 'EUR', ?)")) {
                for (int i = 0; i < ROWS; i++) {
                    insert.setTimestamp(1, Timestamp.from(Instant.now()));
                    insert.setTimestamp(2, Timestamp.from(Instant.now()));
                    insert.setString(3, "Person " + i);
                    insert.setString(4, "q" + i + "." + round + "@example.org");
                    insert.setString(5, "+3906" + (1_000_000 + i));
                    insert.setString(6, "Company " + i % 997);
                    insert.setLong(7, i * 100L + 50);
                    insert.setString(8, "called on the telephone " + i);
                    insert.addBatch();
                    if (i % 1_000 == 999) {
                        insert.executeBatch();
                        connection.commit();
                    }
                }
                insert.executeBatch();
                connection.commit();
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
