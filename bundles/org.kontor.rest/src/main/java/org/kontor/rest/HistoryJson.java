package org.kontor.rest;

import java.util.List;
import java.util.Locale;
import org.kontor.api.documents.HistoryEntry;
import org.kontor.api.events.Cause;
import org.kontor.api.labels.Labels;
import org.kontor.api.people.Actor;
import org.kontor.api.people.PersonId;
import org.kontor.api.workflow.RunState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What happened to a document and what robots do for it, as JSON.
@Component(service = HistoryJson.class)
public final class HistoryJson {
    private final ValueJson values;
    private final Labels labels;

    @Activate
    public HistoryJson(@Reference ValueJson values, @Reference Labels labels) {
        this.values = values;
        this.labels = labels;
    }

    ObjectNode history(List<HistoryEntry> entries, int limit) {
        ObjectNode node = Json.object();
        ArrayNode all = node.putArray("entries");
        entries.forEach(entry -> entry(all.addObject(), entry));
        if (entries.size() == limit) {
            node.put("next", entries.getLast().occurrence().position());
        }
        return node;
    }

    private void entry(ObjectNode node, HistoryEntry entry) {
        node.put("position", entry.occurrence().position());
        node.put("moment", entry.occurrence().moment().toString());
        node.put("act", entry.act().name().toLowerCase(Locale.ROOT));
        actor(node.putObject("actor"), entry.occurrence().actor());
        cause(node.putObject("cause"), entry.occurrence().cause());
        entry.stage().ifPresent(move -> {
            ObjectNode stage = node.putObject("stage");
            move.from().ifPresent(from -> stage.put("from", from));
            stage.put("to", move.to());
        });
        ObjectNode fields = node.putObject("fields");
        for (HistoryEntry.FieldDiff diff : entry.fields()) {
            ObjectNode pair = fields.putObject(diff.field().id());
            diff.before().ifPresent(value -> values.write(pair, "before", diff.field(), value));
            diff.after().ifPresent(value -> values.write(pair, "after", diff.field(), value));
        }
    }

    void actor(ObjectNode node, Actor actor) {
        switch (actor) {
            case Actor.Human(PersonId id) -> node.put("kind", "person").put("login", values.login(id));
            case Actor.Client client -> node.put("kind", "token").put("login", values.login(client.owner())).put("token", client.token());
            case Actor.Robot(String id) -> node.put("kind", "robot").put("id", id);
        }
    }

    private static void cause(ObjectNode node, Cause cause) {
        switch (cause) {
            case Cause.Direct _ -> node.put("kind", "direct");
            case Cause.Follows follows -> node.put("kind", "follows").put("position", follows.parent());
            case Cause.Import(long id) -> node.put("kind", "import").put("id", id);
            case Cause.Batch(long id) -> node.put("kind", "batch").put("id", id);
        }
    }

    ObjectNode runs(List<RunState> runs, Locale language) {
        ObjectNode node = Json.object();
        ArrayNode all = node.putArray("runs");
        for (RunState run : runs) {
            ObjectNode one = all.addObject();
            one.put("id", run.id()).put("stage", run.stageId()).put("version", run.version()).put("started", run.started().toString());
            ArrayNode steps = one.putArray("steps");
            run.steps().forEach(step -> step(steps.addObject(), step, language));
        }
        return node;
    }

    private void step(ObjectNode node, RunState.StepState step, Locale language) {
        node.put("robot", step.robotId()).put("activity", step.activityId());
        node.put("name", labels.text(step.name(), language));
        node.put("progress", step.progress().name().toLowerCase(Locale.ROOT));
        step.when().ifPresent(when -> node.put("when", when.toString()));
        step.note().ifPresent(note -> node.put("note", labels.text(note, language)));
        step.made().ifPresent(made -> node.put("made", made.toString()));
    }
}
