package org.kontor.core.workflow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kontor.api.documents.Conditions;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Filter;
import org.kontor.api.workflow.Robot;
import org.kontor.api.workflow.Timing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Robots of a sheet as JSON.
final class SheetText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Conditions conditions;

    SheetText(Conditions conditions) {
        this.conditions = conditions;
    }

    String write(DocumentType type, List<Robot> robots) {
        ArrayNode all = JSON.createArrayNode();
        for (Robot robot : robots) {
            ObjectNode node = all.addObject().put("id", robot.id()).put("activity", robot.activityId());
            if (robot.timing() instanceof Timing.After(Duration span)) {
                node.put("after", span.toString());
            }
            if (!(robot.condition() instanceof Filter.Any)) {
                node.set("if", JSON.readTree(conditions.write(type.id(), robot.condition())));
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
            robots.add(new Robot(node.path("id").asString(), node.path("activity").asString(), timing, node.has("if") ? conditions.read(type.id(), node.path("if").toString()) : Filter.any(), input));
        }
        return robots;
    }
}
