package org.kontor.core.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Columns kept in stock. H2 copies a table to add a column to it, which takes long when it is large, and for a moment readers find no table; but it renames one at once: so its
/// tables get some columns of each type before they are used, and a field takes one of those. An empty column takes a byte in a row.
final class SpareColumns {
    private static final String PREFIX = "spare_";
    private static final Map<String, Integer> STOCK = Map.of("text", 24, "whole", 12, "number", 12, "yes", 8, "day", 8, "moment", 8);
    private static final Map<String, String> TYPES = Map.of(
            "text", "varchar", "whole", "bigint", "number", "numeric(35, 10)", "yes", "boolean", "day", "date", "moment", "timestamp(6) with time zone");
    private static final int DECIMALS = 10;

    private SpareColumns() {}

    /// The columns that a table lacks of a full stock, as `name type`.
    static List<String> missing(Set<String> present) {
        List<String> missing = new ArrayList<>();
        STOCK.forEach((sort, count) -> IntStream.rangeClosed(1, count).mapToObj(number -> PREFIX + sort + "_" + number).filter(name -> !present.contains(name))
                .forEach(name -> missing.add(name + " " + TYPES.get(sort))));
        return missing.stream().sorted().toList();
    }

    /// A column in stock that can become the wanted one.
    static Optional<String> find(Set<String> present, Column wanted) {
        return sort(wanted).flatMap(sort -> present.stream().filter(name -> name.startsWith(PREFIX + sort + "_")).sorted().findFirst());
    }

    private static Optional<String> sort(Column wanted) {
        return switch (wanted.jdbcType()) {
            case VARCHAR -> Optional.of("text");
            case BIGINT -> Optional.of("whole");
            case NUMERIC -> wanted.decimals() <= DECIMALS ? Optional.of("number") : Optional.empty();
            case BOOLEAN -> Optional.of("yes");
            case DATE -> Optional.of("day");
            case TIMESTAMP_WITH_TIMEZONE -> Optional.of("moment");
            default -> Optional.empty();
        };
    }
}
