package org.kontor.core.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Batches.Act;
import org.kontor.api.documents.Batches.Choice;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a batch does to which documents, and the JSON it is kept as. An undo has none.
record BatchTask(Choice choice, Act act) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    String write(DocumentType type) {
        ObjectNode node = JSON.createObjectNode();
        switch (choice) {
            case Choice.Passing passing -> node.put("filter", new FilterJson(type).write(passing.filter()));
            case Choice.Chosen chosen -> {
                ArrayNode ids = node.putArray("ids");
                chosen.ids().stream().distinct().sorted().forEach(ids::add);
            }
        }
        switch (act) {
            case Act.Edit(Draft draft) -> write(node.putObject("edit"), type, draft);
            case Act.Delete _ -> node.put("act", "delete");
            case Act.Restore _ -> node.put("act", "restore");
        }
        return JSON.writeValueAsString(node);
    }

    private static void write(ObjectNode node, DocumentType type, Draft draft) {
        ObjectNode values = node.putObject("values");
        for (String fieldId : draft.values().fieldIds()) {
            draft.values().any(field(type, fieldId)).ifPresentOrElse(value -> values.put(fieldId, ValueText.write(value)), () -> values.putNull(fieldId));
        }
        draft.stage().ifPresent(stage -> node.put("stage", stage));
        node.put("crossing", draft.crossing());
    }

    /// @throws IllegalArgumentException when the type has not the fields any more
    static BatchTask read(DocumentType type, String text) {
        JsonNode node = JSON.readTree(text);
        List<Long> ids = new ArrayList<>();
        node.path("ids").forEach(id -> ids.add(id.asLong()));
        Choice choice = node.has("filter") ? new Choice.Passing(new FilterJson(type).read(node.path("filter").asString())) : new Choice.Chosen(ids);
        return new BatchTask(choice, switch (node.path("act").asString("edit")) {
            case "delete" -> new Act.Delete();
            case "restore" -> new Act.Restore();
            default -> new Act.Edit(draft(type, node.path("edit")));
        });
    }

    private static Draft draft(DocumentType type, JsonNode node) {
        Values values = Values.none();
        for (var each : node.path("values").properties()) {
            Field<?> field = field(type, each.getKey());
            values = each.getValue().isNull() ? values.cleared(field) : values.withAny(field, ValueText.read(field.kind(), each.getValue().asString()));
        }
        return new Draft(values, Optional.ofNullable(node.path("stage").asString(null)), Optional.empty(), node.path("crossing").asBoolean());
    }

    private static Field<?> field(DocumentType type, String fieldId) {
        return BuiltIn.declared(type, fieldId).orElseThrow(() -> new IllegalArgumentException("'" + fieldId + "' of '" + type.id() + "' can't be written as a field"));
    }
}
