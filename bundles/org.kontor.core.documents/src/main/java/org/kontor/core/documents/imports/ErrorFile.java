package org.kontor.core.documents.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.api.documents.Imports.Format;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;

/// The file of refused rows, made while it is read: the cells as they came, the line and the reasons. UTF-8 with a mark, so that
/// spreadsheets show every script.
final class ErrorFile {
    private static final int PAGE = 500;

    private final ImportTable table;
    private final ImportTable.Batch batch;
    private final Labels labels;
    private final Locale language;
    private final Deque<ImportTable.RefusedRow> refused = new ArrayDeque<>();
    private long last;

    ErrorFile(ImportTable table, ImportTable.Batch batch, Labels labels, Locale language) {
        this.table = table;
        this.batch = batch;
        this.labels = labels;
        this.language = language;
    }

    static String name(String original) {
        int point = original.lastIndexOf('.');
        String stem = point > 0 ? original.substring(0, point) : original;
        return (stem.length() > 200 ? stem.substring(0, 200) : stem) + ".errors.csv";
    }

    /// The content; reads the rows of `sheet`, which stands at its beginning.
    InputStream content(Sheet sheet) {
        List<String> head = new ArrayList<>(sheet.heads());
        head.add(text(Label.of("documents.import.errors.line")));
        head.add(text(Label.of("documents.import.errors.reasons")));
        return new SequenceInputStream(new Enumeration<>() {
            private Optional<String> next = Optional.of("\uFEFF" + line(head));

            @Override
            public boolean hasMoreElements() {
                return next.isPresent();
            }

            @Override
            public InputStream nextElement() {
                byte[] bytes = next.orElseThrow().getBytes(StandardCharsets.UTF_8);
                next = row(sheet);
                return new ByteArrayInputStream(bytes);
            }
        });
    }

    private Optional<String> row(Sheet sheet) {
        if (refused.isEmpty()) {
            refused.addAll(table.refused(batch.progress().id(), last, PAGE));
        }
        if (refused.isEmpty()) {
            return Optional.empty();
        }
        ImportTable.RefusedRow row = refused.pop();
        last = row.position();
        try {
            sheet.skipTo(row.position() - 1);
            Optional<SheetRow> source = sheet.next();
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < Math.max(sheet.heads().size(), source.map(record -> record.cells().size()).orElse(0)); column++) {
                int at = column;
                cells.add(source.map(record -> record.cell(at)).orElse(""));
            }
            cells.add(Long.toString(row.line()));
            cells.add(row.reasons().stream().map(this::text).collect(Collectors.joining("; ")));
            return Optional.of(line(cells));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(Label label) {
        return labels.text(label, language);
    }

    private String line(List<String> cells) {
        return cells.stream().map(this::quoted).collect(Collectors.joining(String.valueOf(delimiter()), "", "\r\n"));
    }

    /// That of the file; a semicolon for what was no file of comma separated values.
    private char delimiter() {
        return batch.plan().format() == Format.CSV ? batch.plan().delimiter() : ';';
    }

    private String quoted(String cell) {
        String safe = SafeCell.given(cell);
        boolean plain = safe.indexOf(delimiter()) < 0 && safe.indexOf('"') < 0 && safe.indexOf('\n') < 0 && safe.indexOf('\r') < 0 && safe.equals(safe.strip());
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
