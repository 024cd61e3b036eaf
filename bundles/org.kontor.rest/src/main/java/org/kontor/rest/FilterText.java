package org.kontor.rest;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
import tools.jackson.databind.node.ObjectNode;

/// Filters in the query string: `filter=<field>:<operator>:<value>`, several of them are joined by and.
///
/// Operators: eq, ne, lt, le, gt, ge, contains, starts, in (values separated by commas), empty, filled. Values as in JSON, a sum as `12.50 EUR`,
/// a person by login. A day or moment lies in a period with `within`: `closing:within:last-week@Europe/Rome`.
final class FilterText {
    private static final Map<String, Filter.Operator> OPERATORS = Map.of(
            "eq", Filter.Operator.EQUAL, "ne", Filter.Operator.NOT_EQUAL, "lt", Filter.Operator.LESS, "le", Filter.Operator.AT_MOST,
            "gt", Filter.Operator.GREATER, "ge", Filter.Operator.AT_LEAST, "contains", Filter.Operator.CONTAINS, "starts", Filter.Operator.STARTS_WITH);
    private static final Set<Filter.Operator> TEXTUAL = Set.of(Filter.Operator.CONTAINS, Filter.Operator.STARTS_WITH);
    private static final Map<String, Field<?>> BUILT_IN = Map.of(
            "id", Field.of("id", new Kind.Number(0)),
            "stage", Field.text("stage"),
            "created", Field.of("created", new Kind.Moment()),
            "changed", Field.of("changed", new Kind.Moment()),
            "stageSince", Field.of("stageSince", new Kind.Moment()),
            "createdBy", Field.of("createdBy", new Kind.User()));

    private final DocumentType type;
    private final ValueJson values;

    FilterText(DocumentType type, ValueJson values) {
        this.type = type;
        this.values = values;
    }

    static List<String> builtIn() {
        return BUILT_IN.keySet().stream().sorted().toList();
    }

    Filter all(List<String> texts, Optional<String> words) {
        Filter filter = words.<Filter>map(Filter.Words::new).orElse(Filter.any());
        for (String text : texts) {
            filter = filter.and(one(text));
        }
        return filter;
    }

    /// A filter as JSON: `"field:operator:value"`, `{"all": […]}`, `{"any": […]}`, `{"not": …}`, `{"words": "…"}`; empty when it takes all.
    Optional<JsonNode> write(Filter filter) {
        return switch (filter) {
            case Filter.Any _ -> Optional.empty();
            case Filter.And(List<Filter> parts) -> Optional.of(group("all", parts));
            case Filter.Or(List<Filter> parts) -> Optional.of(group("any", parts));
            case Filter.Not(Filter part) -> write(part).map(inner -> Json.object().set("not", inner));
            case Filter.Compare(String id, Filter.Operator operator, Object value) -> Optional.of(text(id + ":" + name(operator) + ":" + written(id, value)));
            case Filter.In(String id, List<Object> all) -> Optional.of(text(id + ":in:" + String.join(",", all.stream().map(value -> written(id, value)).toList())));
            case Filter.Empty(String id) -> Optional.of(text(id + ":empty"));
            case Filter.Words(String words) -> Optional.of(Json.object().put("words", words));
            case Filter.Within(String id, Period period, ZoneId zone) -> Optional.of(text(id + ":within:" + period.text() + "@" + zone.getId()));
            case Filter.Through(String id, String typeId, Filter _) -> Optional.of(Json.object().put("through", id).put("type", typeId));
        };
    }

    private ObjectNode group(String name, List<Filter> parts) {
        ObjectNode node = Json.object();
        parts.forEach(part -> write(part).ifPresent(node.withArray(name)::add));
        return node;
    }

    private String written(String id, Object value) {
        return type.field(id).map(field -> values.text(field, value)).orElse(value.toString());
    }

    private static String name(Filter.Operator operator) {
        return OPERATORS.entrySet().stream().filter(each -> each.getValue() == operator).findFirst().orElseThrow().getKey();
    }

    private static JsonNode text(String text) {
        return JsonNodeFactory.instance.stringNode(text);
    }

    /// The field or built-in to sort by.
    String sortable(String name) {
        field(name);
        return name;
    }

    private Filter one(String text) {
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
                all.add(value(field, each, text));
            }
            return new Filter.In(field.id(), all);
        }
        if (operator.equals("within")) {
            return within(field, parts[2], text);
        }
        Filter.Operator known = Optional.ofNullable(OPERATORS.get(operator)).orElseThrow(() -> Problem.of(400, "bad-filter", ValueJson.shortened(text)));
        if (!fits(known, field.kind())) {
            throw Problem.of(400, "operator-does-not-fit", operator, field.id());
        }
        return new Filter.Compare(field.id(), known, TEXTUAL.contains(known) ? parts[2] : value(field, parts[2], text));
    }

    /// A period beside today, in the time zone behind `@`, else in UTC.
    private static Filter within(Field<?> field, String given, String whole) {
        if (!(field.kind() instanceof Kind.Date) && !(field.kind() instanceof Kind.Moment)) {
            throw Problem.of(400, "operator-does-not-fit", "within", field.id());
        }
        int at = given.indexOf('@');
        try {
            return new Filter.Within(field.id(), Period.parse(at < 0 ? given : given.substring(0, at)), at < 0 ? ZoneOffset.UTC : ZoneId.of(given.substring(at + 1)));
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

    private Field<?> field(String name) {
        return type.field(name).or(() -> Optional.ofNullable(BUILT_IN.get(name))).orElseThrow(() -> Problem.of(400, "unknown-filter-field", ValueJson.shortened(name),
                String.join(", ", type.fields().stream().map(Field::id).toList()) + ", " + String.join(", ", builtIn())));
    }

    private Object value(Field<?> field, String text, String whole) {
        if (field.kind() instanceof Kind.Many<?> many) {
            return value(field.withKind(many.of()), text, whole);
        }
        if (field.kind() instanceof Kind.YesNo) {
            return yes(text, whole);
        }
        return switch (values.read(field, JsonNodeFactory.instance.stringNode(text), "")) {
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
