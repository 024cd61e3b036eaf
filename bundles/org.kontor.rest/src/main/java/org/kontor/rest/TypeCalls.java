package org.kontor.rest;

import java.util.List;
import java.util.Locale;
import org.kontor.api.access.Access;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What there is: `/types` for people and programs, `/openapi.json` for tools. Types one may not read are left out.
@Component(service = TypeCalls.class)
public final class TypeCalls {
    private final DocumentTypes types;
    private final Access access;
    private final Labels labels;

    @Activate
    public TypeCalls(@Reference DocumentTypes types, @Reference Access access, @Reference Labels labels) {
        this.types = types;
        this.access = access;
        this.labels = labels;
    }

    Answer answer(Call call) {
        if (call.path().size() > 1) {
            throw call.nothing();
        }
        if (!call.method().equals("GET")) {
            throw call.method("GET, HEAD");
        }
        call.parameters().only();
        List<DocumentType> readable = types.all().stream().filter(type -> access.reach(call.actor(), type.id(), Operation.READ) != Reach.NONE).toList();
        return Answer.ok(call.path().getFirst().equals("types") ? types(readable, call) : new OpenApi(labels, call.language()).document(readable));
    }

    private ObjectNode types(List<DocumentType> readable, Call call) {
        ObjectNode node = Json.object();
        ArrayNode all = node.putArray("types");
        for (DocumentType type : readable) {
            ObjectNode one = all.addObject();
            one.put("id", type.id()).put("name", text(type.one(), call)).put("names", text(type.many(), call)).put("title", type.title().id());
            type.responsible().ifPresent(field -> one.put("responsible", field.id()));
            ArrayNode fields = one.putArray("fields");
            type.fields().forEach(field -> field(fields.addObject(), type, field, call));
            ArrayNode stages = one.putArray("stages");
            type.pipeline().ifPresent(way -> way.stages().forEach(stage -> stage(stages.addObject(), stage, call)));
        }
        return node;
    }

    private void field(ObjectNode node, DocumentType type, Field<?> field, Call call) {
        node.put("id", field.id()).put("name", text(type.nameOf(field), call)).put("kind", FieldSchema.kind(field.kind())).put("required", field.required());
        node.put("multiple", field.kind() instanceof Kind.Many<?>).put("custom", field.custom()).put("readOnly", field.readOnly());
        details(node, field.kind(), call);
    }

    private void details(ObjectNode node, Kind<?> kind, Call call) {
        switch (kind) {
            case Kind.Choice choice -> {
                ArrayNode options = node.putArray("options");
                choice.options().forEach(option -> options.addObject().put("id", option.id()).put("name", text(option.name(), call)));
            }
            case Kind.Text text -> node.put("longest", text.longest());
            case Kind.Sum sum -> node.put("currency", sum.currency());
            case Kind.Number number -> node.put("decimals", number.decimals());
            case Kind.Link link -> link.types().forEach(node.putArray("types")::add);
            case Kind.Many<?> many -> details(node, many.of(), call);
            case Kind.YesNo _, Kind.Date _, Kind.Moment _, Kind.User _, Kind.PhoneNumber _, Kind.Email _, Kind.WebLink _, Kind.Attachment _, Kind.Address _, Kind.Booking _ -> {}
        }
    }

    private void stage(ObjectNode node, Stage stage, Call call) {
        node.put("id", stage.id()).put("name", text(stage.name(), call)).put("meaning", stage.meaning().name().toLowerCase(Locale.ROOT));
    }

    private String text(Label label, Call call) {
        return labels.text(label, call.language());
    }
}
