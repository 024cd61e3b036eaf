package org.kontor.core.documents.exports;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.kontor.api.documents.Document;
import org.kontor.core.documents.imports.SafeCell;

/// Comma separated values (RFC 4180) in UTF-8, with a mark where people open them in a spreadsheet.
final class CsvTarget implements Target {
    private final Writer out;
    private final char delimiter;

    CsvTarget(Writer out, char delimiter, boolean marked, List<String> heads) throws IOException {
        this.out = out;
        this.delimiter = delimiter;
        out.write((marked ? "\uFEFF" : "") + line(heads));
    }

    @Override
    public void add(Document document, List<Cell> cells) throws IOException {
        out.write(line(cells.stream().map(Cell::text).toList()));
    }

    @Override
    public void finish() throws IOException {
        out.flush();
    }

    private String line(List<String> cells) {
        return cells.stream().map(this::quoted).collect(Collectors.joining(String.valueOf(delimiter), "", "\r\n"));
    }

    private String quoted(String cell) {
        String safe = SafeCell.given(cell);
        boolean plain = safe.indexOf(delimiter) < 0 && safe.indexOf('"') < 0 && safe.indexOf('\n') < 0 && safe.indexOf('\r') < 0 && safe.equals(safe.strip());
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
