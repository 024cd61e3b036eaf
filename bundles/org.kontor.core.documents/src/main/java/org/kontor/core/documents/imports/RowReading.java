package org.kontor.core.documents.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Notation;
import org.kontor.api.documents.Refusal;
import org.kontor.api.documents.Values;
import org.kontor.api.labels.Label;

/// Reads records as values of a type, in the habits of who imports.
final class RowReading {

    /// A record read: with values, or with reasons why not.
    record Row(CsvRecord source, Values values, List<Label> reasons) {
        boolean good() {
            return reasons.isEmpty();
        }
    }

    private static final char UNREADABLE = '\uFFFD';

    private final DocumentType type;
    private final List<Optional<Field<?>>> columns;
    private final String charset;
    private final Notation notation;
    private final Notation.Habits habits;

    RowReading(DocumentType type, List<Optional<Field<?>>> columns, String charset, Notation notation, Notation.Habits habits) {
        this.type = type;
        this.columns = List.copyOf(columns);
        this.charset = charset;
        this.notation = notation;
        this.habits = habits;
    }

    Row read(CsvRecord source) {
        if (source.flaw().isPresent()) {
            return new Row(source, Values.none(), List.of(source.flaw().get()));
        }
        List<Label> reasons = new ArrayList<>();
        Values values = Values.none();
        if (source.cells().stream().skip(columns.size()).anyMatch(cell -> !cell.isBlank())) {
            reasons.add(Label.of("documents.import.too-many-cells", source.cells().size(), columns.size()));
        }
        for (int column = 0; column < columns.size(); column++) {
            Optional<Field<?>> field = columns.get(column);
            if (field.isPresent()) {
                values = read(field.get(), source.cell(column), values, reasons);
            }
        }
        if (reasons.isEmpty()) {
            reasons.addAll(missing(values));
        }
        return new Row(source, values, reasons);
    }

    /// Why the portal refused a row, as reasons of that row.
    List<Label> reasons(List<Refusal> refusals) {
        return refusals.stream().map(refusal -> refusal.field()
                .flatMap(type::field)
                .map(field -> named(field, refusal.reason()))
                .orElse(refusal.reason())).toList();
    }

    private Values read(Field<?> field, String cell, Values values, List<Label> reasons) {
        if (cell.indexOf(UNREADABLE) >= 0) {
            reasons.add(named(field, Label.of("documents.import.not-decodable", charset)));
            return values;
        }
        return switch (notation.read(field, SafeCell.taken(cell), habits)) {
            case Notation.Reading.Value(Object value) -> values.withAny(field, value);
            case Notation.Reading.Nothing _ -> values;
            case Notation.Reading.Refused(Label reason) -> {
                reasons.add(named(field, reason));
                yield values;
            }
        };
    }

    private List<Label> missing(Values values) {
        return type.fields().stream()
                .filter(field -> field.required() && values.any(field).isEmpty())
                .map(field -> Label.of("documents.required", type.nameOf(field)))
                .toList();
    }

    private Label named(Field<?> field, Label reason) {
        return reason instanceof Label.Keyed keyed && keyed.key().equals("documents.required")
                ? reason
                : Label.of("documents.import.cell", type.nameOf(field), reason);
    }
}
