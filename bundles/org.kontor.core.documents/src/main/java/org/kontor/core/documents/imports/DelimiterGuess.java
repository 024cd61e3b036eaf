package org.kontor.core.documents.imports;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Guesses the delimiter: the one that splits most of the first records into the same number of cells, more than one.
final class DelimiterGuess {
    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int RECORDS = 50;

    private DelimiterGuess() {}

    /// A comma when there is only one column.
    static char of(String head) {
        char best = ',';
        double most = 0;
        for (char candidate : CANDIDATES) {
            double score = score(head, candidate);
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    private static double score(String head, char delimiter) {
        List<Integer> widths = widths(head, delimiter);
        Map<Integer, Long> counts = widths.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .filter(width -> width.getKey() > 1)
                .max(Comparator.comparing(Map.Entry::getValue))
                .map(width -> (double) width.getValue() / widths.size() + Math.min(width.getKey(), 40) / 100.0)
                .orElse(0.0);
    }

    private static List<Integer> widths(String head, char delimiter) {
        List<Integer> widths = new ArrayList<>();
        try (CsvRecords records = new CsvRecords(new StringReader(head), delimiter)) {
            for (Optional<SheetRow> record = records.next(); record.isPresent() && widths.size() < RECORDS; record = records.next()) {
                widths.add(record.get().flaw().isPresent() ? 0 : record.get().cells().size());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return widths;
    }
}
