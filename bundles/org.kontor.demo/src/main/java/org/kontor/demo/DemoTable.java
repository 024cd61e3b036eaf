package org.kontor.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The rows of a file of this bundle: cells between tabs, the first line names the columns.
record DemoTable(List<Map<String, String>> rows) {

    static DemoTable read(String name) {
        try (InputStream stream = Objects.requireNonNull(DemoTable.class.getResourceAsStream(name), name)) {
            List<String> lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            String[] columns = lines.getFirst().split("\t");
            return new DemoTable(lines.stream().skip(1).map(line -> row(columns, line.split("\t", -1))).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("file " + name + " of the demo can't be read", e);
        }
    }

    private static Map<String, String> row(String[] columns, String[] cells) {
        if (cells.length != columns.length) {
            throw new IllegalStateException("a row of the demo has " + cells.length + " cells instead of " + columns.length + ": " + String.join("|", cells));
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i++) {
            row.put(columns[i], cells[i]);
        }
        return row;
    }
}
