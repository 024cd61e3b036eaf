package org.kontor.ui.shell.internal.filters;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Filter;

/// Conditions as people build them: all of them must hold, or any; among them groups that are joined the one way or the other. What can't be said so is kept as it is.
public record ConditionTree(boolean any, List<Part> parts) {

    /// What is joined.
    public sealed interface Part {
        record One(Condition condition) implements Part {}

        /// Conditions of which all must hold, or any.
        record Some(boolean any, List<Condition> conditions) implements Part {
            public Some {
                conditions = List.copyOf(conditions);
            }
        }

        /// A filter that was made elsewhere.
        record Other(Filter filter) implements Part {}
    }

    public ConditionTree {
        parts = List.copyOf(parts);
    }

    public static ConditionTree of(Filter filter, Subjects subjects) {
        if (filter instanceof Filter.Any) {
            return new ConditionTree(false, List.of());
        }
        if (Condition.of(filter, subjects).isEmpty()) {
            if (filter instanceof Filter.And(List<Filter> parts)) {
                return new ConditionTree(false, read(parts, subjects));
            }
            if (filter instanceof Filter.Or(List<Filter> parts)) {
                return new ConditionTree(true, read(parts, subjects));
            }
        }
        return new ConditionTree(false, List.of(part(filter, subjects)));
    }

    private static List<Part> read(List<Filter> parts, Subjects subjects) {
        return parts.stream().map(part -> part(part, subjects)).toList();
    }

    private static Part part(Filter filter, Subjects subjects) {
        Optional<Condition> condition = Condition.of(filter, subjects);
        if (condition.isPresent()) {
            return new Part.One(condition.get());
        }
        return switch (filter) {
            case Filter.And(List<Filter> parts) -> group(false, parts, subjects).orElseGet(() -> new Part.Other(filter));
            case Filter.Or(List<Filter> parts) -> group(true, parts, subjects).orElseGet(() -> new Part.Other(filter));
            case Filter other -> new Part.Other(other);
        };
    }

    private static Optional<Part> group(boolean any, List<Filter> parts, Subjects subjects) {
        List<Condition> conditions = new ArrayList<>();
        parts.forEach(part -> Condition.of(part, subjects).ifPresent(conditions::add));
        return conditions.size() == parts.size() && !parts.isEmpty() ? Optional.of(new Part.Some(any, conditions)) : Optional.empty();
    }

    /// The filter for the core.
    public Filter filter(ZoneId zone) {
        return joined(any, parts.stream().map(part -> filter(part, zone)).toList());
    }

    public static Filter filter(Part part, ZoneId zone) {
        return switch (part) {
            case Part.One(Condition condition) -> condition.filter(zone);
            case Part.Some(boolean some, List<Condition> conditions) -> joined(some, conditions.stream().map(each -> each.filter(zone)).toList());
            case Part.Other(Filter filter) -> filter;
        };
    }

    private static Filter joined(boolean any, List<Filter> filters) {
        return switch (filters.size()) {
            case 0 -> Filter.any();
            case 1 -> filters.getFirst();
            default -> any ? new Filter.Or(filters) : new Filter.And(filters);
        };
    }

    public ConditionTree without(int place) {
        List<Part> others = new ArrayList<>(parts);
        others.remove(place);
        return new ConditionTree(any, others);
    }

    public ConditionTree with(Part part) {
        List<Part> more = new ArrayList<>(parts);
        more.add(part);
        return new ConditionTree(any, more);
    }
}
