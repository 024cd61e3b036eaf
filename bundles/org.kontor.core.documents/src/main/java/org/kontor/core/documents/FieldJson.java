package org.kontor.core.documents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.documents.Computation;
import org.kontor.api.documents.Display;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.FieldRule;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Preset;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Fields as JSON: how custom ones are kept, and what administrators changed of declared ones.
///
/// Rules are kept as text until the type they look at is known in full: see [#rules].
final class FieldJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FieldJson() {}

    static String write(Field<?> field, DocumentType type) {
        ObjectNode node = JSON.createObjectNode().put("id", field.id());
        node.set("type", KindJson.write(field.kind()));
        field.name().ifPresent(name -> node.set("name", LabelText.node(name)));
        ArrayNode traits = node.putArray("traits");
        field.traits().stream().map(Enum::name).sorted().forEach(traits::add);
        switch (field.preset()) {
            case Preset.None _ -> {}
            case Preset.Fixed(Object value) -> node.put("preset", ValueText.write(value));
            case Preset.Now _ -> node.put("presetNow", true);
        }
        field.computation().ifPresent(way -> node.set("computed", computation(way)));
        ArrayNode rules = node.putArray("rules");
        field.rules().forEach(rule -> rules.addObject().put("effect", rule.effect().name()).put("when", new FilterJson(type).write(rule.when())));
        ObjectNode display = node.putObject("display").put("appearance", field.display().appearance().name()).put("rows", field.display().rows());
        field.display().emptyCaption().ifPresent(caption -> display.set("emptyCaption", LabelText.node(caption)));
        if (field.display().activeOnly()) {
            display.put("activeOnly", true);
        }
        node.put("sort", field.sort());
        return JSON.writeValueAsString(node);
    }

    private static ObjectNode computation(Computation way) {
        ObjectNode node = JSON.createObjectNode();
        return switch (way) {
            case Computation.Formula(String expression) -> node.put("formula", expression);
            case Computation.RollUp(String typeId, String linkField, Computation.RollUp.How how, Optional<String> fieldId) -> {
                node.put("over", typeId).put("link", linkField).put("how", how.name());
                fieldId.ifPresent(id -> node.put("field", id));
                yield node;
            }
        };
    }

    /// The field without its rules.
    static Field<?> read(String text) {
        return field(JSON.readTree(text));
    }

    private static Field<?> field(JsonNode node) {
        Kind<?> kind = KindJson.read(node.path("type"));
        Set<Field.Trait> traits = new HashSet<>();
        node.path("traits").forEach(each -> traits.add(Field.Trait.valueOf(each.asString())));
        JsonNode display = node.path("display");
        return new Field<>(
                node.path("id").asString(),
                kind,
                node.has("name") ? Optional.of(LabelText.label(node.path("name"))) : Optional.empty(),
                traits,
                preset(node, kind),
                node.has("computed") ? Optional.of(computation(node.path("computed"))) : Optional.empty(),
                List.of(),
                new Display(
                        Display.Appearance.valueOf(display.path("appearance").asString("LIST")),
                        display.path("rows").asInt(1),
                        display.has("emptyCaption") ? Optional.of(LabelText.label(display.path("emptyCaption"))) : Optional.empty(),
                        display.path("activeOnly").asBoolean(false)),
                node.path("sort").asInt(0));
    }

    /// The rules of the field kept as `text`, over the fields of its type.
    static List<FieldRule> rules(String text, DocumentType type) {
        List<FieldRule> rules = new ArrayList<>();
        JSON.readTree(text).path("rules").forEach(each ->
                rules.add(new FieldRule(FieldRule.Effect.valueOf(each.path("effect").asString()), new FilterJson(type).read(each.path("when").asString()))));
        return rules;
    }

    private static Preset preset(JsonNode node, Kind<?> kind) {
        if (node.path("presetNow").asBoolean(false)) {
            return new Preset.Now();
        }
        return node.has("preset") ? new Preset.Fixed(ValueText.read(kind, node.path("preset").asString())) : new Preset.None();
    }

    private static Computation computation(JsonNode node) {
        return node.has("formula")
                ? new Computation.Formula(node.path("formula").asString())
                : new Computation.RollUp(
                        node.path("over").asString(),
                        node.path("link").asString(),
                        Computation.RollUp.How.valueOf(node.path("how").asString()),
                        Optional.ofNullable(node.path("field").asString(null)));
    }
}
