package org.kontor.rest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kontor.api.documents.Computation;
import org.kontor.api.documents.Display;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.FieldRule;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Notation;
import org.kontor.api.documents.Preset;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Fields with all that administrators say of them, as JSON.
final class FieldJson {
    static final String[] MEMBERS = Stream.concat(
            KindJson.MEMBERS.stream(), Stream.of("id", "name", "traits", "preset", "presetNow", "formula", "rollUp", "rules", "display", "sort")).toArray(String[]::new);
    private static final List<Field.Trait> SETTABLE = List.of(Field.Trait.REQUIRED, Field.Trait.LISTED, Field.Trait.FILTERED, Field.Trait.INDEXED, Field.Trait.READ_ONLY);
    private static final int MOST_RULES = 30;

    private final DocumentType type;
    private final DocumentJson json;
    private final Labels labels;
    private final Call call;

    FieldJson(DocumentJson json, Labels labels, Call call) {
        this.type = call.type();
        this.json = json;
        this.labels = labels;
        this.call = call;
    }

    /// The field a body describes, on top of what it is already.
    Field<?> read(Body body, String id, Optional<Field<?>> before) {
        if (!id.matches("[a-z][a-zA-Z0-9]{0,49}")) {
            throw body.wrong("id", Label.of("rest.wrong.field-id", ValueJson.shortened(id)));
        }
        Kind<?> kind = KindJson.read(body, before.map(Field::kind));
        return new Field<>(
                id,
                kind,
                NameJson.maybe(body, "name").or(() -> before.flatMap(Field::name)),
                traits(body, before),
                preset(body, Field.of(id, kind), before),
                computation(body).or(() -> before.flatMap(Field::computation)),
                body.has("rules") ? rules(body) : before.map(Field::rules).orElse(List.of()),
                body.has("display") ? display(body.object("display", "appearance", "rows", "emptyCaption")) : before.map(Field::display).orElse(Display.PLAIN),
                body.number("sort", before.map(Field::sort).orElse(0), -1_000_000, 1_000_000));
    }

    private static Set<Field.Trait> traits(Body body, Optional<Field<?>> before) {
        Set<Field.Trait> kept = new HashSet<>(before.map(Field::traits).orElse(Set.of()));
        if (!body.has("traits")) {
            return kept;
        }
        kept.removeAll(SETTABLE);
        for (String word : body.texts("traits", 20)) {
            kept.add(SETTABLE.stream().filter(trait -> Body.word(trait).equals(word)).findFirst()
                    .orElseThrow(() -> body.wrong("traits", Label.of("rest.wrong.one-of", String.join(", ", SETTABLE.stream().map(Body::word).toList())))));
        }
        return kept;
    }

    private Preset preset(Body body, Field<?> field, Optional<Field<?>> before) {
        if (body.yes("presetNow", false)) {
            return new Preset.Now();
        }
        if (!body.has("preset")) {
            boolean taken = body.node("preset").isNull() || body.has("presetNow");
            return taken ? new Preset.None() : before.map(Field::preset).orElse(new Preset.None());
        }
        return switch (json.values().read(field, body.node("preset"), Sender.ANYBODY)) {
            case Notation.Reading.Value(Object value) -> new Preset.Fixed(value);
            case Notation.Reading.Nothing _ -> new Preset.None();
            case Notation.Reading.Refused(Label reason) -> throw body.wrong("preset", reason);
        };
    }

    private static Optional<Computation> computation(Body body) {
        if (body.has("formula")) {
            return Optional.of(new Computation.Formula(body.text("formula")));
        }
        return body.maybeObject("rollUp", "type", "link", "how", "field").map(roll -> {
            roll.present("how");
            return new Computation.RollUp(roll.text("type"), roll.text("link"), roll.oneOf("how", Computation.RollUp.How.values()).orElseThrow(), roll.maybe("field"));
        });
    }

    private List<FieldRule> rules(Body body) {
        List<FieldRule> rules = new ArrayList<>();
        for (Body rule : body.objects("rules", MOST_RULES, "effect", "when")) {
            rule.present("effect");
            Filter when = json.filters(type, call).read(rule.node("when"));
            rules.add(new FieldRule(rule.oneOf("effect", FieldRule.Effect.values()).orElseThrow(), when));
        }
        return rules;
    }

    private static Display display(Body body) {
        return new Display(body.oneOf("appearance", Display.Appearance.values()).orElse(Display.Appearance.LIST), body.number("rows", 1, 1, 30), NameJson.maybe(body, "emptyCaption"));
    }

    ObjectNode write(Field<?> field) {
        ObjectNode node = Json.object().put("id", field.id());
        NameJson.write(node, "name", type.nameOf(field), labels, call);
        KindJson.write(node, field.kind(), labels, call);
        ArrayNode traits = node.putArray("traits");
        field.traits().stream().sorted().filter(SETTABLE::contains).map(Body::word).forEach(traits::add);
        node.put("custom", field.custom()).put("readOnly", field.readOnly()).put("required", field.required());
        preset(node, field);
        field.computation().ifPresent(way -> computation(node, way));
        ArrayNode rules = node.putArray("rules");
        for (FieldRule rule : field.rules()) {
            ObjectNode one = rules.addObject().put("effect", Body.word(rule.effect()));
            json.filters(type, call).write(rule.when()).ifPresent(when -> one.set("when", when));
        }
        ObjectNode display = node.putObject("display").put("appearance", Body.word(field.display().appearance())).put("rows", field.display().rows());
        field.display().emptyCaption().ifPresent(caption -> NameJson.write(display, "emptyCaption", caption, labels, call));
        return node.put("sort", field.sort());
    }

    private void preset(ObjectNode node, Field<?> field) {
        switch (field.preset()) {
            case Preset.None _ -> {}
            case Preset.Now _ -> node.put("presetNow", true);
            case Preset.Fixed(Object value) -> json.values().write(node, "preset", field, value);
        }
    }

    private static void computation(ObjectNode node, Computation way) {
        switch (way) {
            case Computation.Formula(String expression) -> node.put("formula", expression);
            case Computation.RollUp(String typeId, String link, var how, var field) -> {
                ObjectNode roll = node.putObject("rollUp").put("type", typeId).put("link", link).put("how", Body.word(how));
                field.ifPresent(id -> roll.put("field", id));
            }
        }
    }
}
