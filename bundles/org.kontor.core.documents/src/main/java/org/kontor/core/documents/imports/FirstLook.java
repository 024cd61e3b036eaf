package org.kontor.core.documents.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Imports.Guess;
import org.kontor.api.documents.Imports.Look;
import org.kontor.api.documents.Imports.Plan;
import org.kontor.api.files.FileRef;
import org.kontor.api.files.Files;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;

/// Looks at the beginning of a file and guesses what was not told.
final class FirstLook {
    private static final int HEAD = 131_072;
    private static final int ROWS = 50;
    private static final int SAMPLE = 8;
    private static final int LONGEST_SHOWN = 300;

    private final Files files;
    private final Labels labels;

    FirstLook(Files files, Labels labels) {
        this.files = files;
        this.labels = labels;
    }

    Look guess(FileRef file, DocumentType type, String country) throws IOException {
        byte[] head = head(file);
        Optional<Label> unfit = unfit(file, head);
        if (unfit.isPresent()) {
            return new Look.Refused(unfit.get());
        }
        Optional<Charset> charset = CharsetGuess.of(head);
        if (charset.isEmpty()) {
            return new Look.Refused(Label.of("documents.import.not-text", file.name()));
        }
        char delimiter = DelimiterGuess.of(new String(head, charset.get()));
        return look(file, type, charset.get(), delimiter, Optional.empty(), country);
    }

    /// As told by the plan; only the columns are guessed.
    Look again(Plan plan, DocumentType type) throws IOException {
        Optional<Label> unfit = unfit(plan.file(), head(plan.file()));
        if (unfit.isPresent() || !Readings.known(plan.charset())) {
            return new Look.Refused(unfit.orElse(Label.of("documents.import.unknown-charset", plan.charset())));
        }
        return look(plan.file(), type, Charset.forName(plan.charset()), plan.delimiter(), Optional.of(plan.header()), plan.country());
    }

    private Look look(FileRef file, DocumentType type, Charset charset, char delimiter, Optional<Boolean> told, String country) throws IOException {
        List<CsvRecord> first = new ArrayList<>();
        try (CsvRecords records = new CsvRecords(new InputStreamReader(files.open(file), charset), delimiter)) {
            for (Optional<CsvRecord> record = records.next(); record.isPresent() && first.size() < ROWS; record = records.next()) {
                first.add(record.get());
                records.expect(first.getFirst().cells().size());
            }
        }
        if (first.isEmpty()) {
            return new Look.Refused(Label.of("documents.import.empty", file.name()));
        }
        if (first.getFirst().flaw().isPresent()) {
            return new Look.Refused(Label.of("documents.import.first-line", first.getFirst().flaw().get()));
        }
        long unreadable = first.stream().filter(record -> record.cells().stream().anyMatch(cell -> cell.indexOf('\uFFFD') >= 0)).count();
        if (unreadable > 1 && unreadable * 5 > first.size()) {
            return new Look.Refused(Label.of("documents.import.wrong-charset", file.name(), charset.name()));
        }
        ColumnGuess columns = new ColumnGuess(type, labels);
        List<String> head = first.getFirst().cells();
        boolean header = told.orElseGet(() -> columns.looksLikeHead(head));
        List<List<String>> rows = first.stream().skip(header ? 1 : 0).filter(record -> record.flaw().isEmpty() && !record.blank()).map(CsvRecord::cells).toList();
        if (rows.isEmpty()) {
            return new Look.Refused(Label.of("documents.import.only-head", file.name()));
        }
        List<Optional<String>> fields = header ? columns.byNames(head) : columns.byCells(rows, head.size());
        Plan plan = new Plan(file, type.id(), charset.name(), delimiter, header, fields, country);
        return new Look.Seen(new Guess(plan, Sheet.named(header ? head : List.of(), head.size()), sample(rows)));
    }

    private static List<List<String>> sample(List<List<String>> rows) {
        return rows.stream()
                .limit(SAMPLE)
                .map(row -> row.stream().map(SafeCell::taken).map(cell -> cell.length() > LONGEST_SHOWN ? cell.substring(0, LONGEST_SHOWN) + "…" : cell).toList())
                .toList();
    }

    private static Optional<Label> unfit(FileRef file, byte[] head) {
        if (head.length == 0) {
            return Optional.of(Label.of("documents.import.empty", file.name()));
        }
        boolean zip = head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] < 9;
        boolean oldOffice = head.length > 3 && (head[0] & 0xFF) == 0xD0 && (head[1] & 0xFF) == 0xCF;
        return zip || oldOffice ? Optional.of(Label.of("documents.import.spreadsheet", file.name())) : Optional.empty();
    }

    private byte[] head(FileRef file) throws IOException {
        try (InputStream content = files.open(file)) {
            return content.readNBytes(HEAD);
        }
    }
}
