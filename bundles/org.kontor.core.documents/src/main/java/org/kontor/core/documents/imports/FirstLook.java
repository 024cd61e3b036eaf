package org.kontor.core.documents.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Imports.Format;
import org.kontor.api.documents.Imports.Guess;
import org.kontor.api.documents.Imports.Look;
import org.kontor.api.documents.Imports.Mode;
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
    private static final int MOST_TRIED = 9;
    private static final int LONGEST_SHOWN = 300;

    private final Files files;
    private final Labels labels;

    FirstLook(Files files, Labels labels) {
        this.files = files;
        this.labels = labels;
    }

    Look guess(FileRef file, DocumentType type, String country) throws IOException {
        byte[] head = head(file);
        Optional<Label> unfit = RecordSource.unfit(file.name(), head);
        if (unfit.isPresent()) {
            return new Look.Refused(unfit.get());
        }
        Format format = RecordSource.format(head);
        Optional<Charset> charset = format == Format.XLSX ? Optional.of(StandardCharsets.UTF_8) : CharsetGuess.of(head);
        if (charset.isEmpty()) {
            return new Look.Refused(Label.of("documents.import.not-text", file.name()));
        }
        char delimiter = format == Format.CSV ? DelimiterGuess.of(new String(head, charset.get())) : ',';
        Plan told = new Plan(file, type.id(), format, charset.get().name(), delimiter, true, List.of(), country, Mode.CREATE, Optional.empty(), java.util.Map.of());
        return format == Format.XLSX ? fullSheet(told, type) : look(told, type, format == Format.VCARD ? Optional.of(true) : Optional.empty());
    }

    /// The first sheet of a spreadsheet that holds rows; the first one when none does.
    private Look fullSheet(Plan told, DocumentType type) throws IOException {
        Look first = look(told, type, Optional.empty());
        for (String sheet : first instanceof Look.Refused ? sheets(told).stream().skip(1).limit(MOST_TRIED).toList() : List.<String>of()) {
            if (look(told.of(sheet), type, Optional.empty()) instanceof Look.Seen seen) {
                return seen;
            }
        }
        return first;
    }

    private List<String> sheets(Plan told) throws IOException {
        if (told.format() != Format.XLSX) {
            return List.of();
        }
        try (Workbook book = Workbook.open(files.open(told.file()), "")) {
            return book.names();
        }
    }

    /// As told by the plan; only the columns are guessed.
    Look again(Plan plan, DocumentType type) throws IOException {
        Optional<Label> unfit = RecordSource.unfit(plan.file().name(), head(plan.file()));
        if (unfit.isPresent() || !Readings.known(plan.charset())) {
            return new Look.Refused(unfit.orElse(Label.of("documents.import.unknown-charset", plan.charset())));
        }
        return look(plan, type, Optional.of(plan.header() || plan.format() == Format.VCARD));
    }

    private Look look(Plan told, DocumentType type, Optional<Boolean> withHead) throws IOException {
        List<SheetRow> first = first(told);
        if (first.isEmpty()) {
            return new Look.Refused(Label.of("documents.import.empty", told.file().name()));
        }
        if (first.getFirst().flaw().isPresent()) {
            return new Look.Refused(Label.of("documents.import.first-line", first.getFirst().flaw().get()));
        }
        long unreadable = first.stream().filter(record -> record.cells().stream().anyMatch(cell -> cell.indexOf('\uFFFD') >= 0)).count();
        if (unreadable > 1 && unreadable * 5 > first.size()) {
            return new Look.Refused(Label.of("documents.import.wrong-charset", told.file().name(), told.charset()));
        }
        ColumnGuess columns = new ColumnGuess(type, labels);
        List<String> head = first.getFirst().cells();
        boolean header = withHead.orElseGet(() -> columns.looksLikeHead(head));
        List<List<String>> rows = first.stream().skip(header ? 1 : 0).filter(record -> record.flaw().isEmpty() && !record.blank()).map(SheetRow::cells).toList();
        if (rows.isEmpty()) {
            return new Look.Refused(Label.of("documents.import.only-head", told.file().name()));
        }
        List<Optional<String>> fields = header ? columns.byNames(head) : columns.byCells(rows, head.size());
        Plan plan = told.read(told.charset(), told.delimiter(), header, told.country()).into(fields);
        return new Look.Seen(new Guess(plan, Sheet.named(header ? head : List.of(), head.size()), sample(rows), false, sheets(told)));
    }

    private List<SheetRow> first(Plan told) throws IOException {
        List<SheetRow> first = new ArrayList<>();
        try (Records records = RecordSource.open(files.open(told.file()), told.format(), told.charset(), told.delimiter(), told.sheet())) {
            for (Optional<SheetRow> record = records.next(); record.isPresent() && first.size() < ROWS; record = records.next()) {
                if (!first.isEmpty() || !record.get().blank()) {
                    first.add(record.get());
                    records.expect(first.getFirst().cells().size());
                }
            }
        }
        return first;
    }

    private static List<List<String>> sample(List<List<String>> rows) {
        return rows.stream()
                .limit(SAMPLE)
                .map(row -> row.stream().map(SafeCell::taken).map(cell -> cell.length() > LONGEST_SHOWN ? cell.substring(0, LONGEST_SHOWN) + "…" : cell).toList())
                .toList();
    }

    private byte[] head(FileRef file) throws IOException {
        try (InputStream content = files.open(file)) {
            return content.readNBytes(HEAD);
        }
    }
}
