package org.kontor.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The parameters of operations in OpenAPI: places of the address, what stands behind the question mark, headers.
final class OpenApiParameters {
    private static final Set<String> NUMBERED = Set.of("id", "file", "filter", "batch", "merge", "import", "section", "entry");
    private static final Set<String> COUNTS = Set.of("limit", "before", "side", "bound");
    private static final Map<String, List<String>> CHOICES = Map.of("unit", List.of("day", "week", "month", "quarter", "year"), "format", List.of("csv", "xlsx", "vcard", "json-lines"), "form", List.of("people", "machine"));
    private static final Set<String> REQUIRED = Set.of("by", "moment", "name", "loser", "amount", "from", "to", "day");

    private final Labels labels;
    private final Locale language;

    OpenApiParameters(Labels labels, Locale language) {
        this.labels = labels;
        this.language = language;
    }

    void add(ObjectNode operation, String path, Route route, List<DocumentType> types) {
        ArrayNode all = operation.putArray("parameters");
        for (String part : path.split("/")) {
            Route.place(part).ifPresent(place -> place(all, place, types));
        }
        route.says().parameters().forEach(name -> asked(all, name, route));
        if (route.says().keyed()) {
            parameter(all, "Idempotency-Key", "header", "string").put("maxLength", 200);
        }
        if (List.of("change", "delete").contains(route.name())) {
            parameter(all, "If-Match", "header", "string");
        }
        if (all.isEmpty()) {
            operation.remove("parameters");
        }
    }

    private void place(ArrayNode all, String place, List<DocumentType> types) {
        ObjectNode parameter = all.addObject().put("name", place).put("in", "path").put("required", true);
        ObjectNode schema = parameter.putObject("schema").put("type", NUMBERED.contains(place) ? "integer" : "string");
        if (NUMBERED.contains(place)) {
            schema.put("minimum", 1);
        }
        if (place.equals("type") && !types.isEmpty()) {
            types.forEach(type -> schema.withArray("enum").add(type.id()));
        }
    }

    private void asked(ArrayNode all, String name, Route route) {
        boolean list = name.equals("filter");
        ObjectNode schema = parameter(all, name, "query", list ? "array" : name.equals("count") ? "boolean" : COUNTS.contains(name) ? "integer" : "string");
        if (list) {
            schema.putObject("items").put("type", "string");
        }
        if (COUNTS.contains(name)) {
            schema.put("minimum", 1);
        }
        if (CHOICES.containsKey(name)) {
            CHOICES.get(name).forEach(schema.putArray("enum")::add);
        }
        if (REQUIRED.contains(name) || (name.equals("q") && route.name().equals("search"))) {
            ((ObjectNode) all.get(all.size() - 1)).put("required", true);
        }
    }

    /// The schema of a new parameter.
    private ObjectNode parameter(ArrayNode parameters, String name, String place, String type) {
        ObjectNode parameter = parameters.addObject().put("name", name).put("in", place);
        parameter.put("description", labels.text(Label.of("rest.parameter." + name), language));
        return parameter.putObject("schema").put("type", type);
    }
}
