package org.kontor.itests.benchmarks.documents;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.kontor.storage.Engine;

/// Fills the product's own tables by bulk SQL: documents with their words, single values, match keys and journal entries, as if they had been written one by one.
///
/// Nobody else uses the database meanwhile. The same number makes the same document in every run.
final class Filling {
    private static final int AT_ONCE = 25_000;
    private static final String SINCE = "timestamp with time zone '2026-01-01 00:00:00+00'";

    private final Connection connection;
    private final Engine engine;

    Filling(Connection connection, Engine engine) {
        this.connection = connection;
        this.engine = engine;
    }

    void fill(int deals, int contacts) throws SQLException {
        connection.setAutoCommit(false);
        for (int from = 1; from <= contacts; from += AT_ONCE) {
            contacts(from, Math.min(from + AT_ONCE - 1, contacts));
        }
        for (int from = 1; from <= deals; from += AT_ONCE) {
            deals(from, Math.min(from + AT_ONCE - 1, deals), Math.max(1, contacts), contacts);
        }
        finish(deals + contacts);
    }

    private void deals(int from, int to, int buyers, int before) throws SQLException {
        List<String> columns = new ArrayList<>(List.of("version", "stage", "stage_since", "created", "changed", "created_by", "f_title", "f_amount", "f_amount_currency", "f_closing", "f_source", "f_owner",
                "f_buyer", "f_buyer_type", "f_comments", "f_open"));
        List<String> values = new ArrayList<>(List.of("1", "'s' || mod(n, 10)", moment(), moment(), moment(), "1", "'Order model' || mod(n, 997) || ' ' || n", "mod(n * 7919, 100000) * 100", "'EUR'",
                day("mod(n * 31, 700)"), "case mod(n, 3) when 0 then 'web' when 1 then 'mail' else 'fair' end", "case when mod(n, 5003) = 7 then 1001 + mod(n, 10) else mod(n * 31, 1000) + 1 end",
                "mod(n, " + buyers + ") + 1", "'contact'", "'wants q' || mod(n, 3001) || ' pieces'", "mod(n, 20) = 0"));
        add(columns, values, 3, "text", i -> "'" + List.of("alfa", "beta", "gamma").get(i - 1) + "' || mod(n * " + (7 * i) + ", 1009)");
        add(columns, values, 12, "number", i -> "mod(n * " + (13 * i) + ", 10007)");
        add(columns, values, 4, "date", i -> day("mod(n * " + (3 * i) + ", 1000)"));
        add(columns, values, 1, "moment", i -> moment());
        add(columns, values, 8, "flag", i -> "mod(n, " + (i + 1) + ") = 0");
        add(columns, values, 4, "choice", i -> "case mod(n, " + (i + 2) + ") when 0 then 'a' when 1 then 'b' else 'c' end");
        run("insert into doc_deal (" + String.join(", ", columns) + ") select " + String.join(", ", values) + numbers(from, to));
        words("deal", from, to, "'order'", "true", "'model' || mod(n, 997)", "true", "cast(n as varchar(20))", "true", "'wants'", "false", "'q' || mod(n, 3001)", "false", "'pieces'", "false",
                "'alfa' || mod(n * 7, 1009)", "false", "'beta' || mod(n * 14, 1009)", "false", "'gamma' || mod(n * 21, 1009)", "false");
        journal("deal", from, to, before, "'\"stage\":{\"to\":\"s' || mod(n, 10) || '\"},\"fields\":[\"title\",\"amount\"],\"diff\":{\"title\":[null,\"Order model' || mod(n, 997) || ' ' || n || '\"],\"amount\":[null,\"' || mod(n * 7919, 100000) * 100 || ' EUR\"]}'");
    }

    private static void add(List<String> columns, List<String> values, int count, String name, java.util.function.IntFunction<String> value) {
        IntStream.rangeClosed(1, count).forEach(i -> {
            columns.add("f_" + name + i);
            values.add(value.apply(i));
        });
    }

    private void contacts(int from, int to) throws SQLException {
        String first = "'+3906' || (1000000 + n)";
        String second = "'+3902' || (1000000 + n)";
        String mail = "'m' || n || '@example.org'";
        String other = "'o' || n || '@example.com'";
        run("insert into doc_contact (version, created, changed, created_by, f_name, f_phones, f_mails, f_company, f_owner, f_open) select 1, " + moment() + ", " + moment() + ", 1, 'Ann' || mod(n, 5003) || ' Family' || n, '[\"' || "
                + first + " || '\",\"' || " + second + " || '\"]', '[\"' || " + mail + " || '\",\"' || " + other + " || '\"]', 'Firm' || mod(n, 20011), mod(n, 1000) + 1, false" + numbers(from, to));
        for (String[] one : new String[][] {{"phones", "0", first}, {"phones", "1", second}, {"mails", "0", mail}, {"mails", "1", other}}) {
            run("insert into doc_contact_many (doc_id, field_id, place, found_by) select n, '" + one[0] + "', " + one[1] + ", " + one[2] + numbers(from, to));
            run("insert into match_key (match_key, doc_id, type_id, rule_id) select 'contact/" + one[0] + "=' || " + one[2] + ", n, 'contact', '" + one[0] + "'" + numbers(from, to));
        }
        words("contact", from, to, "'ann' || mod(n, 5003)", "true", "'family' || n", "true", "'3906' || (1000000 + n)", "false", "'06' || (1000000 + n)", "false", "'3902' || (1000000 + n)", "false",
                "'02' || (1000000 + n)", "false", "'m' || n", "false", "'o' || n", "false", "'m' || n || 'exampleorg'", "false", "'o' || n || 'examplecom'", "false", "'example'", "false", "'org'", "false", "'com'", "false", "'firm' || mod(n, 20011)", "false");
        journal("contact", from, to, 0, "'\"fields\":[\"name\"],\"diff\":{\"name\":[null,\"Ann' || mod(n, 5003) || ' Family' || n || '\"]}'");
    }

    /// `pairs` are a word and whether it is in the title.
    private void words(String type, int from, int to, String... pairs) throws SQLException {
        StringBuilder inTitle = new StringBuilder("''");
        StringBuilder inAll = new StringBuilder("''");
        for (int i = 0; i < pairs.length; i += 2) {
            run("insert into words_" + type + " (doc_id, word, in_title) select n, " + pairs[i] + ", " + pairs[i + 1] + numbers(from, to));
            inAll.append(" || ' ' || ").append(pairs[i]);
            inTitle.append(pairs[i + 1].equals("true") ? " || ' ' || " + pairs[i] : "");
        }
        run("insert into terms_" + type + " (doc_id, in_title, in_all) select n, " + inTitle + ", " + inAll + numbers(from, to));
    }

    private void journal(String type, int from, int to, int before, String rest) throws SQLException {
        String place = engine == Engine.H2 ? "0, n + " + before : "pg_current_xact_id()::text::bigint, nextval('journal_position')";
        run("insert into journal (epoch, position, moment, actor, depth, event, doc_type, doc_id, body) select " + place + ", " + moment() + ", 'person:1', 0, 'document.created', '" + type + "', n, '{\"document\":{\"type\":\"" + type
                + "\",\"id\":' || n || '},\"version\":1,' || " + rest + " || '}'" + numbers(from, to));
    }

    private String moment() {
        return engine == Engine.H2 ? "dateadd(second, n, " + SINCE + ")" : "(" + SINCE + " + n * interval '1 second')";
    }

    private String day(String days) {
        return engine == Engine.H2 ? "dateadd(day, " + days + ", date '2026-01-01')" : "(date '2026-01-01' + (" + days + ")::integer)";
    }

    private String numbers(int from, int to) {
        return engine == Engine.H2
                ? " from (select x as n from system_range(" + from + ", " + to + ")) as numbers"
                : " from (select generate_series as n from generate_series(" + from + "::bigint, " + to + "::bigint)) as numbers";
    }

    private void run(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + " in: " + sql, e);
        }
        connection.commit();
    }

    /// What follows the journal is not to see what was filled in.
    private void finish(int entries) throws SQLException {
        run(engine == Engine.H2
                ? "update reaction_cursor set position = " + entries
                : "update reaction_cursor set (epoch, position) = (select epoch, position from journal order by epoch desc, position desc limit 1)");
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute(engine == Engine.H2 ? "analyze" : "vacuum analyze");
        }
    }
}
