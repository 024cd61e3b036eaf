package org.kontor.core.documents.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kontor.api.documents.Imports.Plan;

/// The rows of a file that is open, read as a plan says: without the head and without blank rows. `position` counts the rows handed out.
final class Sheet implements Closeable {
    private final Records records;
    private final List<String> heads;
    private long position;

    private Sheet(Records records, List<String> heads) {
        this.records = records;
        this.heads = heads;
    }

    /// Opens content, which is closed with the sheet.
    static Sheet open(InputStream content, Plan plan) throws IOException {
        Records records = RecordSource.open(content, plan.format(), plan.charset(), plan.delimiter(), plan.sheet());
        int width = plan.columns().size();
        records.expect(width);
        List<String> heads = plan.header() ? head(records) : List.of();
        return new Sheet(records, named(heads, width));
    }

    private static List<String> head(Records records) throws IOException {
        Optional<SheetRow> first = records.next();
        while (first.isPresent() && first.get().blank()) {
            first = records.next();
        }
        return first.map(SheetRow::cells).orElse(List.of());
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

    Optional<SheetRow> next() throws IOException {
        Optional<SheetRow> record = records.next();
        while (record.isPresent() && record.get().blank()) {
            record = records.next();
        }
        position += record.isPresent() ? 1 : 0;
        return record;
    }

    /// The next rows, at most `most`; empty at the end.
    List<SheetRow> next(int most) throws IOException {
        List<SheetRow> some = new ArrayList<>();
        for (Optional<SheetRow> record = next(); record.isPresent(); record = next()) {
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
