package org.kontor.rest;

import java.io.IOException;
import java.util.List;
import org.kontor.api.documents.Batches;
import org.kontor.api.documents.Batches.Act;
import org.kontor.api.documents.Batches.Choice;
import org.kontor.api.documents.Batches.Progress;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Refusal;
import org.kontor.api.files.Files;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One thing done to many documents in the background: started, watched, held, stopped, taken back.
@Component(service = BatchCalls.class)
public final class BatchCalls {
    enum Doing {
        EDIT,
        DELETE,
        RESTORE
    }

    private final Batches batches;
    private final DocumentTypes types;
    private final DocumentJson json;
    private final HistoryJson history;
    private final Files files;
    private final Labels labels;

    @Activate
    public BatchCalls(@Reference Batches batches, @Reference DocumentTypes types, @Reference DocumentJson json, @Reference HistoryJson history, @Reference Files files, @Reference Labels labels) {
        this.batches = batches;
        this.types = types;
        this.json = json;
        this.history = history;
        this.files = files;
        this.labels = labels;
    }

    Answer list(Call call) {
        ObjectNode node = Json.object();
        ArrayNode all = node.putArray("batches");
        batches.latest(call.reader()).forEach(progress -> all.add(progress(progress, call)));
        return Answer.ok(node);
    }

    Answer start(Call call) throws IOException {
        Body body = Body.of(call, "type", "act", "ids", "filter", "fields", "stage");
        DocumentType type = types.find(body.text("type")).orElseThrow(() -> body.wrong("type", Label.of("rest.no-such-type", ValueJson.shortened(body.text("type")))));
        body.present("act");
        Act act = act(body, type, call);
        Choice choice = choice(body, type, call);
        return started(Understanding.of(() -> batches.start(type.id(), choice, act, call.actor())), call);
    }

    private Act act(Body body, DocumentType type, Call call) {
        return switch (body.oneOf("act", Doing.values()).orElseThrow()) {
            case DELETE -> new Act.Delete();
            case RESTORE -> new Act.Restore();
            case EDIT -> {
                ObjectNode draft = Json.object();
                List.of("fields", "stage").stream().filter(body::has).forEach(name -> draft.set(name, body.node(name)));
                if (draft.isEmpty()) {
                    throw body.wrong("fields", Label.of("rest.missing"));
                }
                yield new Act.Edit(json.draft(type, new Sender(call.country(), id -> files.find(id, call.actor())), draft, List.of("fields", "stage")));
            }
        };
    }

    /// Either ids or a filter: that nothing was chosen must not mean everything.
    private Choice choice(Body body, DocumentType type, Call call) {
        if (body.has("ids") == body.has("filter")) {
            throw body.wrong("ids", Label.of("rest.ids-or-filter"));
        }
        if (body.has("filter")) {
            return new Choice.Passing(json.filters(type, call).read(body.node("filter")));
        }
        List<Long> ids = body.numbers("ids", Batches.MOST_CHOSEN);
        if (ids.isEmpty()) {
            throw body.wrong("ids", Label.of("rest.missing"));
        }
        return new Choice.Chosen(ids);
    }

    Answer get(Call call) {
        return Answer.ok(progress(found(call), call));
    }

    Answer left(Call call) {
        Progress progress = found(call);
        long place = call.parameters().number("after", 0, 0, Long.MAX_VALUE);
        int limit = (int) call.parameters().number("limit", 50, 1, 500);
        ObjectNode node = Json.object();
        ArrayNode all = node.putArray("left");
        List<Batches.Left> left = batches.left(progress.id(), place, limit, call.reader());
        for (Batches.Left each : left) {
            ArrayNode reasons = all.addObject().put("place", each.place()).put("ref", each.ref().toString()).putArray("reasons");
            each.reasons().forEach(reason -> reasons.add(reason(reason, labels, call)));
        }
        if (left.size() == limit) {
            node.put("next", left.getLast().place());
        }
        return Answer.ok(node);
    }

    static ObjectNode reason(Refusal reason, Labels labels, Call call) {
        ObjectNode node = Json.object().put("code", Problem.code(reason.reason())).put("detail", labels.text(reason.reason(), call.language()));
        reason.field().ifPresent(field -> node.put("field", field));
        return node;
    }

    Answer pause(Call call) {
        return steered(call, batches.pause(found(call).id(), call.actor()));
    }

    Answer resume(Call call) {
        return steered(call, batches.resume(found(call).id(), call.actor()));
    }

    Answer cancel(Call call) {
        return steered(call, batches.cancel(found(call).id(), call.actor()));
    }

    Answer undo(Call call) {
        return started(batches.undo(new Batches.Undone.Batch(found(call).id()), call.actor()), call);
    }

    Answer undoImport(Call call) {
        return started(batches.undo(new Batches.Undone.Import(call.number("import")), call.actor()), call);
    }

    private Answer steered(Call call, boolean done) {
        if (!done) {
            throw Problem.of(409, "not-steerable", Body.word(found(call).state()));
        }
        return get(call);
    }

    private Answer started(Batches.Start start, Call call) {
        return switch (start) {
            case Batches.Start.Started(Progress progress) -> Answer.json(202, progress(progress, call)).with("Location", "/api/v1/batches/" + progress.id());
            case Batches.Start.Refused(Label reason) -> throw Problem.refused(reason);
        };
    }

    private Progress found(Call call) {
        long id = call.number("batch");
        return batches.find(id, call.reader()).orElseThrow(() -> Problem.of(404, "no-such-batch", Long.toString(id)));
    }

    private ObjectNode progress(Progress progress, Call call) {
        ObjectNode node = Json.object().put("id", progress.id()).put("type", progress.typeId()).put("act", Body.word(progress.kind())).put("state", Body.word(progress.state()));
        node.put("total", progress.total()).put("done", progress.done()).put("left", progress.left());
        history.actor(node.putObject("actor"), progress.actor());
        node.put("started", progress.started().toString());
        progress.ended().ifPresent(ended -> node.put("ended", ended.toString()));
        progress.undoes().ifPresent(undone -> undoes(node.putObject("undoes"), undone));
        progress.undoneBy().ifPresent(id -> node.put("undoneBy", id));
        progress.problem().ifPresent(problem -> node.put("problem", labels.text(problem, call.language())));
        return node;
    }

    private static void undoes(ObjectNode node, Batches.Undone undone) {
        switch (undone) {
            case Batches.Undone.Batch(long id) -> node.put("batch", id);
            case Batches.Undone.Import(long id) -> node.put("import", id);
        }
    }
}
