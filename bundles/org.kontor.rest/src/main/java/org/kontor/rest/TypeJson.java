package org.kontor.rest;

import org.kontor.api.documents.DocumentType;
import org.kontor.api.labels.Labels;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Document types with fields and stages, as programs need them to read and write documents.
final class TypeJson {
    private TypeJson() {}

    static ObjectNode type(DocumentType type, DocumentJson json, Labels labels, Call call) {
        ObjectNode one = Json.object().put("id", type.id());
        NameJson.write(one, "name", type.one(), labels, call);
        NameJson.write(one, "names", type.many(), labels, call);
        one.put("icon", type.icon()).put("title", type.title().id()).put("listed", type.listed()).put("custom", type.custom());
        type.responsible().ifPresent(field -> one.put("responsible", field.id()));
        ArrayNode fields = one.putArray("fields");
        FieldJson fieldJson = new FieldJson(json, labels, call.in(call.places(), java.util.Optional.of(type)));
        type.fields().forEach(field -> fields.add(fieldJson.write(field)));
        ArrayNode pipelines = one.putArray("pipelines");
        type.pipelines().forEach(way -> pipelines.add(PipelineJson.pipeline(way, labels, call)));
        ArrayNode stages = one.putArray("stages");
        type.pipeline().ifPresent(way -> way.stages().forEach(stage -> stages.add(PipelineJson.stage(stage, labels, call))));
        return one;
    }
}
