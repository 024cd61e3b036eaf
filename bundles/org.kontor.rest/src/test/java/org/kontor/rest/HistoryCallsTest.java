package org.kontor.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.rest.RestServer.Reply;
import org.kontor.storage.Engine;

/// TL-4, TL-5: history, as of, and the ways back over REST; conflicts with all three sides.
class HistoryCallsTest {
    private final RestServer server = RestServer.on(Engine.H2);

    @ParameterizedTest
    @EnumSource(Engine.class)
    void readsADocumentAsItWas(Engine engine) {
        RestServer both = RestServer.on(engine);
        String path = both.parcel("Before");
        String then = both.get(path + "/history").text("/entries/0/moment");
        both.patch(path, "{\"fields\": {\"title\": \"After\"}}");

        Reply former = both.get(path + "/as-of?moment=" + URLEncoder.encode(then, StandardCharsets.UTF_8));

        assertThat(former.text("/fields/title")).as(former.response().body()).isEqualTo("Before");
        assertThat(both.get(path + "/as-of?moment=2020-01-01T00:00:00Z").text("/code")).isEqualTo("no-such-document-then");
        assertThat(both.get(path + "/as-of?moment=yesterday").status()).isEqualTo(400);
    }

    @Test
    void bringsBackAFormerValueAndAWholeFormerState() {
        String path = server.parcel("Before");
        String then = server.get(path + "/history").text("/entries/0/moment");
        server.patch(path, "{\"fields\": {\"title\": \"After\", \"note\": \"new\"}}");
        long position = server.get(path + "/history").json().at("/entries/0/position").asLong();

        Reply value = server.post(path + "/back", "{\"position\": " + position + ", \"field\": \"title\"}");
        Reply whole = server.post(path + "/back", "{\"moment\": \"" + then + "\"}");

        assertThat(value.text("/fields/title")).isEqualTo("Before");
        assertThat(value.text("/fields/note")).isEqualTo("new");
        assertThat(whole.json().at("/fields").has("note")).isFalse();
        assertThat(server.post(path + "/back", "{\"position\": 1, \"field\": \"title\"}").text("/errors/0/code")).isEqualTo("rest.no-such-entry");
    }

    @Test
    void takesAChangeBack() {
        String path = server.parcel("Before");
        server.patch(path, "{\"fields\": {\"title\": \"After\"}}");
        long position = server.get(path + "/history").json().at("/entries/0/position").asLong();

        assertThat(server.post(path + "/undo", "{\"position\": " + position + "}").text("/fields/title")).isEqualTo("Before");
    }

    @Test
    void keepsViewsOfSensitiveTypes() {
        server.portal().register(org.kontor.api.documents.DocumentShape.class, new ParcelShape("acme.diary"), java.util.Map.of());
        server.send("PUT", "/types/acme.diary/sensitive", Optional.of("{\"sensitive\": true}"));
        String path = "/documents/" + server.post("/documents/acme.diary", "{\"fields\": {\"title\": \"t\"}}").text("/ref");

        server.get(path);

        assertThat(server.get(path + "/history").text("/entries/0/act")).isEqualTo("viewed");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void showsAllThreeSidesOfAConflict(Engine engine) {
        RestServer both = RestServer.on(engine);
        String path = both.parcel("Base");
        both.patch(path, "{\"fields\": {\"title\": \"Theirs\"}}");

        Reply conflict = both.patch(path, "{\"version\": 1, \"fields\": {\"title\": \"Mine\"}}");
        Reply outdated = both.patch(path, "{\"fields\": {\"title\": \"Mine\"}}", "If-Match", "\"1\"");

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.json().at("/conflicts").toString()).isEqualTo("[{\"field\":\"title\",\"base\":\"Base\",\"theirs\":\"Theirs\",\"mine\":\"Mine\"}]");
        assertThat(outdated.status()).isEqualTo(412);
        assertThat(outdated.json().at("/conflicts")).isEqualTo(conflict.json().at("/conflicts"));
    }

    @Test
    void refusesAnOldVersionUnderIfMatchThoughOtherFieldsWereChanged() {
        String path = server.parcel("Base");
        server.patch(path, "{\"fields\": {\"note\": \"theirs\"}}");

        assertThat(server.patch(path, "{\"fields\": {\"title\": \"Mine\"}}", "If-Match", "\"1\"").status()).isEqualTo(412);
        assertThat(server.patch(path, "{\"fields\": {\"title\": \"Mine\"}}", "If-Match", "\"1\", \"2\"").status()).isEqualTo(200);
    }

    @Test
    void deletesOnlyTheVersionThatWasSeen() {
        String path = server.parcel("Base");
        server.patch(path, "{\"fields\": {\"note\": \"theirs\"}}");

        Reply outdated = server.send("DELETE", path, Optional.empty(), "If-Match", "\"1\"");

        assertThat(outdated.status()).isEqualTo(412);
        assertThat(outdated.text("/current/fields/note")).isEqualTo("theirs");
        assertThat(server.send("DELETE", path, Optional.empty(), "If-Match", "\"2\"").status()).isEqualTo(204);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void listsTheTrashAndEmptiesIt(Engine engine) {
        RestServer both = RestServer.on(engine);
        String path = both.parcel("Rubbish");
        String ref = path.substring("/documents/".length());
        both.send("DELETE", path, Optional.empty());

        Reply trash = both.get("/trash/parcel?limit=1&count=true");
        int purged = both.send("DELETE", "/trash/" + ref, Optional.empty()).status();

        assertThat(trash.text("/documents/0/document/ref")).isEqualTo(ref);
        assertThat(trash.text("/documents/0/by/login")).isEqualTo("ann");
        assertThat(purged).isEqualTo(204);
        assertThat(both.send("POST", path + "/restore", Optional.empty()).status()).isEqualTo(404);
        assertThat(both.get("/trash/parcel?after=tampered").text("/code")).isEqualTo("bad-cursor");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void mergesDuplicatesAndTakesThemApart(Engine engine) {
        RestServer both = RestServer.on(engine);
        String mail = "twin" + System.nanoTime() + "@example.org";
        String one = both.post("/documents/parcel", "{\"fields\": {\"title\": \"One\", \"email\": \"" + mail + "\"}}").text("/ref");
        String two = both.post("/documents/parcel", "{\"fields\": {\"title\": \"Two\", \"email\": \"" + mail + "\", \"note\": \"kept\"}}").text("/ref");
        String plan = "{\"survivor\": \"" + one + "\", \"losers\": [\"" + two + "\"], \"taking\": {\"title\": \"" + two + "\"}}";

        Reply like = both.post("/duplicates/parcel/like", "{\"fields\": {\"email\": \"" + mail + "\"}, \"except\": \"" + one + "\"}");
        Reply preview = both.post("/merges/preview", plan);
        Reply merged = both.post("/merges", plan);
        Reply found = both.get("/merges?loser=" + two);
        Reply apart = both.send("POST", "/merges/" + merged.text("/id") + "/undo", Optional.empty());

        assertThat(like.text("/like/0/document/ref")).isEqualTo(two);
        assertThat(preview.json().at("/choices").findValuesAsString("field")).contains("title");
        assertThat(merged.status()).as(merged.response().body()).isEqualTo(201);
        assertThat(merged.text("/survivor/fields/title")).isEqualTo("Two");
        assertThat(merged.text("/survivor/fields/note")).isEqualTo("kept");
        assertThat(found.text("/id")).isEqualTo(merged.text("/id"));
        assertThat(apart.status()).isEqualTo(200);
        assertThat(both.get("/documents/" + two).status()).isEqualTo(200);
    }
}
