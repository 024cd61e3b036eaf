package org.kontor.rest;

import java.io.IOException;
import java.util.List;
import org.kontor.api.access.Access;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.SensitiveTypes;
import org.kontor.api.labels.Labels;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The types there are, and of which of them views are kept. Types one may not read are left out.
@Component(service = TypeCalls.class)
public final class TypeCalls {
    private final DocumentTypes types;
    private final Access access;
    private final Labels labels;
    private final DocumentJson json;
    private final SensitiveTypes sensitive;

    @Activate
    public TypeCalls(@Reference DocumentTypes types, @Reference Access access, @Reference Labels labels, @Reference DocumentJson json, @Reference SensitiveTypes sensitive) {
        this.types = types;
        this.access = access;
        this.labels = labels;
        this.json = json;
        this.sensitive = sensitive;
    }

    Answer list(Call call) {
        ObjectNode node = Json.object();
        ArrayNode all = node.putArray("types");
        readable(call).forEach(type -> all.add(TypeJson.type(type, json, labels, call)));
        return Answer.ok(node);
    }

    Answer get(Call call) {
        return Answer.ok(TypeJson.type(call.type(), json, labels, call));
    }

    /// The types a caller may read.
    List<DocumentType> readable(Call call) {
        return types.all().stream().filter(type -> access.reach(call.actor(), type.id(), Operation.READ) != Reach.NONE).toList();
    }

    Answer sensitive(Call call) {
        return Answer.ok(Json.object().put("sensitive", sensitive.contains(call.type().id())));
    }

    Answer setSensitive(Call call) throws IOException {
        boolean kept = Body.of(call, "sensitive").yes("sensitive");
        return Answer.ok(Json.object().put("sensitive", Amended.now(sensitive.set(call.type().id(), kept, call.actor()))));
    }
}
