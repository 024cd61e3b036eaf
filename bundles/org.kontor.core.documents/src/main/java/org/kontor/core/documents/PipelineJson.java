package org.kontor.core.documents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Stage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Pipelines as JSON.
final class PipelineJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PipelineJson() {}

    static String write(Pipeline pipeline) {
        ObjectNode node = JSON.createObjectNode().put("id", pipeline.id()).put("sort", pipeline.sort());
        node.set("name", LabelText.node(pipeline.name()));
        ArrayNode stages = node.putArray("stages");
        pipeline.stages().forEach(stage -> stages.add(stage(stage)));
        return JSON.writeValueAsString(node);
    }

    private static ObjectNode stage(Stage stage) {
        ObjectNode node = JSON.createObjectNode().put("id", stage.id()).put("meaning", stage.meaning().name()).put("colour", stage.colour());
        node.set("name", LabelText.node(stage.name()));
        ArrayNode requires = node.putArray("requires");
        stage.requires().stream().sorted().forEach(requires::add);
        stage.next().ifPresent(next -> {
            ArrayNode allowed = node.putArray("next");
            next.stream().sorted().forEach(allowed::add);
        });
        return node;
    }

    static Pipeline read(String text) {
        JsonNode node = JSON.readTree(text);
        List<Stage> stages = new ArrayList<>();
        node.path("stages").forEach(each -> stages.add(new Stage(
                each.path("id").asString(),
                LabelText.label(each.path("name")),
                Stage.Meaning.valueOf(each.path("meaning").asString()),
                each.path("colour").asInt(1),
                texts(each.path("requires")),
                each.has("next") ? Optional.of(texts(each.path("next"))) : Optional.empty())));
        return new Pipeline(node.path("id").asString(), LabelText.label(node.path("name")), stages, node.path("sort").asInt(0));
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(each -> texts.add(each.asString()));
        return texts;
    }
}
