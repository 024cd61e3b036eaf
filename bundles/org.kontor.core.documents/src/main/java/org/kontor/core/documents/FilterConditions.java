package org.kontor.core.documents;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.api.documents.Conditions;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Money;
import org.kontor.api.documents.Phone;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Filters on a document in hand.
@Component(service = Conditions.class)
public final class FilterConditions implements Conditions {
    private final DocumentTypes types;

    @Activate
    public FilterConditions(@Reference DocumentTypes types) {
        this.types = types;
    }

    @Override
    public boolean passes(Filter filter, Document document) {
        return switch (filter) {
            case Filter.Any _ -> true;
            case Filter.And and -> and.parts().stream().allMatch(part -> passes(part, document));
            case Filter.Or or -> or.parts().stream().anyMatch(part -> passes(part, document));
            case Filter.Not not -> !passes(not.part(), document);
            case Filter.Compare compare -> compare(compare, value(document, compare.fieldId()));
            case Filter.In in -> value(document, in.fieldId())
                    .filter(some -> some instanceof List<?> many ? many.stream().anyMatch(in.values()::contains) : in.values().contains(some))
                    .isPresent();
            case Filter.Empty empty -> value(document, empty.fieldId()).isEmpty();
            case Filter.Words words -> words(words.text(), document);
        };
    }

    private static boolean compare(Filter.Compare compare, Optional<Object> value) {
        if (value.isPresent() && value.get() instanceof List<?> many) {
            boolean not = compare.operator() == Filter.Operator.NOT_EQUAL;
            Filter.Compare each = not ? new Filter.Compare(compare.fieldId(), Filter.Operator.EQUAL, compare.value()) : compare;
            return not != many.stream().anyMatch(one -> compare(each, Optional.of((Object) one)));
        }
        return switch (compare.operator()) {
            case EQUAL -> value.filter(some -> order(some, compare.value()).map(order -> order == 0).orElseGet(() -> some.equals(compare.value()))).isPresent();
            case NOT_EQUAL -> !compare(new Filter.Compare(compare.fieldId(), Filter.Operator.EQUAL, compare.value()), value);
            case LESS -> ordered(value, compare.value()).filter(order -> order < 0).isPresent();
            case AT_MOST -> ordered(value, compare.value()).filter(order -> order <= 0).isPresent();
            case GREATER -> ordered(value, compare.value()).filter(order -> order > 0).isPresent();
            case AT_LEAST -> ordered(value, compare.value()).filter(order -> order >= 0).isPresent();
            case CONTAINS -> value.filter(some -> lower(some).contains(lower(compare.value()))).isPresent();
            case STARTS_WITH -> value.filter(some -> lower(some).startsWith(lower(compare.value()))).isPresent();
        };
    }

    private static Optional<Integer> ordered(Optional<Object> value, Object other) {
        return value.flatMap(some -> order(some, other));
    }

    /// Sums are compared by their number, as the database does it.
    @SuppressWarnings("unchecked")
    private static Optional<Integer> order(Object one, Object other) {
        if (one instanceof Money a && other instanceof Money b) {
            return a.currency().equals(b.currency()) ? Optional.of(Long.compare(a.minor(), b.minor())) : Optional.empty();
        }
        if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
            return Optional.of(a.compareTo(b));
        }
        return one instanceof Comparable<?> && one.getClass() == other.getClass()
                ? Optional.of(((Comparable<Object>) one).compareTo(other))
                : Optional.empty();
    }

    private boolean words(String text, Document document) {
        DocumentType type = types.require(document.ref().type());
        String all = type.fields().stream()
                .flatMap(field -> document.values().any(field).stream())
                .flatMap(value -> value instanceof List<?> many ? many.stream() : Stream.of(value))
                .filter(value -> value instanceof String || value instanceof Phone)
                .map(FilterConditions::lower)
                .collect(Collectors.joining("\n"));
        return Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+")).allMatch(all::contains);
    }

    private static String lower(Object value) {
        return (value instanceof Phone phone ? phone.number() : value.toString()).toLowerCase(Locale.ROOT);
    }

    private Optional<Object> value(Document document, String fieldId) {
        return switch (fieldId) {
            case "id" -> Optional.of(document.ref().id());
            case "stage" -> document.stage().map(Object.class::cast);
            case "stageSince" -> document.stageSince().map(Object.class::cast);
            case "created" -> Optional.of(document.created());
            case "changed" -> Optional.of(document.changed());
            case "createdBy" -> document.createdBy().map(Object.class::cast);
            default -> types.require(document.ref().type()).field(fieldId).flatMap(field -> document.values().any(field));
        };
    }
}
