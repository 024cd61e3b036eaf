package org.kontor.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.api.access.Access;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.people.Actor;
import org.kontor.api.people.Person;
import org.kontor.api.people.Role;
import org.kontor.api.people.TokenScope;
import org.kontor.rest.RestServer.Reply;
import org.kontor.storage.Engine;

class RefusalsTest {
    private static final String BOX = "{\"fields\": {\"title\": \"Box\"}}";

    private final RestServer server = RestServer.on(Engine.H2);

    @Test
    void asksForATokenWhenThereIsNone() {
        Reply reply = server.send(server.request("/documents/parcel").build());

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(reply.text("/code")).isEqualTo("no-token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer kontor_unknown", "Bearer ", "Bearer", "Basic YW5uOnBhc3N3b3Jk", "bearer\t", "Token x"})
    void doesNotKnowAWrongToken(String header) {
        assertThat(server.get("/types", "Authorization", header).status()).isEqualTo(401);
    }

    @Test
    void takesNoCookieForAToken() {
        HttpRequest request = server.request("/documents/parcel").header("Cookie", "Authorization=Bearer " + server.administrator() + "; token=" + server.administrator()).build();

        assertThat(server.send(request).status()).isEqualTo(401);
    }

    @Test
    void takesNoTokenFromTheAddress() {
        assertThat(server.send(server.request("/types?access_token=" + server.administrator()).build()).status()).isEqualTo(401);
    }

    @Test
    void doesNotKnowARevokedToken() {
        Person cara = server.portal().employee("cara");
        String token = server.portal().token(cara, TokenScope.WRITE);
        server.portal().tokens().revoke(server.portal().tokens().of(cara.id()).getFirst().id(), new Actor.Human(cara.id()));

        assertThat(server.get("/types", "Authorization", "Bearer " + token).text("/code")).isEqualTo("unknown-token");
    }

    @Test
    void letsAReadingTokenRead() {
        assertThat(server.get("/documents/parcel", "Authorization", "Bearer " + server.reader()).status()).isEqualTo(200);
    }

    @Test
    void letsAReadingTokenWriteNothing() {
        String path = server.parcel("Box");
        String[] reader = {"Authorization", "Bearer " + server.reader()};

        assertThat(List.of(
                server.post("/documents/parcel", BOX, reader).status(),
                server.patch(path, BOX, reader).status(),
                server.send("DELETE", path, Optional.empty(), reader).status())).containsOnly(403);
    }

    @Test
    void letsAnEmployeeChangeOnlyTheirOwn() {
        Reply reply = server.patch(server.parcel("Ann’s"), "{\"fields\": {\"note\": \"mine\"}}", "Authorization", "Bearer " + server.employee());

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.text("/detail")).isNotBlank().doesNotContain("access.rule");
    }

    @Test
    void hidesDocumentsThatMayNotBeRead() {
        server.portal().register(org.kontor.api.documents.DocumentShape.class, new ParcelShape("acme.hidden"), java.util.Map.of());
        Actor robot = new Actor.Robot("test");
        server.portal().access().set(new Access.Rule(Role.EMPLOYEE, "acme.hidden", Operation.READ, Reach.OWN), robot);
        String path = "/documents/" + server.post("/documents/acme.hidden", BOX).text("/ref");
        String[] employee = {"Authorization", "Bearer " + server.employee()};

        assertThat(server.get(path, employee).status()).isEqualTo(404);
        assertThat(server.get(path + "/history", employee).status()).isEqualTo(404);
        assertThat(server.get(path + "/runs", employee).status()).isEqualTo(404);
        assertThat(server.patch(path, BOX, employee).status()).isEqualTo(404);
        assertThat(server.get("/documents/acme.hidden", employee).json().at("/documents")).isEmpty();
    }

    @Test
    void leavesOutTypesThatMayNotBeRead() {
        server.portal().register(org.kontor.api.documents.DocumentShape.class, new ParcelShape("acme.secret"), java.util.Map.of());
        server.portal().access().set(new Access.Rule(Role.EMPLOYEE, "acme.secret", Operation.READ, Reach.NONE), new Actor.Robot("test"));
        String[] employee = {"Authorization", "Bearer " + server.employee()};

        assertThat(server.get("/types", employee).response().body()).doesNotContain("acme.secret");
        assertThat(server.get("/openapi.json", employee).response().body()).doesNotContain("acme.secret");
        assertThat(server.get("/documents/acme.secret", employee).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /documents/parcel, 'GET, HEAD, POST'", "DELETE, /documents/parcel, 'GET, HEAD, POST'", "PUT, /documents/parcel/1, 'GET, HEAD, PATCH, DELETE'", "POST, /documents/parcel/1, 'GET, HEAD, PATCH, DELETE'",
        "GET, /documents/parcel/1/restore, POST", "POST, /documents/parcel/1/history, 'GET, HEAD'", "POST, /documents/parcel/1/runs, 'GET, HEAD'", "PUT, /types, 'GET, HEAD, POST'", "DELETE, /openapi.json, 'GET, HEAD'",
        "PUT, /robots/parcel, 'GET, HEAD'", "POST, /docs, 'GET, HEAD'", "OPTIONS, /documents/parcel, 'GET, HEAD, POST'"})
    void namesTheMethodsThatWouldDo(String method, String path, String allowed) {
        Reply reply = server.send(method, path, Optional.empty());

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/documents", "/documents/nothing", "/documents/nothing/1", "/documents/parcel/1/nothing", "/documents/parcel/1/history/2", "/types/nothing", "/docs/x", "/docs.jsx", "/robots", "/robots/nothing",
        "/documents/parcel/..%2f..", "/documents/%00", "/documents/parcel%2f1"})
    void knowsNothingElse(String path) {
        assertThat(server.get(path).status()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/xml", "application/jsonp", "text/json"})
    void takesOnlyJson(String type) {
        assertThat(server.post("/documents/parcel", BOX, "Content-Type", type).status()).isEqualTo(415);
    }

    @Test
    void takesABodyOfHalfAMegabyteAtMost() {
        Reply reply = server.post("/documents/parcel", "{\"fields\": {\"title\": \"" + "x".repeat(Call.LONGEST_BODY) + "\"}}");

        assertThat(reply.status()).isEqualTo(413);
    }

    @Test
    void takesNoLongBodyOfUnknownLength() {
        byte[] body = ("{\"fields\": {\"title\": \"" + "x".repeat(Call.LONGEST_BODY) + "\"}}").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        HttpRequest request = server.request("/documents/parcel").header("Authorization", "Bearer " + server.administrator()).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body))).build();

        assertThat(server.send(request).status()).isEqualTo(413);
    }

    @Test
    void tellsWhereJsonIsBroken() {
        Reply reply = server.post("/documents/parcel", "{\"fields\":\n  {\"title\": }}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/detail")).contains("line 2");
    }

    @Test
    void speaksTheLanguageOfTheCaller() {
        assertThat(server.get("/documents/parcel/999999", "Accept-Language", "ru-RU,ru;q=0.9").text("/detail")).contains("документа");
        assertThat(server.get("/documents/parcel/999999", "Accept-Language", "it").text("/detail")).contains("documento");
        assertThat(server.get("/documents/parcel/999999", "Accept-Language", "xx;;;,,").header("Content-Language")).isEqualTo(Locale.ENGLISH.getLanguage());
    }

    @Test
    void pointsToEveryWrongPlaceAtOnce() {
        Reply reply = server.post("/documents/parcel", "{\"fields\": {\"weight\": \"heavy\", \"colour\": 1, \"day\": 5}, \"stage\": \"nowhere\", \"more\": 1}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().at("/errors").findValuesAsString("field")).containsExactlyInAnyOrder("more", "weight", "colour", "day", "stage");
        assertThat(reply.json().at("/errors").findValuesAsString("pointer")).contains("#/fields/weight", "#/stage");
    }

    @Test
    void tellsWhatIsRequired() {
        Reply reply = server.post("/documents/parcel", "{\"fields\": {}}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text("/errors/0/pointer")).isEqualTo("#/fields/title");
        assertThat(reply.text("/errors/0/code")).isEqualTo("documents.required");
    }

    @Test
    void sendsHeadersThatKeepBrowsersFromGuessingAndFraming() {
        Reply reply = server.get("/types");

        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(reply.response().headers().firstValue("Set-Cookie")).isEmpty();
    }
}
