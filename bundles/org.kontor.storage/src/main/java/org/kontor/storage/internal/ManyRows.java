package org.kontor.storage.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An insert of one row, `insert into … values (…)`, as the statement that inserts several at once: databases take those several times as fast as the same rows one by one.
record ManyRows(String head, String row, int parameters) {
    /// Longer statements gain nothing.
    private static final int MOST_ROWS = 100;
    /// PostgreSQL's protocol allows 65,535.
    private static final int MOST_PARAMETERS = 16_000;

    private static final Pattern INSERT = Pattern.compile("(insert into [^()]+\\([^()]+\\) values )(\\(.*\\))", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /// Empty for any other statement.
    static Optional<ManyRows> of(String text, int parameters) {
        Matcher matcher = INSERT.matcher(text);
        return matcher.matches() ? Optional.of(new ManyRows(matcher.group(1), matcher.group(2), parameters)) : Optional.empty();
    }

    /// How many rows one statement takes.
    int most() {
        return Math.clamp(MOST_PARAMETERS / Math.max(1, parameters), 1, MOST_ROWS);
    }

    String text(int rows) {
        StringBuilder text = new StringBuilder(head).append(row);
        for (int i = 1; i < rows; i++) {
            text.append(", ").append(row);
        }
        return text.toString();
    }
}
