package org.kontor.core.documents.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.labels.Label;

/// The rows of a sheet of a spreadsheet, read as they come. Formulas give the result that was stored with them.
final class XlsxRecords implements Records {
    static final int MOST_CELLS = 30_000_000;

    private final Workbook book;
    private final List<String> texts;
    private final List<DayStyles.Shown> styles;
    private final Xml xml;
    private long line;
    private long cells;

    private XlsxRecords(Workbook book) throws IOException {
        this.book = book;
        this.texts = SharedStrings.of(book);
        this.styles = DayStyles.of(book);
        this.xml = book.sheet();
    }

    /// Opens the first visible sheet of content, which is closed.
    static XlsxRecords open(InputStream content) throws IOException {
        return open(content, "");
    }

    /// Opens a sheet by name, the first visible one for an empty name; the content is closed.
    static XlsxRecords open(InputStream content, String sheet) throws IOException {
        Workbook book = Workbook.open(content, sheet);
        try {
            return new XlsxRecords(book);
        } catch (IOException | RuntimeException e) {
            book.close();
            throw e;
        }
    }

    @Override
    public Optional<SheetRow> next() throws IOException {
        while (xml.next()) {
            if (xml.begins("row")) {
                line = number(xml.attribute("r"), line + 1);
                return Optional.of(row());
            }
        }
        return Optional.empty();
    }

    private SheetRow row() throws IOException {
        List<String> row = new ArrayList<>();
        Set<Integer> exact = new HashSet<>();
        Optional<Label> flaw = Optional.empty();
        int column = 0;
        while (xml.next() && !xml.ends("row")) {
            if (xml.begins("c")) {
                column = column(xml.attribute("r"), column);
                if (++cells > MOST_CELLS) {
                    throw new UnreadableFile(Label.of("documents.import.too-many-cells-in-file", MOST_CELLS));
                }
                boolean fits = column < CsvRecords.MOST_COLUMNS;
                String text = cell(exact, column);
                if (!fits && !text.isBlank()) {
                    flaw = Optional.of(Label.of("documents.import.too-many-columns", column + 1, CsvRecords.MOST_COLUMNS));
                } else if (text.length() > TextLines.LONGEST) {
                    flaw = Optional.of(Label.of("documents.import.line-too-long", TextLines.LONGEST));
                } else if (fits) {
                    put(row, column, text);
                }
                column++;
            }
        }
        return flaw.isEmpty() ? new SheetRow(line, row, exact, flaw) : new SheetRow(line, row.stream().limit(1).toList(), flaw);
    }

    private static void put(List<String> row, int column, String text) {
        while (row.size() < column) {
            row.add("");
        }
        if (row.size() == column) {
            row.add(text);
        } else {
            row.set(column, text);
        }
    }

    private String cell(Set<Integer> exact, int column) throws IOException {
        String kind = xml.attribute("t");
        DayStyles.Shown shown = style(number(xml.attribute("s"), 0));
        String inline = "";
        StringBuilder value = new StringBuilder();
        boolean inValue = false;
        while (xml.next() && !xml.ends("c")) {
            if (xml.begins("is")) {
                inline = SharedStrings.text(xml, "is");
            } else if (xml.begins("v")) {
                inValue = true;
            } else if (xml.ends("v")) {
                inValue = false;
            } else if (inValue && xml.inText() && value.length() <= TextLines.LONGEST) {
                value.append(xml.text());
            }
        }
        String raw = value.toString();
        return switch (kind) {
            case "s" -> shared(raw);
            case "inlineStr" -> inline;
            case "str", "e" -> raw;
            case "b" -> raw.equals("1") ? "true" : raw.isEmpty() ? "" : "false";
            case "d" -> exactly(exact, column, raw);
            default -> raw.isBlank() ? "" : exactly(exact, column, shown == DayStyles.Shown.NUMBER ? CellText.number(raw.strip()) : CellText.day(raw.strip(), shown, book.since1904()));
        };
    }

    private static String exactly(Set<Integer> exact, int column, String text) {
        exact.add(column);
        return text;
    }

    private DayStyles.Shown style(long index) {
        return index >= 0 && index < styles.size() ? styles.get((int) index) : DayStyles.Shown.NUMBER;
    }

    private String shared(String raw) {
        long index = number(raw.strip(), -1);
        return index >= 0 && index < texts.size() ? texts.get((int) index) : "";
    }

    /// `BC17` is column 54, counted from 0.
    private static int column(String reference, int next) {
        int column = 0;
        int letters = 0;
        while (letters < reference.length() && letters < 4 && reference.charAt(letters) >= 'A' && reference.charAt(letters) <= 'Z') {
            column = column * 26 + reference.charAt(letters++) - 'A' + 1;
        }
        return letters == 0 ? next : column - 1;
    }

    private static long number(String text, long otherwise) {
        return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : otherwise;
    }

    @Override
    public void close() throws IOException {
        xml.close();
        book.close();
    }
}
