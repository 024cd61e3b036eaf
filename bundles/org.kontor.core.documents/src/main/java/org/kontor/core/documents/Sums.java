package org.kontor.core.documents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Total;
import org.kontor.storage.Row;

/// Sums of fields in statements that count documents: a column for each, and one for the currency of money, by which is grouped too.
final class Sums {
    private final List<Field<?>> fields;

    /// @throws IllegalArgumentException when a field can't be summed up
    Sums(DocumentType type, List<String> fieldIds) {
        this.fields = fieldIds.stream().<Field<?>>map(id -> BuiltIn.declared(type, id)
                        .filter(field -> field.kind() instanceof Kind.Number || field.kind() instanceof Kind.Sum)
                        .orElseThrow(() -> new IllegalArgumentException("field '" + id + "' of '" + type.id() + "' is neither a number nor money: it has no sum")))
                .toList();
    }

    /// The columns the documents are counted from.
    List<String> read() {
        return fields.stream().flatMap(field -> Column.of(field).stream()).map(Column::name).toList();
    }

    /// The columns to group by.
    List<String> currencies() {
        return fields.stream().filter(Sums::money).map(field -> Column.of(field).getLast().name()).toList();
    }

    /// What is selected of a group.
    List<String> selected() {
        return Stream.concat(currencies().stream(), fields.stream().map(field -> "sum(" + Column.of(field).getFirst().name() + ") as " + name(field))).toList();
    }

    List<Total> totals(Row row) {
        List<Total> totals = new ArrayList<>();
        for (Field<?> field : fields) {
            Optional<BigDecimal> sum = row.optionalDecimal(name(field));
            if (sum.isPresent() && money(field)) {
                row.optionalText(Column.of(field).getLast().name()).map(Currency::getInstance)
                        .ifPresent(in -> totals.add(new Total(field.id(), Optional.of(in), sum.get().movePointLeft(Math.max(0, in.getDefaultFractionDigits())))));
            } else {
                sum.ifPresent(amount -> totals.add(new Total(field.id(), Optional.empty(), amount)));
            }
        }
        return totals;
    }

    /// The totals of several parts together, by field and currency.
    static List<Total> together(Stream<Total> totals) {
        Map<List<Object>, Total> all = new LinkedHashMap<>();
        totals.forEach(total -> all.merge(List.of(total.fieldId(), total.currency()), total, (a, b) -> new Total(a.fieldId(), a.currency(), a.amount().add(b.amount()))));
        return List.copyOf(all.values());
    }

    private static boolean money(Field<?> field) {
        return field.kind() instanceof Kind.Sum;
    }

    private static String name(Field<?> field) {
        return "sum_" + Column.of(field).getFirst().name();
    }
}
