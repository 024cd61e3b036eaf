package org.kontor.core.documents.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Imports.Mode;
import org.kontor.api.documents.Imports.Plan;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Notation;
import org.kontor.api.documents.Notation.Reading;
import org.kontor.api.documents.Refusal;
import org.kontor.api.documents.Values;
import org.kontor.api.labels.Label;

/// Reads rows as values of a type, in the habits of who imports.
final class RowReading {

    /// A row read: with values, or with reasons why not.
    record Row(SheetRow source, Values values, List<Label> reasons) {
        boolean good() {
            return reasons.isEmpty();
        }
    }

    private static final char UNREADABLE = '\uFFFD';

    private final DocumentType type;
    private final Plan plan;
    private final List<Optional<Field<?>>> columns;
    private final Map<String, LinkLookup> links;
    private final Notation notation;
    private final Notation.Habits habits;
    private final Notation.Habits exact;
    private final Values given;

    RowReading(DocumentType type, Plan plan, Map<String, LinkLookup> links, Notation notation, Notation.Habits habits) {
        this.type = type;
        this.plan = plan;
        this.columns = plan.columns().stream().<Optional<Field<?>>>map(column -> column.flatMap(type::field)).toList();
        this.links = links;
        this.notation = notation;
        this.habits = habits;
        this.given = given(type, plan, notation, habits);
        this.exact = new Notation.Habits(Locale.ROOT, habits.zone(), habits.country());
    }

    /// What a plan gives to new documents.
    ///
    /// @throws IllegalArgumentException when a value can't be read
    static Values given(DocumentType type, Plan plan, Notation notation, Notation.Habits habits) {
        Values values = Values.none();
        for (Map.Entry<String, String> each : plan.fresh().values().entrySet()) {
            Field<?> field = type.field(each.getKey()).orElseThrow(() -> new IllegalArgumentException("document type '" + type.id() + "' has no field '" + each.getKey() + "'"));
            values = switch (notation.read(field, each.getValue(), habits)) {
                case Reading.Value(Object value) -> values.withAny(field, value);
                case Reading.Nothing _ -> values;
                case Reading.Refused(Label reason) -> throw new IllegalArgumentException("'" + each.getValue() + "' can't be given to the field '" + field.id() + "': " + reason);
            };
        }
        return values;
    }

    /// The values of a row that becomes a new document.
    Values fresh(Values row) {
        return given.and(row);
    }

    /// Whether rows may name documents that rows before them become.
    boolean namesItsOwn() {
        return links.values().stream().anyMatch(link -> link.target().id().equals(type.id()));
    }

    List<Row> read(List<SheetRow> sources) {
        for (int column = 0; column < columns.size(); column++) {
            int at = column;
            columns.get(column).map(field -> links.get(field.id())).ifPresent(link -> link.prepare(sources.stream().flatMap(row -> parts(columns.get(at).orElseThrow(), row.cell(at)))));
        }
        return sources.stream().map(this::read).toList();
    }

    private Row read(SheetRow source) {
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
                values = read(field.get(), source, column, values, reasons);
            }
        }
        if (reasons.isEmpty() && plan.mode() == Mode.CREATE) {
            reasons.addAll(missing(fresh(values)));
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

    private Values read(Field<?> field, SheetRow source, int column, Values values, List<Label> reasons) {
        String cell = source.cell(column);
        if (cell.indexOf(UNREADABLE) >= 0) {
            reasons.add(named(field, Label.of("documents.import.not-decodable", plan.charset())));
            return values;
        }
        LinkLookup link = links.get(field.id());
        Reading reading = link == null ? notation.read(field, SafeCell.taken(cell), source.exact().contains(column) ? exact : habits) : linked(link, field, cell);
        return switch (reading) {
            case Reading.Value(Object value) -> values.withAny(field, together(values.any(field), value));
            case Reading.Nothing _ -> values;
            case Reading.Refused(Label reason) -> {
                reasons.add(named(field, reason));
                yield values;
            }
        };
    }

    private static Reading linked(LinkLookup link, Field<?> field, String cell) {
        if (!(field.kind() instanceof Kind.Many<?>)) {
            return link.find(cell);
        }
        List<Object> all = new ArrayList<>();
        for (String part : parts(field, cell).toList()) {
            switch (link.find(part)) {
                case Reading.Value(Object value) -> all.add(value);
                case Reading.Nothing _ -> {}
                case Reading.Refused refused -> {
                    return refused;
                }
            }
        }
        return all.isEmpty() ? new Reading.Nothing() : new Reading.Value(all.stream().distinct().toList());
    }

    private static Stream<String> parts(Field<?> field, String cell) {
        return field.kind() instanceof Kind.Many<?> ? Stream.of(cell.split("[;\n]")).map(String::strip).filter(part -> !part.isEmpty()) : Stream.of(cell);
    }

    /// Of a field with many values, what several columns say.
    private static Object together(Optional<Object> before, Object value) {
        return before.isPresent() && before.get() instanceof List<?> some && value instanceof List<?> more
                ? Stream.concat(some.stream(), more.stream()).distinct().toList()
                : value;
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
