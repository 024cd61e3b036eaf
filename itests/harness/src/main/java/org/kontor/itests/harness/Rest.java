package org.kontor.itests.harness;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// The REST interface with a token.
public final class Rest {
    private static final ObjectMapper JSON = JsonMapper.shared();

    private final Portal portal;
    private final String token;

    public Rest(Portal portal, String token) {
        this.portal = portal;
        this.token = token;
    }

    /// Any request; `path` starts behind `/api/v1`.
    public HttpResponse<String> send(String method, String path, String body) {
        return Web.send(HttpRequest.newBuilder(portal.uri("/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(60))
                .method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /// Creates a document and returns its reference, as `lead/12`.
    public String create(String type, Map<String, String> fields) {
        HttpResponse<String> answer = send("POST", "/documents/" + type, JSON.writeValueAsString(Map.of("fields", fields)));
        if (answer.statusCode() != 201) {
            throw new AssertionError("no " + type + " was created: " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body()).path("ref").asString();
    }

    public JsonNode document(String ref) {
        return get("/documents/" + ref);
    }

    public JsonNode get(String path) {
        HttpResponse<String> answer = send("GET", path, "");
        if (answer.statusCode() != 200) {
            throw new AssertionError("no answer for " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    public void change(String ref, String body) {
        HttpResponse<String> answer = send("PATCH", "/documents/" + ref, body);
        if (answer.statusCode() != 200) {
            throw new AssertionError(ref + " was not changed: " + answer.statusCode() + " " + answer.body());
        }
    }

    /// How many there are; `filter` as in `title:starts:Ann`, or empty.
    public long count(String type, String filter) {
        return get("/documents/" + type + "?limit=1&count=true" + (filter.isEmpty() ? "" : "&filter=" + Web.encoded(filter))).path("count").path("value").asLong();
    }

    /// All documents of a type, page by page.
    public List<JsonNode> all(String type) {
        List<JsonNode> all = new ArrayList<>();
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            JsonNode page = get("/documents/" + type + "?limit=200&sort=id" + (next.get().isEmpty() ? "" : "&after=" + Web.encoded(next.get())));
            page.path("documents").forEach(all::add);
            next = page.path("next").asStringOpt();
        }
        return all;
    }

    /// How far each robot of the newest run of a document is: `call` → `done`.
    public Map<String, String> steps(String ref) {
        Map<String, String> steps = new java.util.LinkedHashMap<>();
        JsonNode runs = get("/documents/" + ref + "/runs").path("runs");
        if (!runs.isEmpty()) {
            runs.get(0).path("steps").forEach(step -> steps.put(step.path("robot").asString(), step.path("progress").asString()));
        }
        return steps;
    }
}
