package org.kontor.rest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Describes the interface by OpenAPI 3.1, as routes and document types are now.
///
/// Routes over documents are written out for each type, since what they take and give differs by its fields; of the others one line serves all types.
final class OpenApi {
    private static final String PER_TYPE = "/documents/{type}";
    private static final List<String> REFUSALS = List.of("400", "401", "403", "404", "405", "409", "412", "413", "415", "422", "503");

    private final Labels labels;
    private final Locale language;
    private final List<Route> routes;
    private final OpenApiParameters parameters;

    OpenApi(Labels labels, Locale language, List<Route> routes) {
        this.labels = labels;
        this.language = language;
        this.routes = routes;
        this.parameters = new OpenApiParameters(labels, language);
    }

    ObjectNode document(List<DocumentType> types) {
        ObjectNode root = Json.object();
        root.put("openapi", "3.1.0");
        root.putObject("info").put("title", "Kontor").put("version", "1").put("description", text("rest.openapi.description"));
        root.putArray("servers").addObject().put("url", "/api/v1");
        root.putArray("security").addObject().putArray("token");
        ArrayNode tags = root.putArray("tags");
        types.forEach(type -> tags.addObject().put("name", type.id()).put("description", labels.text(type.many(), language)));
        ObjectNode paths = root.putObject("paths");
        for (Route route : routes) {
            if (route.address().startsWith(PER_TYPE)) {
                types.forEach(type -> operation(paths, route, Optional.of(type), types));
            } else {
                operation(paths, route, Optional.empty(), types);
            }
        }
        ObjectNode components = root.putObject("components");
        components.set("schemas", new OpenApiSchemas(labels, language).all(types));
        components.set("responses", problems());
        components.putObject("securitySchemes").putObject("token").put("type", "http").put("scheme", "bearer");
        return root;
    }

    private void operation(ObjectNode paths, Route route, Optional<DocumentType> type, List<DocumentType> types) {
        String path = type.map(some -> route.address().replace("{type}", some.id())).orElse(route.address());
        ObjectNode operation = paths.withObject("/" + path.replace("~", "~0").replace("/", "~1")).putObject(route.method().toLowerCase(Locale.ROOT));
        operation.put("operationId", type.map(some -> some.id() + "." + route.name()).orElse(route.name()));
        operation.put("summary", type.map(some -> labels.text(some.many(), language) + ": ").orElse("") + text("rest.openapi." + route.name()));
        operation.putArray("tags").add(type.map(DocumentType::id).orElseGet(() -> route.parts().getFirst()));
        parameters.add(operation, path, route, types);
        if (!route.says().takes().isEmpty()) {
            content(operation.putObject("requestBody").put("required", true), route.says().takes(), type);
        }
        ObjectNode answer = operation.putObject("responses").putObject(Integer.toString(route.says().status())).put("description", text("rest.status." + route.says().status()));
        if (!route.says().gives().isEmpty()) {
            content(answer, route.says().gives(), type);
        }
        refusals(operation, route);
    }

    private static void content(ObjectNode holder, String schema, Optional<DocumentType> type) {
        if (schema.equals(Route.Says.FILE)) {
            holder.putObject("content").putObject("*/*").putObject("schema");
            return;
        }
        String name = type.map(some -> schema.replace("{type}", some.id())).orElse(schema);
        holder.putObject("content").putObject("application/json").putObject("schema").put("$ref", "#/components/schemas/" + name);
    }

    private static void refusals(ObjectNode operation, Route route) {
        ObjectNode responses = operation.withObject("responses");
        for (String status : REFUSALS) {
            boolean ofWrites = List.of("409", "412", "422").contains(status);
            boolean ofBodies = List.of("413", "415").contains(status);
            if ((!ofWrites || !route.method().equals("GET")) && (!ofBodies || !route.says().takes().isEmpty()) && !status.equals("405")) {
                responses.putObject(status).put("$ref", "#/components/responses/problem" + status);
            }
        }
    }

    private ObjectNode problems() {
        ObjectNode all = Json.object();
        for (String status : REFUSALS) {
            ObjectNode problem = all.putObject("problem" + status);
            problem.put("description", text("rest.status." + status));
            problem.putObject("content").putObject("application/problem+json").putObject("schema").put("$ref", "#/components/schemas/Problem");
        }
        return all;
    }

    private String text(String key) {
        return labels.text(Label.of(key), language);
    }
}
