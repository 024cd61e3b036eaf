package org.kontor.rest;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Notation;
import org.kontor.api.documents.Period;
import org.kontor.api.labels.Label;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A condition as a text: `<field>:<operator>:<value>`.
///
/// Operators: eq, ne, lt, le, gt, ge, contains, starts, in (values separated by commas), empty, filled. Values as in JSON, a sum as `12.50 EUR`,
/// a person by login. A day or moment lies in a period with `within`: `closing:within:last-week@Europe/Rome`.
final class FilterText {
    private static final Map<String, Filter.Operator> OPERATORS = Map.of(
            "eq", Filter.Operator.EQUAL, "ne", Filter.Operator.NOT_EQUAL, "lt", Filter.Operator.LESS, "le", Filter.Operator.AT_MOST,
            "gt", Filter.Operator.GREATER, "ge", Filter.Operator.AT_LEAST, "contains", Filter.Operator.CONTAINS, "starts", Filter.Operator.STARTS_WITH);
    static final Set<Filter.Operator> TEXTUAL = Set.of(Filter.Operator.CONTAINS, Filter.Operator.STARTS_WITH);
    private static final Map<String, Field<?>> BUILT_IN = Map.of(
            "id", Field.of("id", new Kind.Number(0)),
            "stage", Field.text("stage"),
            "created", Field.of("created", new Kind.Moment()),
            "changed", Field.of("changed", new Kind.Moment()),
            "stageSince", Field.of("stageSince", new Kind.Moment()),
            "createdBy", Field.of("createdBy", new Kind.User()));

    private final DocumentType type;
    private final ValueJson values;
    private final ZoneId zone;

    /// `zone` is where days begin for periods that name none.
    FilterText(DocumentType type, ValueJson values, ZoneId zone) {
        this.type = type;
        this.values = values;
        this.zone = zone;
    }

    static List<String> builtIn() {
        return BUILT_IN.keySet().stream().sorted().toList();
    }

    /// A value as it stands in a condition.
    String written(String id, Object value) {
        Field<?> field = type.field(id).map(FilterText::single).orElse(BUILT_IN.get(id));
        return field == null || !field.kind().type().isInstance(value) ? value.toString() : values.text(field, value);
    }

    /// A field of many values as one of a single value.
    static Field<?> single(Field<?> field) {
        return field.kind() instanceof Kind.Many<?> many ? field.withKind(many.of()) : field;
    }

    static String name(Filter.Operator operator) {
        return OPERATORS.entrySet().stream().filter(each -> each.getValue() == operator).findFirst().orElseThrow().getKey();
    }

    static JsonNode text(String text) {
        return JsonNodeFactory.instance.stringNode(text);
    }

    /// The field or built-in to sort by.
    String sortable(String name) {
        field(name);
        return name;
    }

    Filter read(String text) {
        String[] parts = text.split(":", 3);
        Field<?> field = field(parts[0]);
        String operator = parts.length > 1 ? parts[1] : "";
        if (operator.equals("empty") || operator.equals("filled")) {
            Filter empty = new Filter.Empty(field.id());
            return operator.equals("empty") ? empty : new Filter.Not(empty);
        }
        if (parts.length < 3) {
            throw Problem.of(400, "bad-filter", ValueJson.shortened(text));
        }
        if (operator.equals("in")) {
            List<Object> all = new ArrayList<>();
            for (String each : parts[2].split(",")) {
                all.add(value(field, text(each), text));
            }
            return new Filter.In(field.id(), all);
        }
        if (operator.equals("within")) {
            return within(field, parts[2], text);
        }
        Filter.Operator known = operator(operator, field, text);
        return new Filter.Compare(field.id(), known, TEXTUAL.contains(known) ? parts[2] : value(field, text(parts[2]), text));
    }

    static Filter.Operator operator(String name, Field<?> field, String whole) {
        Filter.Operator known = Optional.ofNullable(OPERATORS.get(name)).orElseThrow(() -> Problem.of(400, "bad-filter", ValueJson.shortened(whole)));
        if (!fits(known, field.kind())) {
            throw Problem.of(400, "operator-does-not-fit", name, field.id());
        }
        return known;
    }

    /// A period beside today, in the time zone behind `@`, else in that of who asks.
    private Filter within(Field<?> field, String given, String whole) {
        if (!(field.kind() instanceof Kind.Date) && !(field.kind() instanceof Kind.Moment)) {
            throw Problem.of(400, "operator-does-not-fit", "within", field.id());
        }
        int at = given.indexOf('@');
        try {
            return new Filter.Within(field.id(), Period.parse(at < 0 ? given : given.substring(0, at)), at < 0 ? zone : ZoneId.of(given.substring(at + 1)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Problem.of(400, "bad-filter", ValueJson.shortened(whole));
        }
    }

    private static boolean fits(Filter.Operator operator, Kind<?> kind) {
        return switch (kind) {
            case Kind.Text _, Kind.Email _, Kind.PhoneNumber _, Kind.WebLink _ -> true;
            case Kind.Number _, Kind.Sum _, Kind.Date _, Kind.Moment _ -> !TEXTUAL.contains(operator);
            case Kind.Address _ -> TEXTUAL.contains(operator);
            case Kind.Attachment _ -> false;
            case Kind.Many<?> _ -> TEXTUAL.contains(operator) || operator == Filter.Operator.EQUAL || operator == Filter.Operator.NOT_EQUAL;
            case Kind.YesNo _, Kind.Choice _, Kind.User _, Kind.Link _, Kind.Booking _ -> operator == Filter.Operator.EQUAL || operator == Filter.Operator.NOT_EQUAL;
        };
    }

    Field<?> field(String name) {
        return type.field(name).or(() -> Optional.ofNullable(BUILT_IN.get(name))).orElseThrow(() -> Problem.of(400, "unknown-filter-field", ValueJson.shortened(name),
                String.join(", ", type.fields().stream().map(Field::id).toList()) + ", " + String.join(", ", builtIn())));
    }

    Object value(Field<?> given, JsonNode node, String whole) {
        Field<?> field = single(given);
        if (field.kind() instanceof Kind.YesNo && node.isString()) {
            return yes(node.asString(), whole);
        }
        if (node.isMissingNode() || node.isNull()) {
            throw Problem.of(400, "bad-filter", ValueJson.shortened(whole));
        }
        return switch (values.read(field, node, Sender.ANYBODY)) {
            case Notation.Reading.Value(Object value) -> builtIn(field, value);
            case Notation.Reading.Nothing _ -> throw Problem.of(400, "bad-filter", ValueJson.shortened(whole));
            case Notation.Reading.Refused(Label reason) -> throw Problem.of(400, "bad-filter-value", field.id(), reason);
        };
    }

    private static Object builtIn(Field<?> field, Object value) {
        if (!field.id().equals("id") || !(value instanceof BigDecimal number)) {
            return value;
        }
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            throw Problem.of(400, "bad-filter-value", "id", Label.of("rest.too-large"));
        }
    }

    private static Object yes(String text, String whole) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Problem.of(400, "bad-filter", ValueJson.shortened(whole));
        };
    }
}
