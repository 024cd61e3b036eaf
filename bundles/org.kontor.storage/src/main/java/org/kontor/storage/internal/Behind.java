package org.kontor.storage.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.storage.Sql;

/// Statements of a transaction that are yet to be sent: all together, in one round trip.
final class Behind {
    private final List<Sql> waiting = new ArrayList<>();

    void add(Sql statement) {
        waiting.add(statement);
    }

    /// Those that wait, as one; from then on none do.
    Optional<Sql> take() {
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        String text = waiting.stream().map(Sql::text).collect(Collectors.joining("; "));
        Sql all = new Sql(text, waiting.stream().flatMap(statement -> statement.parameters().stream()).toList());
        waiting.clear();
        return Optional.of(all);
    }

    /// Forgets those that wait.
    void clear() {
        waiting.clear();
    }
}
