package org.kontor.core.documents;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Notation;
import org.kontor.api.documents.Period;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Filters as JSON, exact: `{"and": […]}`, `{"or": […]}`, `{"not": …}`, `{"field": "amount", "is": "AT_LEAST", "value": "1000 EUR"}`, `{"field": …, "in": […]}`, `{"empty": …}`,
/// `{"words": …}`, `{"within": "created", "period": "last-week", "zone": "Europe/Rome"}`, `{"through": "contact", "type": "contact", "where": …}`.
///
/// Robots' sheets once held filters with `operator` instead of `is`, and values as people's machines write them (see [Notation]): these are read as well.
final class FilterJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DocumentType type;
    private final Function<String, Optional<DocumentType>> types;
    private final Optional<Notation> former;

    /// For filters over the type alone.
    FilterJson(DocumentType type) {
        this(type, _ -> Optional.empty(), Optional.empty());
    }

    /// With `former` for filters that are kept for long: a field that is gone meanwhile stays in them, with its value as text.
    FilterJson(DocumentType type, Function<String, Optional<DocumentType>> types, Optional<Notation> former) {
        this.type = type;
        this.types = types;
        this.former = former;
    }

    String write(Filter filter) {
        return JSON.writeValueAsString(node(filter));
    }

    /// @throws IllegalArgumentException when the text is not such a filter over fields of the type; the message says where
    Filter read(String text) {
        try {
            return filter(JSON.readTree(text));
        } catch (tools.jackson.core.JacksonException e) {
            throw new IllegalArgumentException("filter '" + text + "' is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private ObjectNode node(Filter filter) {
        ObjectNode node = JSON.createObjectNode();
        switch (filter) {
            case Filter.Any _ -> node.putArray("and");
            case Filter.And and -> parts(node.putArray("and"), and.parts());
            case Filter.Or or -> parts(node.putArray("or"), or.parts());
            case Filter.Not not -> node.set("not", node(not.part()));
            case Filter.Compare(String fieldId, Filter.Operator operator, Object value) ->
                    node.put("field", fieldId).put("is", operator.name()).put("value", ValueText.write(value));
            case Filter.In(String fieldId, List<Object> values) -> {
                ArrayNode all = node.put("field", fieldId).putArray("in");
                values.forEach(value -> all.add(ValueText.write(value)));
            }
            case Filter.Empty empty -> node.put("empty", empty.fieldId());
            case Filter.Words words -> node.put("words", words.text());
            case Filter.Within(String fieldId, Period period, ZoneId zone) -> node.put("within", fieldId).put("period", period.text()).put("zone", zone.getId());
            case Filter.Through(String fieldId, String typeId, Filter linked) ->
                    node.put("through", fieldId).put("type", typeId).set("where", other(typeId).node(linked));
        }
        return node;
    }

    private void parts(ArrayNode array, List<Filter> parts) {
        parts.forEach(part -> array.add(node(part)));
    }

    private Filter filter(JsonNode node) {
        if (node.has("and")) {
            List<Filter> parts = parts(node.path("and"));
            return parts.isEmpty() ? Filter.any() : new Filter.And(parts);
        }
        if (node.has("or")) {
            return new Filter.Or(parts(node.path("or")));
        }
        if (node.has("not")) {
            return new Filter.Not(filter(node.path("not")));
        }
        if (node.has("empty")) {
            return new Filter.Empty(known(node.path("empty").asString("")));
        }
        if (node.has("words")) {
            return new Filter.Words(node.path("words").asString(""));
        }
        if (node.has("within")) {
            return within(node);
        }
        if (node.has("through")) {
            String typeId = node.path("type").asString("");
            return new Filter.Through(known(node.path("through").asString("")), typeId, other(typeId).filter(node.path("where")));
        }
        String field = known(node.path("field").asString(""));
        if (node.has("operator")) {
            return new Filter.Compare(field, operator(node.path("operator").asString("")), former(field, node.path("value").asString("")));
        }
        if (node.has("in")) {
            List<Object> values = new ArrayList<>();
            node.path("in").forEach(each -> values.add(value(field, each.asString(""))));
            return new Filter.In(field, values);
        }
        Filter.Operator operator = operator(node.path("is").asString(""));
        String text = node.path("value").asString("");
        return new Filter.Compare(field, operator, partial(operator) ? text : value(field, text));
    }

    /// Whether it is compared with a part of a text, which need not be a value of the field: "06 12" of a phone number.
    private static boolean partial(Filter.Operator operator) {
        return operator == Filter.Operator.CONTAINS || operator == Filter.Operator.STARTS_WITH;
    }

    private FilterJson other(String typeId) {
        return new FilterJson(types.apply(typeId).orElseThrow(() -> new IllegalArgumentException("a filter looks at linked documents of type '" + typeId + "', which can't be looked at from here")), types, former);
    }

    private Filter within(JsonNode node) {
        try {
            return new Filter.Within(known(node.path("within").asString("")), Period.parse(node.path("period").asString("")), ZoneId.of(node.path("zone").asString("UTC")));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("there is no time zone '" + node.path("zone").asString("") + "'", e);
        }
    }

    /// A value as sheets held it: where that fails as it is written today.
    private Object former(String fieldId, String text) {
        Optional<Object> value = type.field(fieldId).flatMap(field -> former.flatMap(notation ->
                notation.read(single(field), text, Notation.Habits.MACHINE) instanceof Notation.Reading.Value(Object some) ? Optional.of(some) : Optional.empty()));
        return value.orElseGet(() -> exact(fieldId, text));
    }

    private static Field<?> single(Field<?> field) {
        return field.kind() instanceof Kind.Many<?> many ? field.withKind(many.of()) : field;
    }

    private List<Filter> parts(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false).map(this::filter).toList();
    }

    private String known(String fieldId) {
        if (former.isEmpty()) {
            BuiltIn.kind(type, fieldId);
        }
        return fieldId;
    }

    private boolean gone(String fieldId) {
        return !BuiltIn.is(fieldId) && type.field(fieldId).isEmpty();
    }

    private Object value(String fieldId, String text) {
        try {
            return exact(fieldId, text);
        } catch (IllegalArgumentException e) {
            if (former.isEmpty()) {
                throw e;
            }
            return former(fieldId, text);
        }
    }

    private Object exact(String fieldId, String text) {
        if (gone(fieldId) && former.isPresent()) {
            return text;
        }
        Kind<?> kind = BuiltIn.kind(type, fieldId);
        try {
            return fieldId.equals("id") ? Long.valueOf(text) : ValueText.read(kind instanceof Kind.Many<?> many ? many.of() : kind, text);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("value '" + text + "' is not one of field '" + fieldId + "'", e);
        }
    }

    private static Filter.Operator operator(String text) {
        try {
            return Filter.Operator.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a filter has no operator '" + text + "': there are " + List.of(Filter.Operator.values()), e);
        }
    }

    /// The fields a filter looks at.
    static List<String> fields(Filter filter) {
        return switch (filter) {
            case Filter.Any _, Filter.Words _ -> List.of();
            case Filter.And and -> and.parts().stream().flatMap(part -> fields(part).stream()).toList();
            case Filter.Or or -> or.parts().stream().flatMap(part -> fields(part).stream()).toList();
            case Filter.Not not -> fields(not.part());
            case Filter.Compare compare -> List.of(compare.fieldId());
            case Filter.In in -> List.of(in.fieldId());
            case Filter.Empty empty -> List.of(empty.fieldId());
            case Filter.Within within -> List.of(within.fieldId());
            case Filter.Through through -> List.of(through.fieldId());
        };
    }
}
