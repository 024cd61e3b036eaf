package org.kontor.rest;

import java.util.Map;
import org.kontor.api.documents.Stage;
import org.kontor.api.workflow.Robot;
import org.kontor.api.workflow.RobotSheet;
import org.kontor.api.workflow.Robots;
import org.kontor.api.workflow.Timing;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The robots of a type's stages, to be read: `/robots/{type}`. For those who may configure them, since inputs may hold what is not for all.
@Component(service = RobotCalls.class)
public final class RobotCalls {
    private final Robots robots;
    private final DocumentJson json;

    @Activate
    public RobotCalls(@Reference Robots robots, @Reference DocumentJson json) {
        this.robots = robots;
        this.json = json;
    }

    Answer robots(Call call) {
        ObjectNode node = Json.object();
        ArrayNode sheets = node.putArray("sheets");
        call.type().pipelines().forEach(way -> way.stages().forEach(stage -> sheet(sheets.addObject(), call, stage)));
        return Answer.ok(node);
    }

    private void sheet(ObjectNode node, Call call, Stage stage) {
        RobotSheet sheet = robots.sheet(call.type().id(), stage.id());
        node.put("stage", stage.id()).put("version", sheet.version());
        ArrayNode all = node.putArray("robots");
        FilterTree filters = json.filters(call.type(), call);
        for (Robot robot : sheet.robots()) {
            ObjectNode one = all.addObject().put("id", robot.id()).put("activity", robot.activityId());
            if (robot.timing() instanceof Timing.After(var span)) {
                one.put("after", span.toString());
            }
            filters.write(robot.condition()).ifPresent(condition -> one.set("condition", condition));
            ObjectNode input = one.putObject("input");
            robot.input().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(each -> input.put(each.getKey(), each.getValue()));
        }
    }
}
