package org.kontor.rest;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.api.documents.CustomFields;
import org.kontor.api.documents.Field;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The fields of a type, and the custom ones among them: added, changed, deleted, brought back.
@Component(service = FieldCalls.class)
public final class FieldCalls {
    private final CustomFields fields;
    private final DocumentJson json;
    private final Labels labels;

    @Activate
    public FieldCalls(@Reference CustomFields fields, @Reference DocumentJson json, @Reference Labels labels) {
        this.fields = fields;
        this.json = json;
        this.labels = labels;
    }

    Answer list(Call call) {
        ObjectNode node = Json.object();
        ArrayNode all = node.putArray("fields");
        call.type().fields().forEach(field -> all.add(written(call, field)));
        return Answer.ok(node);
    }

    Answer get(Call call) {
        return Answer.ok(written(call, found(call)));
    }

    Answer add(Call call) throws IOException {
        Body body = Body.of(call, FieldJson.MEMBERS);
        Label name = NameJson.read(body, "name");
        Field<?> wanted = new FieldJson(json, labels, call).read(body, body.maybe("id").orElseGet(() -> fields.idFor(call.type().id(), name)), Optional.empty());
        Field<?> custom = wanted.with(Field.Trait.CUSTOM);
        Field<?> field = Amended.now(Understanding.of(() -> fields.add(call.type().id(), custom, call.actor())));
        return Answer.json(201, written(call, field)).with("Location", "/api/v1/types/" + call.type().id() + "/fields/" + field.id());
    }

    Answer change(Call call) throws IOException {
        Field<?> before = found(call);
        Set<String> settable = Stream.of(FieldJson.MEMBERS).filter(member -> !member.equals("id")).collect(Collectors.toSet());
        Field<?> wanted = new FieldJson(json, labels, call).read(Body.of(call, settable.toArray(String[]::new)), before.id(), Optional.of(before));
        return Answer.ok(written(call, Amended.now(Understanding.of(() -> fields.change(call.type().id(), wanted, call.actor())))));
    }

    Answer delete(Call call) {
        Amended.now(fields.delete(call.type().id(), found(call).id(), call.actor()));
        return Answer.empty(204);
    }

    Answer deleted(Call call) {
        ObjectNode node = Json.object();
        ArrayNode all = node.putArray("fields");
        for (CustomFields.Deleted deleted : fields.deleted(call.type().id())) {
            all.add(written(call, deleted.field()).put("since", deleted.since().toString()));
        }
        return Answer.ok(node);
    }

    Answer restore(Call call) {
        return Answer.ok(written(call, Amended.now(fields.restore(call.type().id(), call.at("field"), call.actor()))));
    }

    private ObjectNode written(Call call, Field<?> field) {
        return new FieldJson(json, labels, call).write(field);
    }

    private static Field<?> found(Call call) {
        return call.type().field(call.at("field")).orElseThrow(() -> Problem.of(404, "unknown-field", ValueJson.shortened(call.at("field")), FieldChoice.known(call.type())));
    }
}
