package org.kontor.api.documents;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// How to count documents in groups: those of a type that pass the filter, by the values of a field, with sums of number and money fields.
///
/// Counted up to `bound` documents (see [#BOUND]), so that it doesn't block however many there are; beyond that counts are not exact: so many at least.
public record Grouping(String typeId, Filter filter, By by, List<String> sums, int bound) {
    /// What is counted where nothing else is asked for.
    public static final int BOUND = 10_000;

    /// What makes a group.
    public sealed interface By {
        String fieldId();

        /// Every value is a group: of a choice, a user, yes or no, a link, a short text, or the built-in `stage` and `createdBy`.
        record Value(String fieldId) implements By {}

        /// Every day, week, month ... is a group, named by its first day; moments are taken in `zone`.
        record Span(String fieldId, Period.Unit unit, ZoneId zone) implements By {}
    }

    /// A group: documents with the same `key`, which is a value of the field's kind or the first day of the span; without one those that have none.
    public record Group(Optional<Object> key, Count count, List<Total> totals) {}

    public Grouping {
        sums = List.copyOf(sums);
        if (bound < 1 || bound > 1_000_000) {
            throw new IllegalArgumentException("groups are counted up to 1 to 1,000,000 documents, not " + bound);
        }
    }

    public static Grouping by(String typeId, String fieldId) {
        return new Grouping(typeId, Filter.any(), new By.Value(fieldId), List.of(), BOUND);
    }

    public static Grouping by(String typeId, String fieldId, Period.Unit unit, ZoneId zone) {
        return new Grouping(typeId, Filter.any(), new By.Span(fieldId, unit, zone), List.of(), BOUND);
    }

    public Grouping where(Filter wanted) {
        return new Grouping(typeId, filter.and(wanted), by, sums, bound);
    }

    public Grouping summing(String... fieldIds) {
        return new Grouping(typeId, filter, by, List.of(fieldIds), bound);
    }
}
