package org.kontor.core.documents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kontor.api.documents.Layouts.Card;
import org.kontor.api.documents.Layouts.ListLook;
import org.kontor.api.documents.Layouts.Section;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Layouts as JSON.
final class LayoutJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LayoutJson() {}

    static String write(Card card) {
        ObjectNode node = JSON.createObjectNode();
        ArrayNode sections = node.putArray("sections");
        for (Section section : card.sections()) {
            ObjectNode each = sections.addObject().put("id", section.id());
            each.set("title", LabelText.node(section.title()));
            ids(each, "fields", section.fieldIds());
        }
        ids(node, "hidden", card.hidden().stream().sorted().toList());
        return JSON.writeValueAsString(node);
    }

    static Card card(String text) {
        JsonNode node = JSON.readTree(text);
        List<Section> sections = new ArrayList<>();
        node.path("sections").forEach(each -> sections.add(new Section(each.path("id").asString(), LabelText.label(each.path("title")), ids(each.path("fields")))));
        Set<String> hidden = new HashSet<>(ids(node.path("hidden")));
        return new Card(sections, hidden);
    }

    static String write(ListLook look) {
        ObjectNode node = JSON.createObjectNode();
        ids(node, "columns", look.columns());
        ids(node, "filters", look.filters());
        return JSON.writeValueAsString(node);
    }

    static ListLook look(String text) {
        JsonNode node = JSON.readTree(text);
        return new ListLook(ids(node.path("columns")), ids(node.path("filters")));
    }

    private static void ids(ObjectNode node, String name, List<String> ids) {
        ArrayNode array = node.putArray(name);
        ids.forEach(array::add);
    }

    private static List<String> ids(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
