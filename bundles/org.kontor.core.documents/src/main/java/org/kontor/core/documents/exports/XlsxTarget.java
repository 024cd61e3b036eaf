package org.kontor.core.documents.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.Money;
import org.kontor.core.documents.imports.SafeCell;

/// A spreadsheet (Office Open XML, ECMA-376), written cell by cell: numbers, sums, days and moments as such, all else as text. A sheet that is full is followed by another.
final class XlsxTarget implements Target {
    static final int ROWS_A_SHEET = 1_048_576;
    private static final int LONGEST = 32_767;
    private static final int DIGITS = 15;

    private final ZipOutputStream zip;
    private final Writer out;
    private final List<String> heads;
    private final ZoneId zone;
    private int sheets;
    private int rows;

    XlsxTarget(OutputStream out, List<String> heads, ZoneId zone) throws IOException {
        this.zip = new ZipOutputStream(out);
        this.out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        this.heads = heads;
        this.zone = zone;
        open();
    }

    private void open() throws IOException {
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + ++sheets + ".xml"));
        rows = 1;
        out.write(XlsxParts.SHEET_BEGIN);
        out.write("<row>");
        for (String head : heads) {
            text(head, XlsxParts.BOLD);
        }
        out.write("</row>");
    }

    private void close() throws IOException {
        out.write(XlsxParts.SHEET_END);
        out.flush();
        zip.closeEntry();
    }

    @Override
    public void add(Document document, List<Cell> cells) throws IOException {
        if (rows == ROWS_A_SHEET) {
            close();
            open();
        }
        rows++;
        out.write("<row>");
        for (Cell cell : cells) {
            write(cell);
        }
        out.write("</row>");
    }

    private void write(Cell cell) throws IOException {
        switch (cell.value().orElse("")) {
            case BigDecimal number when number.precision() <= DIGITS -> number(number.toPlainString(), XlsxParts.PLAIN);
            case Money money when money.amount().precision() <= DIGITS && cell.column().field().kind() instanceof org.kontor.api.documents.Kind.Sum sum && sum.currency().equals(money.currency().getCurrencyCode()) ->
                    number(money.amount().toPlainString(), XlsxParts.PLAIN);
            case LocalDate day when day.getYear() >= 1901 -> number(Long.toString(days(day)), XlsxParts.DAY);
            case Instant moment when moment.isAfter(Instant.parse("1901-01-02T00:00:00Z")) -> number(serial(moment), XlsxParts.MOMENT);
            default -> text(cell.text(), SafeCell.given(cell.text()).equals(cell.text()) ? XlsxParts.PLAIN : XlsxParts.QUOTED);
        }
    }

    private static long days(LocalDate day) {
        return ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), day);
    }

    private String serial(Instant moment) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
        BigDecimal part = BigDecimal.valueOf(local.toLocalTime().toSecondOfDay()).divide(BigDecimal.valueOf(86_400), 9, java.math.RoundingMode.HALF_UP);
        return BigDecimal.valueOf(days(local.toLocalDate())).add(part).toPlainString();
    }

    private void number(String number, int style) throws IOException {
        out.write("<c s=\"" + style + "\"><v>" + number + "</v></c>");
    }

    private void text(String text, int style) throws IOException {
        if (text.isEmpty()) {
            out.write("<c/>");
            return;
        }
        String some = text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
        out.write("<c s=\"" + style + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + XlsxParts.escaped(some) + "</t></is></c>");
    }

    @Override
    public void finish() throws IOException {
        close();
        for (var part : XlsxParts.around(sheets).entrySet()) {
            zip.putNextEntry(new ZipEntry(part.getKey()));
            out.write(part.getValue());
            out.flush();
            zip.closeEntry();
        }
        zip.finish();
        zip.flush();
    }
}
