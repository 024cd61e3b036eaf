package org.kontor.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kontor.api.documents.DocumentShape;
import org.kontor.rest.RestServer.Reply;
import org.kontor.storage.Engine;
import org.osgi.framework.ServiceRegistration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class OpenApiTest {
    private final RestServer server = RestServer.on(Engine.H2);

    private List<String> errors(String schemaName, String json) {
        return errors(server.get("/openapi.json").json().at("/components"), "", schemaName, json);
    }

    @Test
    void isAProperDocumentOfOpenApi31() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);

        SwaggerParseResult read = new OpenAPIV3Parser().readContents(server.get("/openapi.json").response().body(), null, options);

        assertThat(read.getMessages()).isEmpty();
        assertThat(read.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
        assertThat(read.getOpenAPI().getPaths()).containsKeys("/documents/parcel", "/documents/parcel/{id}", "/documents/parcel/{id}/history", "/robots/{type}", "/types");
    }

    @Test
    void hasASchemaBehindEveryReferenceAndEveryOperationIdOnce() {
        JsonNode root = server.get("/openapi.json").json();

        assertThat(root.findValuesAsString("$ref")).isNotEmpty().allSatisfy(ref -> assertThat(root.at(ref.substring(1)).isMissingNode()).as(ref).isFalse());
        assertThat(root.findValuesAsString("operationId")).doesNotHaveDuplicates();
    }

    @Test
    void leavesNoTextWithoutWords() {
        for (String language : List.of("en", "ru", "it")) {
            assertThat(server.get("/openapi.json", "Accept-Language", language).response().body()).doesNotContain("\"rest.");
        }
    }

    @Test
    void describesWhatIsAnswered() {
        String body = """
                {"fields": {"title": "t", "note": "n", "weight": 1.25, "price": {"amount": "12.50", "currency": "EUR"}, "fragile": false, "day": "2026-11-23", "picked": "2026-11-23T14:30:00Z",
                 "size": "small", "courier": "bob", "phone": "+390612345678", "email": "a@example.org", "tracking": "https://example.org", "parent": "parcel/1"}}""";
        Reply created = server.post("/documents/parcel", body);
        String path = "/documents/" + created.text("/ref");
        server.patch(path, "{\"stage\": \"sent\", \"fields\": {\"weight\": null}}");
        List<String> wrong = new ArrayList<>();

        wrong.addAll(errors("parcel_new", body));
        wrong.addAll(errors("parcel", created.response().body()));
        wrong.addAll(errors("parcel_page", server.get("/documents/parcel?limit=3&count=true").response().body()));
        wrong.addAll(errors("History", server.get(path + "/history").response().body()));
        wrong.addAll(errors("Runs", server.get(path + "/runs").response().body()));
        wrong.addAll(errors("Robots", server.get("/robots/parcel").response().body()));
        wrong.addAll(errors("Types", server.get("/types").response().body()));
        wrong.addAll(errors("Problem", server.post("/documents/parcel", "{\"fields\": {}}").response().body()));

        assertThat(wrong).isEmpty();
    }

    /// Every route is asked once with what is right for it: what is sent and what is answered are as described.
    @Test
    void describesWhatEveryRouteTakesAndAnswers() {
        RestServer alone = RestServer.separate(Engine.H2);
        String file = alone.upload("note.png", "x").text("/file");
        String csv = alone.upload("parcels.csv", "title,note\nBox,soft\n").text("/file");
        JsonNode components = alone.get("/openapi.json").json().at("/components");
        List<String> wrong = new ArrayList<>();
        int answered = 0;

        for (Route route : alone.routes()) {
            String id = alone.parcel("Box").substring("/documents/parcel/".length());
            Optional<String> body = Optional.ofNullable(Sample.BODIES.get(route.name())).map(text -> text.replace("ID", id).replace("FILE", file).replace("CSV", csv));
            body.ifPresent(sent -> wrong.addAll(errors(components, route.name() + " takes ", route.says().takes().replace("{type}", "parcel"), sent)));
            Reply reply = alone.send(route.method(), Sample.address(route, id) + Sample.question(route), body);
            if (reply.status() < 300 && reply.header("Content-Type").startsWith("application/json")) {
                answered++;
                wrong.addAll(errors(components, route.name() + " gives ", route.says().gives().replace("{type}", "parcel"), reply.response().body()));
                if (reply.status() != route.says().status()) {
                    wrong.add(route.name() + " answers " + reply.status() + ", not " + route.says().status());
                }
            } else if (reply.status() >= 400) {
                wrong.addAll(errors(components, route.name() + " refuses ", "Problem", reply.response().body()));
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(answered).isGreaterThan(60);
        alone.close();
    }

    private static List<String> errors(JsonNode components, String before, String name, String json) {
        ObjectNode root = new JsonMapper().createObjectNode();
        root.put("$ref", "#/components/schemas/" + name);
        root.set("components", components);
        return SchemaRegistry.withDialect(Dialects.getOpenApi31()).getSchema(root.toString(), InputFormat.JSON)
                .validate(json, InputFormat.JSON, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream().map(error -> before + name + ": " + error).toList();
    }

    @Test
    void describesWhatIsRefused() {
        assertThat(errors("parcel_new", "{\"fields\": {}}")).isNotEmpty();
        assertThat(errors("parcel_new", "{\"fields\": {\"title\": \"t\", \"colour\": 1}}")).isNotEmpty();
        assertThat(errors("parcel_change", "{\"stage\": \"nowhere\"}")).isNotEmpty();
        assertThat(errors("parcel_change", "{\"fields\": {\"size\": null, \"phone\": null, \"price\": null}}")).isEmpty();
    }

    @Test
    void addressesComeAndGoWithTheirType() {
        ServiceRegistration<DocumentShape> module = server.portal().context().registerService(DocumentShape.class, new ParcelShape("acme.brief"), new Hashtable<>());
        boolean there = server.get("/openapi.json").json().at("/paths").has("/documents/acme.brief");
        String ref = server.post("/documents/acme.brief", "{\"fields\": {\"title\": \"t\"}}").text("/ref");

        module.unregister();

        assertThat(there).isTrue();
        assertThat(server.get("/openapi.json").response().body()).doesNotContain("acme.brief");
        assertThat(server.get("/documents/" + ref).text("/code")).isEqualTo("no-such-type");
        assertThat(server.send("DELETE", "/documents/" + ref, Optional.empty()).status()).isEqualTo(404);
    }

    @Test
    void holdsNothingOfATypeThatWent() throws Exception {
        DocumentShape shape = new ParcelShape("acme.leaf");
        WeakReference<DocumentShape> held = new WeakReference<>(shape);
        ServiceRegistration<DocumentShape> module = server.portal().context().registerService(DocumentShape.class, shape, new Hashtable<>());
        server.get("/openapi.json");
        server.post("/documents/acme.leaf", "{\"fields\": {\"title\": \"t\"}}");
        server.get("/documents/acme.leaf");
        module.unregister();
        module = null;
        shape = null;

        for (int i = 0; i < 50 && held.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }

        assertThat(held.get()).isNull();
    }
}
