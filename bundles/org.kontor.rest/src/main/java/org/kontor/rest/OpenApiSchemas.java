package org.kontor.rest;

import java.util.List;
import java.util.Locale;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.labels.Labels;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The schemas of the OpenAPI document: per type what is answered, created and changed; and those all share, which are kept in `schemas.json`.
final class OpenApiSchemas {
    private final Labels labels;
    private final Locale language;

    OpenApiSchemas(Labels labels, Locale language) {
        this.labels = labels;
        this.language = language;
    }

    ObjectNode all(List<DocumentType> types) {
        ObjectNode all = Json.object();
        for (DocumentType type : types) {
            all.set(type.id(), answered(type));
            all.set(type.id() + "_page", page(type));
            all.set(type.id() + "_new", sent(type, true));
            all.set(type.id() + "_change", sent(type, false));
        }
        Json.resource("schemas.json").properties().forEach(shared -> all.set(shared.getKey(), shared.getValue()));
        return all;
    }

    private ObjectNode answered(DocumentType type) {
        ObjectNode schema = object(labels.text(type.one(), language));
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("ref").put("type", "string");
        properties.putObject("id").put("type", "integer");
        properties.putObject("version").put("type", "integer");
        stage(properties, type);
        properties.putObject("stageSince").put("type", "string").put("format", "date-time");
        properties.putObject("createdBy").put("type", "string");
        properties.putObject("created").put("type", "string").put("format", "date-time");
        properties.putObject("changed").put("type", "string").put("format", "date-time");
        properties.set("fields", fields(type, false));
        schema.putArray("required").add("ref").add("id").add("version").add("created").add("changed").add("fields");
        return schema;
    }

    private ObjectNode sent(DocumentType type, boolean fresh) {
        ObjectNode schema = object(labels.text(type.one(), language)).put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        stage(properties, type);
        ObjectNode fields = fields(type, true).put("additionalProperties", false);
        properties.set("fields", fields);
        List<String> required = type.fields().stream().filter(Field::required).map(Field::id).toList();
        if (fresh && !required.isEmpty()) {
            required.forEach(fields.putArray("required")::add);
            schema.putArray("required").add("fields");
        }
        if (!fresh) {
            properties.putObject("version").put("type", "integer").put("minimum", 1);
        }
        return schema;
    }

    private static void stage(ObjectNode properties, DocumentType type) {
        if (!type.pipelines().isEmpty()) {
            ArrayNode stages = properties.putObject("stage").put("type", "string").putArray("enum");
            type.pipelines().forEach(way -> way.stages().forEach(stage -> stages.add(stage.id())));
        }
    }

    private ObjectNode fields(DocumentType type, boolean nullable) {
        ObjectNode schema = Json.object().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        type.fields().forEach(field -> properties.set(field.id(), FieldSchema.of(field, labels.text(type.nameOf(field), language), nullable && !field.required())));
        return schema;
    }

    private static ObjectNode page(DocumentType type) {
        ObjectNode schema = Json.object().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("documents").put("type", "array").putObject("items").put("$ref", "#/components/schemas/" + type.id());
        properties.putObject("next").put("type", "string");
        properties.putObject("previous").put("type", "string");
        properties.putObject("count").put("$ref", "#/components/schemas/Count");
        schema.putArray("required").add("documents");
        return schema;
    }

    private static ObjectNode object(String title) {
        return Json.object().put("type", "object").put("title", title);
    }
}
