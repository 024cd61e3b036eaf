package org.kontor.rest;

import java.util.List;
import java.util.Locale;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.labels.Labels;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The schemas of the OpenAPI document: per type what is answered, created and changed; and those all share.
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
        all.set("Money", money());
        all.set("PhoneGiven", phone());
        all.set("Problem", problem());
        OpenApiLists.into(all);
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
        type.pipeline().ifPresent(way -> {
            ArrayNode stages = properties.putObject("stage").put("type", "string").putArray("enum");
            way.stages().forEach(stage -> stages.add(stage.id()));
        });
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
        ObjectNode count = properties.putObject("count").put("type", "object").putObject("properties");
        count.putObject("value").put("type", "integer");
        count.putObject("exact").put("type", "boolean");
        schema.putArray("required").add("documents");
        return schema;
    }

    private static ObjectNode money() {
        ObjectNode schema = object("Money");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("amount").put("type", "string").put("pattern", "^-?[0-9]{1,20}(\\.[0-9]{1,10})?$");
        properties.putObject("currency").put("type", "string").put("pattern", "^[A-Z]{3}$");
        schema.putArray("required").add("amount");
        return schema;
    }

    private static ObjectNode phone() {
        ObjectNode schema = Json.object().put("title", "Phone");
        ArrayNode either = schema.putArray("oneOf");
        either.addObject().put("type", "string");
        ObjectNode object = either.addObject().put("type", "object");
        ObjectNode properties = object.putObject("properties");
        properties.putObject("number").put("type", "string");
        properties.putObject("country").put("type", "string").put("pattern", "^[A-Z]{2}$");
        object.putArray("required").add("number").add("country");
        return schema;
    }

    private static ObjectNode problem() {
        ObjectNode schema = object("Problem");
        ObjectNode properties = schema.putObject("properties");
        List.of("type", "title", "code", "detail").forEach(name -> properties.putObject(name).put("type", "string"));
        properties.putObject("status").put("type", "integer");
        ObjectNode error = properties.putObject("errors").put("type", "array").putObject("items").put("type", "object").putObject("properties");
        List.of("field", "pointer", "code", "detail").forEach(name -> error.putObject(name).put("type", "string"));
        schema.putArray("required").add("type").add("title").add("status").add("code").add("detail");
        return schema;
    }

    private static ObjectNode object(String title) {
        return Json.object().put("type", "object").put("title", title);
    }
}
