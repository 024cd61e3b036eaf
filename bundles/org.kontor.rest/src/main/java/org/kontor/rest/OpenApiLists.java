package org.kontor.rest;

import java.util.Arrays;
import java.util.Locale;
import org.kontor.api.documents.HistoryEntry;
import org.kontor.api.workflow.RunState;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The schemas of what is the same for every type: history, runs, robots, and the types themselves.
final class OpenApiLists {
    private OpenApiLists() {}

    static void into(ObjectNode schemas) {
        schemas.set("History", history());
        schemas.set("Runs", runs());
        schemas.set("Robots", robots());
        schemas.set("Types", types());
    }

    private static ObjectNode history() {
        ObjectNode schema = Json.object();
        ObjectNode entry = list(schema, "entries", "position", "moment", "act", "actor", "cause", "fields");
        integer(entry, "position");
        moment(entry, "moment");
        oneOf(entry, "act", HistoryEntry.Act.values());
        texts(object(entry, "actor", "kind"), "kind", "login", "token", "id");
        texts(object(entry, "cause", "kind"), "kind");
        texts(object(entry, "stage", "to"), "from", "to");
        ObjectNode diff = entry.putObject("fields").put("type", "object").putObject("additionalProperties").put("type", "object").putObject("properties");
        diff.putObject("before");
        diff.putObject("after");
        schema.withObject("properties").putObject("next").put("type", "integer");
        return schema;
    }

    private static ObjectNode runs() {
        ObjectNode schema = Json.object();
        ObjectNode run = list(schema, "runs", "id", "stage", "version", "started", "steps");
        integer(run, "id", "version");
        texts(run, "stage");
        moment(run, "started");
        ObjectNode step = items(run.putObject("steps"), "robot", "activity", "name", "progress");
        texts(step, "robot", "activity", "name", "note", "made");
        oneOf(step, "progress", RunState.Progress.values());
        moment(step, "when");
        return schema;
    }

    private static ObjectNode robots() {
        ObjectNode schema = Json.object();
        ObjectNode sheet = list(schema, "sheets", "stage", "version", "robots");
        texts(sheet, "stage");
        integer(sheet, "version");
        ObjectNode robot = items(sheet.putObject("robots"), "id", "activity", "input");
        texts(robot, "id", "activity");
        robot.putObject("after").put("type", "string").put("format", "duration");
        robot.putObject("condition");
        robot.putObject("input").put("type", "object").putObject("additionalProperties").put("type", "string");
        return schema;
    }

    private static ObjectNode types() {
        ObjectNode schema = Json.object();
        ObjectNode type = list(schema, "types", "id", "name", "names", "title", "fields", "stages");
        texts(type, "id", "name", "names", "title", "responsible");
        ObjectNode field = items(type.putObject("fields"), "id", "name", "kind", "required");
        texts(field, "id", "name", "kind", "currency");
        integer(field, "longest", "decimals");
        field.putObject("required").put("type", "boolean");
        texts(items(field.putObject("options"), "id", "name"), "id", "name");
        field.putObject("types").put("type", "array").putObject("items").put("type", "string");
        texts(items(type.putObject("stages"), "id", "name", "meaning"), "id", "name", "meaning");
        return schema;
    }

    /// Makes an object with one member that is a list of objects.
    private static ObjectNode list(ObjectNode schema, String member, String... required) {
        schema.put("type", "object");
        schema.putArray("required").add(member);
        return items(schema.putObject("properties").putObject(member), required);
    }

    private static ObjectNode items(ObjectNode schema, String... required) {
        ObjectNode items = schema.put("type", "array").putObject("items").put("type", "object");
        require(items, required);
        return items.putObject("properties");
    }

    private static ObjectNode object(ObjectNode properties, String name, String... required) {
        ObjectNode schema = properties.putObject(name).put("type", "object");
        require(schema, required);
        return schema.putObject("properties");
    }

    private static void require(ObjectNode schema, String... required) {
        ArrayNode names = schema.putArray("required");
        Arrays.stream(required).forEach(names::add);
    }

    private static void texts(ObjectNode properties, String... names) {
        Arrays.stream(names).forEach(name -> properties.putObject(name).put("type", "string"));
    }

    private static void integer(ObjectNode properties, String... names) {
        Arrays.stream(names).forEach(name -> properties.putObject(name).put("type", "integer"));
    }

    private static void moment(ObjectNode properties, String name) {
        properties.putObject(name).put("type", "string").put("format", "date-time");
    }

    private static void oneOf(ObjectNode properties, String name, Enum<?>[] constants) {
        ArrayNode values = properties.putObject(name).put("type", "string").putArray("enum");
        Arrays.stream(constants).forEach(constant -> values.add(constant.name().toLowerCase(Locale.ROOT)));
    }
}
