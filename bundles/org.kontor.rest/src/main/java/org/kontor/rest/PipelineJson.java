package org.kontor.rest;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Pipelines and stages as JSON.
final class PipelineJson {
    static final String[] STAGE = {"name", "colour", "requires", "next"};
    private static final int COLOURS = 8;
    private static final int MOST = 500;

    private PipelineJson() {}

    static ObjectNode pipeline(Pipeline pipeline, Labels labels, Call call) {
        ObjectNode node = Json.object().put("id", pipeline.id());
        NameJson.write(node, "name", pipeline.name(), labels, call);
        ArrayNode stages = node.put("sort", pipeline.sort()).putArray("stages");
        pipeline.stages().forEach(stage -> stages.add(stage(stage, labels, call)));
        return node;
    }

    static ObjectNode stage(Stage stage, Labels labels, Call call) {
        ObjectNode node = Json.object().put("id", stage.id());
        NameJson.write(node, "name", stage.name(), labels, call);
        node.put("meaning", stage.meaning().name().toLowerCase(Locale.ROOT)).put("colour", stage.colour());
        stage.requires().stream().sorted().forEach(node.putArray("requires")::add);
        stage.next().ifPresent(next -> next.stream().sorted().forEach(node.putArray("next")::add));
        return node;
    }

    /// A new stage in work.
    static Stage fresh(Body body) {
        return new Stage(body.maybe("id").orElse(""), NameJson.read(body, "name"), Stage.Meaning.IN_WORK, body.number("colour", 1, 1, COLOURS), new HashSet<>(body.texts("requires", MOST)), next(body));
    }

    /// A stage as a body changes it; `next` that is null means any.
    static Stage changed(Body body, Stage before) {
        return new Stage(
                before.id(),
                NameJson.maybe(body, "name").orElse(before.name()),
                before.meaning(),
                body.number("colour", before.colour(), 1, COLOURS),
                body.has("requires") ? new HashSet<>(body.texts("requires", MOST)) : before.requires(),
                body.node("next").isMissingNode() ? before.next() : next(body));
    }

    private static Optional<Set<String>> next(Body body) {
        return body.has("next") ? Optional.of(new HashSet<>(body.texts("next", MOST))) : Optional.empty();
    }

    static Pipeline pipeline(Call call) {
        List<Pipeline> ways = call.type().pipelines();
        return ways.stream().filter(way -> way.id().equals(call.at("pipeline"))).findFirst().orElseThrow(() -> Problem.of(404, "no-such-pipeline", ValueJson.shortened(call.at("pipeline")), ids(ways)));
    }

    static Stage stage(Call call) {
        return call.type().stage(call.at("stage")).orElseThrow(() -> Problem.of(404, "no-such-stage", ValueJson.shortened(call.at("stage"))));
    }

    static String ids(List<Pipeline> ways) {
        return ways.isEmpty() ? "-" : String.join(", ", ways.stream().map(Pipeline::id).toList());
    }

    static Label unknown(String id, List<Pipeline> ways) {
        return Label.of("rest.no-such-pipeline", ValueJson.shortened(id), ids(ways));
    }
}
