package org.kontor.rest;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Period;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Filters as a caller writes them: conditions as texts (see [FilterText]), several of them joined by and, or a tree in JSON.
///
/// A tree: `{"all": […]}`, `{"any": […]}`, `{"not": …}`, `{"words": "…"}`, `{"through": "company", "type": "company", "where": …}`, `{"field": "size", "in": ["a", "b"]}`,
/// `{"field": "weight", "is": "ge", "value": 5}`, and conditions as texts.
final class FilterTree {
    private static final int MOST_PARTS = 200;

    private final FilterText conditions;
    private final ValueJson values;
    private final DocumentTypes types;
    private final ZoneId zone;
    private int parts;

    /// `zone` is where days begin for periods that name none.
    FilterTree(DocumentType type, ValueJson values, DocumentTypes types, ZoneId zone) {
        this.conditions = new FilterText(type, values, zone);
        this.values = values;
        this.types = types;
        this.zone = zone;
    }

    /// The field or built-in to sort by.
    String sortable(String name) {
        return conditions.sortable(name);
    }

    /// All of the given filters, each a text or a tree.
    Filter all(List<String> texts, Optional<String> words) {
        Filter filter = words.<Filter>map(Filter.Words::new).orElse(Filter.any());
        for (String text : texts) {
            filter = filter.and(text.startsWith("{") || text.startsWith("[") ? read(Json.parse(text.getBytes(StandardCharsets.UTF_8))) : conditions.read(text));
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
            case JsonNode text when text.isString() -> conditions.read(text.asString());
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
        FilterTree other = new FilterTree(linked, values, types, zone);
        other.parts = parts;
        Filter where = other.read(node.path("where"));
        parts = other.parts;
        return new Filter.Through(conditions.field(text(node, "through")).id(), typeId, where);
    }

    private Filter compared(ObjectNode node) {
        Field<?> field = conditions.field(text(node, "field"));
        if (node.has("in")) {
            List<Object> all = new ArrayList<>();
            only(node, "field", "in").path("in").forEach(each -> all.add(conditions.value(field, each, node.toString())));
            return new Filter.In(field.id(), all);
        }
        Filter.Operator operator = FilterText.operator(text(node, "is"), field, node.toString());
        return new Filter.Compare(field.id(), operator, FilterText.TEXTUAL.contains(operator) ? text(node, "value") : conditions.value(field, node.path("value"), node.toString()));
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
            case Filter.Compare(String id, Filter.Operator operator, Object value) -> Optional.of(FilterText.text(id + ":" + FilterText.name(operator) + ":" + conditions.written(id, value)));
            case Filter.In(String id, List<Object> all) -> Optional.of(set(id, all.stream().map(value -> conditions.written(id, value)).toList()));
            case Filter.Empty(String id) -> Optional.of(FilterText.text(id + ":empty"));
            case Filter.Words(String words) -> Optional.of(Json.object().put("words", words));
            case Filter.Within(String id, Period period, ZoneId zone) -> Optional.of(FilterText.text(id + ":within:" + period.text() + "@" + zone.getId()));
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
        types.find(through.typeId()).flatMap(other -> new FilterTree(other, values, types, zone).write(through.linked())).ifPresent(where -> node.set("where", where));
        return node;
    }

    /// As a text, unless a comma of a value would be taken for one between them.
    private static JsonNode set(String id, List<String> written) {
        if (!written.isEmpty() && written.stream().noneMatch(each -> each.isEmpty() || each.contains(","))) {
            return FilterText.text(id + ":in:" + String.join(",", written));
        }
        ObjectNode node = Json.object().put("field", id);
        written.forEach(node.putArray("in")::add);
        return node;
    }
}
