package org.kontor.rest;

import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.api.documents.Change;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.Field;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers what became of a change.
final class Changes {
    private Changes() {}

    static Answer answer(Call call, DocumentJson json, Change change) {
        return switch (change) {
            case Change.Changed(Document document) -> Answer.ok(json.document(call.type(), document)).with("ETag", DocumentJson.etag(document));
            case Change.Conflict conflict -> throw conflict(call, json, conflict);
            case Change.Refused(var reasons) -> throw Problem.refused(reasons);
            case Change.Denied(var rule) -> throw Problem.denied(rule);
            case Change.Missing _ -> throw Problem.of(404, "no-such-document");
        };
    }

    /// 412 where `If-Match` was asked for, else 409; with the document as it is, and each field both changed: what it was, what they made of it, what was to be written.
    static Problem conflict(Call call, DocumentJson json, Change.Conflict conflict) {
        Problem problem = call.header("If-Match").isPresent()
                ? Problem.of(412, "outdated", Long.toString(conflict.current().version()))
                : Problem.of(409, "conflict", conflict.clashes().stream().map(Change.Clash::fieldId).sorted().collect(Collectors.joining(", ")));
        return problem.with("ETag", DocumentJson.etag(conflict.current())).with("current", json.document(call.type(), conflict.current())).with("conflicts", clashes(call, json, conflict));
    }

    private static ArrayNode clashes(Call call, DocumentJson json, Change.Conflict conflict) {
        ArrayNode all = Json.array();
        for (Change.Clash clash : conflict.clashes()) {
            ObjectNode node = all.addObject().put("field", clash.fieldId());
            Field<?> field = call.type().field(clash.fieldId()).orElseGet(() -> Field.text("stage"));
            side(json, node, "base", field, clash.base());
            side(json, node, "theirs", field, clash.theirs());
            side(json, node, "mine", field, clash.mine());
        }
        return all;
    }

    private static void side(DocumentJson json, ObjectNode node, String name, Field<?> field, Optional<Object> value) {
        if (value.isPresent()) {
            json.values().write(node, name, field, value.get());
        } else {
            node.putNull(name);
        }
    }
}
