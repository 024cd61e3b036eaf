package org.kontor.core.documents.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.nio.charset.Charset;
import java.util.stream.IntStream;
import org.kontor.api.documents.Imports.Plan;

/// The rows of a file that is open, read as a plan says: without the head and without blank rows. `position` counts the rows handed out.
final class Sheet implements Closeable {
    private final CsvRecords records;
    private final List<String> heads;
    private long position;

    private Sheet(CsvRecords records, List<String> heads) {
        this.records = records;
        this.heads = heads;
    }

    /// Opens content, which is closed with the sheet.
    static Sheet open(InputStream content, Plan plan) throws IOException {
        CsvRecords records = new CsvRecords(new InputStreamReader(content, Charset.forName(plan.charset())), plan.delimiter());
        int width = plan.columns().size();
        records.expect(width);
        List<String> heads = plan.header() ? records.next().map(CsvRecord::cells).orElse(List.of()) : List.of();
        return new Sheet(records, named(heads, width));
    }

    /// The texts of the head, numbers where there are none.
    static List<String> named(List<String> heads, int width) {
        return IntStream.range(0, width)
                .mapToObj(column -> column < heads.size() && !heads.get(column).isBlank() ? heads.get(column).strip() : Integer.toString(column + 1))
                .toList();
    }

    List<String> heads() {
        return heads;
    }

    long position() {
        return position;
    }

    Optional<CsvRecord> next() throws IOException {
        Optional<CsvRecord> record = records.next();
        while (record.isPresent() && record.get().blank()) {
            record = records.next();
        }
        position += record.isPresent() ? 1 : 0;
        return record;
    }

    /// The next rows, at most `most`; empty at the end.
    List<CsvRecord> next(int most) throws IOException {
        List<CsvRecord> some = new ArrayList<>();
        for (Optional<CsvRecord> record = next(); record.isPresent(); record = next()) {
            some.add(record.get());
            if (some.size() == most) {
                break;
            }
        }
        return some;
    }

    /// Passes over rows until `position` is reached.
    void skipTo(long wanted) throws IOException {
        while (position < wanted && next().isPresent()) {
            // each step moves the position
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
