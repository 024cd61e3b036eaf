package org.kontor.rest;

import java.util.List;
import java.util.Locale;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Query;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Describes the interface by OpenAPI 3.1, as the document types are now.
final class OpenApi {
    private final Labels labels;
    private final Locale language;

    OpenApi(Labels labels, Locale language) {
        this.labels = labels;
        this.language = language;
    }

    ObjectNode document(List<DocumentType> types) {
        ObjectNode root = Json.object();
        root.put("openapi", "3.1.0");
        root.putObject("info").put("title", "Kontor").put("version", "1").put("description", text(Label.of("rest.openapi.description")));
        root.putArray("servers").addObject().put("url", "/api/v1");
        root.putArray("security").addObject().putArray("token");
        ArrayNode tags = root.putArray("tags");
        ObjectNode paths = root.putObject("paths");
        OpenApiSchemas schemas = new OpenApiSchemas(labels, language);
        for (DocumentType type : types) {
            tags.addObject().put("name", type.id()).put("description", text(type.many()));
            paths(paths, type);
        }
        ObjectNode listing = paths.putObject("/types").putObject("get");
        listing.put("operationId", "types").put("summary", text(Label.of("rest.openapi.types")));
        answer(listing.putObject("responses"), "200", "Types");
        refusals(listing, "401");
        ObjectNode components = root.putObject("components");
        components.set("schemas", schemas.all(types));
        components.set("responses", problems());
        components.putObject("securitySchemes").putObject("token").put("type", "http").put("scheme", "bearer");
        return root;
    }

    private void paths(ObjectNode paths, DocumentType type) {
        String many = "/documents/" + type.id();
        ObjectNode collection = paths.putObject(many);
        ObjectNode list = operation(collection, "get", type, "list", "200", type.id() + "_page");
        ArrayNode query = list.putArray("parameters");
        parameter(query, "filter", "query", "array").putObject("items").put("type", "string");
        parameter(query, "q", "query", "string");
        parameter(query, "sort", "query", "string");
        parameter(query, "fields", "query", "string");
        parameter(query, "limit", "query", "integer").put("minimum", 1).put("maximum", Query.MOST);
        parameter(query, "after", "query", "string");
        parameter(query, "count", "query", "boolean");
        ObjectNode create = operation(collection, "post", type, "create", "201", type.id());
        parameter(create.putArray("parameters"), "Idempotency-Key", "header", "string").put("maxLength", 200);
        parameter(create.withArray("parameters"), "country", "query", "string").put("pattern", "^[A-Z]{2}$");
        body(create, type.id() + "_new");
        refusals(create, "413", "415", "422");

        ObjectNode one = paths.putObject(many + "/{id}");
        identified(one);
        ObjectNode get = operation(one, "get", type, "get", "200", type.id());
        parameter(get.putArray("parameters"), "fields", "query", "string");
        ObjectNode change = operation(one, "patch", type, "change", "200", type.id());
        parameter(change.putArray("parameters"), "If-Match", "header", "string");
        parameter(change.withArray("parameters"), "country", "query", "string").put("pattern", "^[A-Z]{2}$");
        body(change, type.id() + "_change");
        refusals(change, "409", "412", "413", "415", "422");
        ObjectNode delete = operation(one, "delete", type, "delete", "204", "");
        parameter(delete.putArray("parameters"), "If-Match", "header", "string");
        refusals(delete, "412");
        identified(operation(paths.putObject(many + "/{id}/restore"), "post", type, "restore", "200", type.id()));
        ObjectNode history = identified(operation(paths.putObject(many + "/{id}/history"), "get", type, "history", "200", "History"));
        parameter(history.withArray("parameters"), "before", "query", "integer").put("minimum", 1);
        parameter(history.withArray("parameters"), "limit", "query", "integer").put("minimum", 1).put("maximum", 200);
        identified(operation(paths.putObject(many + "/{id}/runs"), "get", type, "runs", "200", "Runs"));
        if (type.pipeline().isPresent()) {
            operation(paths.putObject("/robots/" + type.id()), "get", type, "robots", "200", "Robots");
        }
    }

    private ObjectNode operation(ObjectNode path, String method, DocumentType type, String name, String status, String schema) {
        ObjectNode operation = path.putObject(method);
        operation.put("operationId", type.id() + "." + name);
        operation.put("summary", text(Label.of("rest.openapi." + name, type.many())));
        operation.putArray("tags").add(type.id());
        answer(operation.putObject("responses"), status, schema);
        refusals(operation, "400", "401", "403", "404");
        return operation;
    }

    private void answer(ObjectNode responses, String status, String schema) {
        ObjectNode response = responses.putObject(status);
        response.put("description", text(Label.of("rest.status." + status)));
        if (!schema.isEmpty()) {
            response.putObject("content").putObject("application/json").putObject("schema").put("$ref", "#/components/schemas/" + schema);
        }
    }

    private static void refusals(ObjectNode operation, String... statuses) {
        for (String status : statuses) {
            operation.withObject("responses").putObject(status).put("$ref", "#/components/responses/" + "problem" + status);
        }
    }

    private ObjectNode problems() {
        ObjectNode all = Json.object();
        for (String status : List.of("400", "401", "403", "404", "409", "412", "413", "415", "422")) {
            ObjectNode problem = all.putObject("problem" + status);
            problem.put("description", text(Label.of("rest.status." + status)));
            problem.putObject("content").putObject("application/problem+json").putObject("schema").put("$ref", "#/components/schemas/Problem");
        }
        return all;
    }

    private static void body(ObjectNode operation, String schema) {
        ObjectNode body = operation.putObject("requestBody").put("required", true);
        body.putObject("content").putObject("application/json").putObject("schema").put("$ref", "#/components/schemas/" + schema);
    }

    private static ObjectNode identified(ObjectNode holder) {
        ObjectNode id = holder.withArray("parameters").addObject().put("name", "id").put("in", "path").put("required", true);
        id.putObject("schema").put("type", "integer").put("minimum", 1);
        return holder;
    }

    /// The schema of a new parameter.
    private ObjectNode parameter(ArrayNode parameters, String name, String place, String type) {
        ObjectNode parameter = parameters.addObject().put("name", name).put("in", place);
        parameter.put("description", text(Label.of("rest.parameter." + name)));
        return parameter.putObject("schema").put("type", type);
    }

    private String text(Label label) {
        return labels.text(label, language);
    }
}
