package org.kontor.rest;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Notation;
import org.kontor.api.documents.Period;
import org.kontor.api.labels.Label;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Filters as a caller writes them: `filter=<field>:<operator>:<value>`, several of them are joined by and; or as a tree in JSON.
///
/// Operators: eq, ne, lt, le, gt, ge, contains, starts, in (values separated by commas), empty, filled. Values as in JSON, a sum as `12.50 EUR`,
/// a person by login. A day or moment lies in a period with `within`: `closing:within:last-week@Europe/Rome`.
///
/// A tree: `{"all": […]}`, `{"any": […]}`, `{"not": …}`, `{"words": "…"}`, `{"through": "company", "type": "company", "where": …}`, `{"field": "size", "in": ["a", "b"]}`,
/// `{"field": "weight", "is": "ge", "value": 5}`, and texts as above.
final class FilterText {
    private static final int MOST_PARTS = 200;
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
    private final DocumentTypes types;
    private final ZoneId zone;
    private int parts;

    /// `zone` is where days begin for periods that name none.
    FilterText(DocumentType type, ValueJson values, DocumentTypes types, ZoneId zone) {
        this.type = type;
        this.values = values;
        this.types = types;
        this.zone = zone;
    }

    static List<String> builtIn() {
        return BUILT_IN.keySet().stream().sorted().toList();
    }

    /// All of the given filters, each a text or a tree.
    Filter all(List<String> texts, Optional<String> words) {
        Filter filter = words.<Filter>map(Filter.Words::new).orElse(Filter.any());
        for (String text : texts) {
            filter = filter.and(text.startsWith("{") || text.startsWith("[") ? read(Json.parse(text.getBytes(StandardCharsets.UTF_8))) : one(text));
        }
        return filter;
    }

    /// Reads what [#write] writes. Nothing, or null, takes all.
    Filter read(JsonNode node) {
        if (++parts > MOST_PARTS) {
            throw Problem.of(400, "too-many-filters", MOST_PARTS);
        }
        return switch (node) {
            case JsonNode none when none.isMissingNode() || none.isNull() -> Filter.any();
            case JsonNode text when text.isString() -> one(text.asString());
            case ObjectNode object when object.isEmpty() -> Filter.any();
            case ObjectNode object -> tree(object);
            default -> throw Problem.of(400, "bad-filter", ValueJson.shortened(node.toString()));
        };
    }

    private Filter tree(ObjectNode node) {
        return switch (node.propertyNames().iterator().next()) {
            case "all" -> new Filter.And(parts(only(node, "all").path("all"), node));
            case "any" -> new Filter.Or(parts(only(node, "any").path("any"), node));
            case "not" -> new Filter.Not(read(only(node, "not").path("not")));
            case "words" -> new Filter.Words(text(only(node, "words"), "words"));
            case "through", "type", "where" -> through(only(node, "through", "type", "where"));
            case "field", "is", "in", "value" -> compared(only(node, "field", "is", "in", "value"));
            case String other -> throw Problem.of(400, "bad-filter", ValueJson.shortened(other));
        };
    }

    private List<Filter> parts(JsonNode nodes, ObjectNode whole) {
        if (!(nodes instanceof ArrayNode array) || array.isEmpty()) {
            throw Problem.of(400, "bad-filter", ValueJson.shortened(whole.toString()));
        }
        List<Filter> all = new ArrayList<>();
        array.forEach(each -> all.add(read(each)));
        return all;
    }

    private Filter through(ObjectNode node) {
        String typeId = text(node, "type");
        DocumentType linked = types.find(typeId).orElseThrow(() -> Problem.of(400, "no-such-type", ValueJson.shortened(typeId)));
        FilterText other = new FilterText(linked, values, types, zone);
        other.parts = parts;
        Filter where = other.read(node.path("where"));
        parts = other.parts;
        return new Filter.Through(field(text(node, "through")).id(), typeId, where);
    }

    private Filter compared(ObjectNode node) {
        Field<?> field = field(text(node, "field"));
        if (node.has("in")) {
            List<Object> all = new ArrayList<>();
            only(node, "field", "in").path("in").forEach(each -> all.add(value(field, each, node.toString())));
            return new Filter.In(field.id(), all);
        }
        Filter.Operator operator = operator(text(node, "is"), field, node.toString());
        return new Filter.Compare(field.id(), operator, TEXTUAL.contains(operator) ? text(node, "value") : value(field, node.path("value"), node.toString()));
    }

    private static ObjectNode only(ObjectNode node, String... members) {
        if (!List.of(members).containsAll(node.propertyNames())) {
            throw Problem.of(400, "bad-filter", ValueJson.shortened(node.toString()));
        }
        return node;
    }

    private static String text(ObjectNode node, String member) {
        String text = node.path(member).asString("");
        if (!node.path(member).isString() || text.indexOf('\0') >= 0 || ValueJson.unpaired(text)) {
            throw Problem.of(400, "bad-filter", ValueJson.shortened(node.toString()));
        }
        return text;
    }

    /// A filter as JSON; empty when it takes all.
    Optional<JsonNode> write(Filter filter) {
        return switch (filter) {
            case Filter.Any _ -> Optional.empty();
            case Filter.And(List<Filter> parts) -> Optional.of(group("all", parts));
            case Filter.Or(List<Filter> parts) -> Optional.of(group("any", parts));
            case Filter.Not(Filter part) -> write(part).map(inner -> Json.object().set("not", inner));
            case Filter.Compare(String id, Filter.Operator operator, Object value) -> Optional.of(text(id + ":" + name(operator) + ":" + written(id, value)));
            case Filter.In(String id, List<Object> all) -> Optional.of(set(id, all.stream().map(value -> written(id, value)).toList()));
            case Filter.Empty(String id) -> Optional.of(text(id + ":empty"));
            case Filter.Words(String words) -> Optional.of(Json.object().put("words", words));
            case Filter.Within(String id, Period period, ZoneId zone) -> Optional.of(text(id + ":within:" + period.text() + "@" + zone.getId()));
            case Filter.Through through -> Optional.of(linked(through));
        };
    }

    private ObjectNode group(String name, List<Filter> parts) {
        ObjectNode node = Json.object();
        parts.forEach(part -> write(part).ifPresent(node.withArray(name)::add));
        return node;
    }

    private ObjectNode linked(Filter.Through through) {
        ObjectNode node = Json.object().put("through", through.fieldId()).put("type", through.typeId());
        types.find(through.typeId()).flatMap(other -> new FilterText(other, values, types, zone).write(through.linked())).ifPresent(where -> node.set("where", where));
        return node;
    }

    /// As a text, unless a comma of a value would be taken for one between them.
    private static JsonNode set(String id, List<String> written) {
        if (!written.isEmpty() && written.stream().noneMatch(each -> each.isEmpty() || each.contains(","))) {
            return text(id + ":in:" + String.join(",", written));
        }
        ObjectNode node = Json.object().put("field", id);
        written.forEach(node.putArray("in")::add);
        return node;
    }

    private String written(String id, Object value) {
        Field<?> field = type.field(id).map(FilterText::single).orElse(BUILT_IN.get(id));
        return field == null || !field.kind().type().isInstance(value) ? value.toString() : values.text(field, value);
    }

    /// A field of many values as one of a single value.
    static Field<?> single(Field<?> field) {
        return field.kind() instanceof Kind.Many<?> many ? field.withKind(many.of()) : field;
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

    private static Filter.Operator operator(String name, Field<?> field, String whole) {
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

    private Field<?> field(String name) {
        return type.field(name).or(() -> Optional.ofNullable(BUILT_IN.get(name))).orElseThrow(() -> Problem.of(400, "unknown-filter-field", ValueJson.shortened(name),
                String.join(", ", type.fields().stream().map(Field::id).toList()) + ", " + String.join(", ", builtIn())));
    }

    private Object value(Field<?> given, JsonNode node, String whole) {
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
