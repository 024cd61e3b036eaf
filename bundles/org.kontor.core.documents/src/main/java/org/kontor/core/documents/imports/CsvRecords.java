package org.kontor.core.documents.imports;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.api.labels.Label;

/// The records of a file, one after the other; empty lines are left out.
///
/// A record whose quoting is broken costs one line: it comes with a flaw, and reading goes on at the next line. A quote counts as
/// broken when something follows it, when it is not closed within [#MOST_LINES] lines or [TextLines#LONGEST] characters, or when the record spans lines
/// and has another width than expected. Whatever the file holds, no more than one such record is in memory.
final class CsvRecords implements Records {
    static final int MOST_LINES = 500;
    static final int MOST_COLUMNS = 1_000;

    private final TextLines lines;
    private final char delimiter;
    private int width;

    CsvRecords(Reader source, char delimiter) {
        this.lines = new TextLines(source);
        this.delimiter = delimiter;
    }

    /// Helps to see where quoting is broken.
    @Override
    public void expect(int columns) {
        width = columns;
    }

    @Override
    public Optional<SheetRow> next() throws IOException {
        Optional<TextLines.Line> first = lines.next();
        while (first.isPresent() && first.get().text().isEmpty()) {
            first = lines.next();
        }
        return first.isEmpty() ? Optional.empty() : Optional.of(record(first.get()));
    }

    private SheetRow record(TextLines.Line first) throws IOException {
        if (first.cut()) {
            return flawed(first, Label.of("documents.import.line-too-long", TextLines.LONGEST));
        }
        CellSplitter splitter = new CellSplitter(delimiter);
        List<TextLines.Line> more = new ArrayList<>();
        int length = first.text().length();
        CellSplitter.Verdict verdict = splitter.feed(first.text());
        while (verdict == CellSplitter.Verdict.OPEN && more.size() < MOST_LINES && length <= TextLines.LONGEST) {
            Optional<TextLines.Line> next = lines.next();
            if (next.isEmpty()) {
                break;
            }
            more.add(next.get());
            length += next.get().text().length();
            verdict = next.get().cut() ? CellSplitter.Verdict.BROKEN : splitter.feed(next.get().text());
        }
        boolean strange = !more.isEmpty() && width > 0 && splitter.columns() != width;
        if (verdict != CellSplitter.Verdict.COMPLETE || strange) {
            lines.giveBack(more);
            return flawed(first, Label.of("documents.import.broken-quotes"));
        }
        return splitter.columns() > MOST_COLUMNS
                ? flawed(first, Label.of("documents.import.too-many-columns", splitter.columns(), MOST_COLUMNS))
                : new SheetRow(first.number(), splitter.cells(), Optional.empty());
    }

    private static SheetRow flawed(TextLines.Line line, Label flaw) {
        return new SheetRow(line.number(), List.of(line.text()), Optional.of(flaw));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
