package org.kontor.core.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kontor.api.labels.Label;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Labels as JSON in the database, so that they can be read in any language later.
public final class LabelText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LabelText() {}

    /// As many of the labels, from the first on, as fit into `longest` characters.
    public static String write(List<Label> labels, int longest) {
        ArrayNode array = JSON.createArrayNode();
        String text = JSON.writeValueAsString(array);
        for (Label label : labels) {
            array.add(node(label));
            String longer = JSON.writeValueAsString(array);
            if (longer.length() > longest) {
                return text;
            }
            text = longer;
        }
        return text;
    }

    public static List<Label> read(String text) {
        List<Label> labels = new ArrayList<>();
        JSON.readTree(text).forEach(node -> labels.add(label(node)));
        return labels;
    }

    static JsonNode node(Label label) {
        ObjectNode node = JSON.createObjectNode();
        switch (label) {
            case Label.Verbatim(String text) -> node.put("text", text);
            case Label.Given(Map<String, String> byLanguage) -> byLanguage.forEach(node.putObject("given")::put);
            case Label.Keyed(String key, List<Label> arguments) -> {
                node.put("key", key);
                ArrayNode places = node.putArray("arguments");
                arguments.forEach(argument -> places.add(node(argument)));
            }
        }
        return node;
    }

    static Label label(JsonNode node) {
        if (node.has("text")) {
            return Label.verbatim(node.path("text").asString());
        }
        if (node.has("given")) {
            Map<String, String> byLanguage = new LinkedHashMap<>();
            node.path("given").properties().forEach(each -> byLanguage.put(each.getKey(), each.getValue().asString()));
            return new Label.Given(byLanguage);
        }
        List<Label> arguments = new ArrayList<>();
        node.path("arguments").forEach(argument -> arguments.add(label(argument)));
        return new Label.Keyed(node.path("key").asString(), arguments);
    }
}
