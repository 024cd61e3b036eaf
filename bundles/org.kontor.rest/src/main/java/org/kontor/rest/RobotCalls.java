package org.kontor.rest;

import java.util.Map;
import org.kontor.api.access.Access;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Permission;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
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
    private final DocumentTypes types;
    private final Access access;
    private final DocumentJson json;

    @Activate
    public RobotCalls(@Reference Robots robots, @Reference DocumentTypes types, @Reference Access access, @Reference DocumentJson json) {
        this.robots = robots;
        this.types = types;
        this.access = access;
        this.json = json;
    }

    Answer answer(Call call) {
        if (call.path().size() != 2) {
            throw call.nothing();
        }
        if (!call.method().equals("GET")) {
            throw call.method("GET, HEAD");
        }
        call.parameters().only();
        DocumentType type = types.find(call.path().get(1)).orElseThrow(() -> Problem.of(404, "no-such-type", ValueJson.shortened(call.path().get(1))));
        if (access.reach(call.actor(), type.id(), Operation.READ) == Reach.NONE || !mayConfigure(call.actor())) {
            throw Problem.denied(Label.of("rest.robots-denied"));
        }
        ObjectNode node = Json.object();
        ArrayNode sheets = node.putArray("sheets");
        type.pipeline().ifPresent(way -> way.stages().forEach(stage -> sheet(sheets.addObject(), type, stage)));
        return Answer.ok(node);
    }

    /// To read is enough for a token that may only read: its owner's right counts.
    private boolean mayConfigure(Actor actor) {
        return actor.person().map(Actor.Human::new).filter(person -> access.may(person, Permission.CONFIGURE)).isPresent();
    }

    private void sheet(ObjectNode node, DocumentType type, Stage stage) {
        RobotSheet sheet = robots.sheet(type.id(), stage.id());
        node.put("stage", stage.id()).put("version", sheet.version());
        ArrayNode all = node.putArray("robots");
        FilterText filters = json.filters(type);
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
