package org.kontor.rest;

import java.io.IOException;
import java.util.List;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Pipelines;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Labels;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Pipelines and their stages: added, changed, put in order, deleted.
@Component(service = PipelineCalls.class)
public final class PipelineCalls {
    private static final int MOST = 500;

    private final Pipelines pipelines;
    private final Labels labels;

    @Activate
    public PipelineCalls(@Reference Pipelines pipelines, @Reference Labels labels) {
        this.pipelines = pipelines;
        this.labels = labels;
    }

    Answer list(Call call) {
        return all(call.type().pipelines(), call);
    }

    Answer get(Call call) {
        return Answer.ok(PipelineJson.pipeline(PipelineJson.pipeline(call), labels, call));
    }

    Answer create(Call call) throws IOException {
        Body body = Body.of(call, "name");
        Pipeline made = Amended.now(pipelines.create(call.type().id(), NameJson.read(body, "name"), call.actor()));
        return Answer.json(201, PipelineJson.pipeline(made, labels, call)).with("Location", "/api/v1/types/" + call.type().id() + "/pipelines/" + made.id());
    }

    Answer rename(Call call) throws IOException {
        String id = PipelineJson.pipeline(call).id();
        return now(Amended.now(pipelines.rename(call.type().id(), id, NameJson.read(Body.of(call, "name"), "name"), call.actor())), call);
    }

    Answer sort(Call call) throws IOException {
        List<String> ids = Body.of(call, "pipelines").texts("pipelines", MOST);
        return all(Amended.now(Understanding.of(() -> pipelines.sort(call.type().id(), ids, call.actor()))), call);
    }

    Answer delete(Call call) {
        Amended.now(pipelines.delete(call.type().id(), PipelineJson.pipeline(call).id(), call.actor()));
        return Answer.empty(204);
    }

    Answer addStage(Call call) throws IOException {
        Pipeline way = PipelineJson.pipeline(call);
        Body body = Body.of(call, "id", "name", "colour", "requires", "next", "place");
        Stage stage = PipelineJson.fresh(body);
        int place = body.number("place", Math.max(1, (int) way.stages().stream().filter(each -> !each.meaning().closed()).count()), 1, MOST);
        Pipeline now = Amended.now(Understanding.of(() -> pipelines.addStage(call.type().id(), way.id(), stage, place, call.actor())));
        return Answer.json(201, PipelineJson.pipeline(now, labels, call)).with("Location", "/api/v1/types/" + call.type().id() + "/pipelines/" + now.id());
    }

    Answer changeStage(Call call) throws IOException {
        Stage stage = PipelineJson.changed(Body.of(call, PipelineJson.STAGE), PipelineJson.stage(call));
        return now(Amended.now(Understanding.of(() -> pipelines.changeStage(call.type().id(), stage, call.actor()))), call);
    }

    Answer placeStage(Call call) throws IOException {
        String id = PipelineJson.stage(call).id();
        int place = (int) Body.of(call, "place").number("place", 1, MOST);
        return now(Amended.now(Understanding.of(() -> pipelines.moveStage(call.type().id(), id, place, call.actor()))), call);
    }

    Answer deleteStage(Call call) {
        Amended.now(pipelines.deleteStage(call.type().id(), PipelineJson.stage(call).id(), call.actor()));
        return Answer.empty(204);
    }

    private Answer now(Pipeline pipeline, Call call) {
        return Answer.ok(PipelineJson.pipeline(pipeline, labels, call));
    }

    private Answer all(List<Pipeline> ways, Call call) {
        ObjectNode node = Json.object();
        ArrayNode all = node.putArray("pipelines");
        ways.forEach(way -> all.add(PipelineJson.pipeline(way, labels, call)));
        return Answer.ok(node);
    }
}
