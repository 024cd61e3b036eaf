package org.kontor.core.workflow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Notation;
import org.kontor.api.people.PersonId;
import org.kontor.api.workflow.Robot;
import org.kontor.api.workflow.Timing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Robots of a sheet as JSON.
final class SheetText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Notation notation;

    SheetText(Notation notation) {
        this.notation = notation;
    }

    String write(DocumentType type, List<Robot> robots) {
        ArrayNode all = JSON.createArrayNode();
        for (Robot robot : robots) {
            ObjectNode node = all.addObject().put("id", robot.id()).put("activity", robot.activityId());
            if (robot.timing() instanceof Timing.After(Duration span)) {
                node.put("after", span.toString());
            }
            if (!(robot.condition() instanceof Filter.Any)) {
                node.set("if", filter(type, robot.condition()));
            }
            ObjectNode input = node.putObject("input");
            robot.input().forEach(input::put);
        }
        return JSON.writeValueAsString(all);
    }

    List<Robot> read(DocumentType type, String body) {
        List<Robot> robots = new ArrayList<>();
        for (JsonNode node : JSON.readTree(body)) {
            Timing timing = node.has("after") ? new Timing.After(Duration.parse(node.path("after").asString())) : new Timing.AtOnce();
            Map<String, String> input = new LinkedHashMap<>();
            node.path("input").properties().forEach(each -> input.put(each.getKey(), each.getValue().asString()));
            robots.add(new Robot(node.path("id").asString(), node.path("activity").asString(), timing, node.has("if") ? filter(type, node.path("if")) : Filter.any(), input));
        }
        return robots;
    }

    private ObjectNode filter(DocumentType type, Filter filter) {
        ObjectNode node = JSON.createObjectNode();
        switch (filter) {
            case Filter.Any _ -> node.putArray("and");
            case Filter.And and -> and.parts().forEach(part -> node.withArray("and").add(filter(type, part)));
            case Filter.Or or -> or.parts().forEach(part -> node.withArray("or").add(filter(type, part)));
            case Filter.Not not -> node.set("not", filter(type, not.part()));
            case Filter.Compare compare -> node.put("field", compare.fieldId()).put("operator", compare.operator().name()).put("value", text(type, compare.fieldId(), compare.value()));
            case Filter.In in -> {
                node.put("field", in.fieldId());
                in.values().forEach(value -> node.withArray("in").add(text(type, in.fieldId(), value)));
            }
            case Filter.Empty empty -> node.put("empty", empty.fieldId());
            case Filter.Words words -> node.put("words", words.text());
        }
        return node;
    }

    private Filter filter(DocumentType type, JsonNode node) {
        if (node.has("or")) {
            return new Filter.Or(parts(type, node.path("or")));
        }
        if (node.has("not")) {
            return new Filter.Not(filter(type, node.path("not")));
        }
        if (node.has("empty")) {
            return new Filter.Empty(node.path("empty").asString());
        }
        if (node.has("words")) {
            return new Filter.Words(node.path("words").asString());
        }
        String field = node.path("field").asString("");
        if (node.has("in")) {
            List<Object> values = new ArrayList<>();
            node.path("in").forEach(each -> values.add(value(type, field, each.asString())));
            return new Filter.In(field, values);
        }
        if (node.has("operator")) {
            return new Filter.Compare(field, Filter.Operator.valueOf(node.path("operator").asString()), value(type, field, node.path("value").asString()));
        }
        return new Filter.And(parts(type, node.path("and")));
    }

    private List<Filter> parts(DocumentType type, JsonNode nodes) {
        List<Filter> parts = new ArrayList<>();
        nodes.forEach(node -> parts.add(filter(type, node)));
        return parts;
    }

    private String text(DocumentType type, String fieldId, Object value) {
        return type.field(fieldId).map(field -> notation.write(field, value)).orElseGet(() -> value instanceof PersonId person ? Long.toString(person.value()) : value.toString());
    }

    private Object value(DocumentType type, String fieldId, String text) {
        Optional<Field<?>> field = type.field(fieldId);
        return field.flatMap(known -> notation.read(known, text, Notation.Habits.MACHINE) instanceof Notation.Reading.Value(Object value) ? Optional.of(value) : Optional.empty())
                .orElseGet(() -> field.isPresent() ? text : Condition.builtIn(fieldId, text));
    }
}
