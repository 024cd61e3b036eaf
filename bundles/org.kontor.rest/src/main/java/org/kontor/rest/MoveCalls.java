package org.kontor.rest;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Pipelines;
import org.kontor.api.documents.Pipelines.MoveReport;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Documents to another pipeline: whether that is allowed, what it would lose, the move, and the way back.
@Component(service = MoveCalls.class)
public final class MoveCalls {
    private final Pipelines pipelines;
    private final DocumentJson json;
    private final Labels labels;

    @Activate
    public MoveCalls(@Reference Pipelines pipelines, @Reference DocumentJson json, @Reference Labels labels) {
        this.pipelines = pipelines;
        this.json = json;
        this.labels = labels;
    }

    Answer allowed(Call call) {
        return Answer.ok(Json.object().put("allowed", pipelines.movesAllowed(call.type().id())));
    }

    Answer allow(Call call) throws IOException {
        boolean allowed = Body.of(call, "allowed").yes("allowed");
        return Answer.ok(Json.object().put("allowed", Amended.now(pipelines.allowMoves(call.type().id(), allowed, call.actor()))));
    }

    Answer plan(Call call) throws IOException {
        Body body = Body.of(call, "pipeline", "stages", "filter");
        Filter filter = json.filters(call.type(), call).read(body.node("filter"));
        Pipelines.MovePlan plan = Understanding.of(() -> pipelines.plan(call.type().id(), filter, pipeline(body, call), body.map("stages"), call.actor()));
        ObjectNode node = Json.object().put("documents", plan.documents());
        ArrayNode losses = node.putArray("losses");
        plan.losses().forEach(loss -> losses.addObject().put("field", loss.fieldId()).put("documents", loss.documents()));
        plan.unmapped().forEach(node.putArray("unmapped")::add);
        return Answer.ok(node);
    }

    Answer move(Call call) throws IOException {
        Body body = Body.of(call, "pipeline", "stages", "ids");
        List<DocumentRef> refs = body.numbers("ids", Pipelines.MOST_MOVED).stream().distinct().map(id -> new DocumentRef(call.type().id(), id)).toList();
        if (refs.isEmpty()) {
            throw body.wrong("ids", Label.of("rest.missing"));
        }
        Map<String, String> stages = body.map("stages");
        return report(Understanding.of(() -> pipelines.move(call.type().id(), refs, pipeline(body, call), stages, call.actor())), call);
    }

    /// Takes back what a move answered as `moved`.
    Answer undo(Call call) throws IOException {
        List<Pipelines.Moved> moved = Body.of(call, "moved").objects("moved", Pipelines.MOST_MOVED, "ref", "from", "version").stream().map(each -> moved(each, call)).toList();
        return report(Understanding.of(() -> pipelines.undo(new MoveReport(moved, List.of()), call.actor())), call);
    }

    private static Pipelines.Moved moved(Body body, Call call) {
        DocumentRef ref = MergeCalls.ref(body, "ref", body.text("ref"));
        if (!ref.type().equals(call.type().id())) {
            throw body.wrong("ref", Label.of("rest.other-type", ref.toString(), call.type().id()));
        }
        if (call.type().stage(body.text("from")).isEmpty()) {
            throw body.wrong("from", Label.of("rest.no-such-stage", ValueJson.shortened(body.text("from"))));
        }
        return new Pipelines.Moved(ref, body.text("from"), body.number("version", 1, Long.MAX_VALUE));
    }

    private static String pipeline(Body body, Call call) {
        String id = body.text("pipeline");
        if (call.type().pipelines().stream().noneMatch(way -> way.id().equals(id))) {
            throw body.wrong("pipeline", PipelineJson.unknown(id, call.type().pipelines()));
        }
        return id;
    }

    private Answer report(MoveReport report, Call call) {
        ObjectNode node = Json.object();
        ArrayNode moved = node.putArray("moved");
        report.moved().forEach(each -> moved.addObject().put("ref", each.ref().toString()).put("from", each.from()).put("version", each.version()));
        ArrayNode stayed = node.putArray("stayed");
        report.stayed().forEach(each -> {
            ArrayNode reasons = stayed.addObject().put("ref", each.ref().toString()).putArray("reasons");
            each.reasons().forEach(reason -> reasons.add(BatchCalls.reason(reason, labels, call)));
        });
        return Answer.ok(node);
    }
}
