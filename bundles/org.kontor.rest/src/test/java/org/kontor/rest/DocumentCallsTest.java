package org.kontor.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentShape;
import org.kontor.api.documents.Filter;
import org.kontor.api.workflow.Activity;
import org.kontor.api.workflow.Outcome;
import org.kontor.api.workflow.Robot;
import org.kontor.api.workflow.RobotPreset;
import org.kontor.api.workflow.Step;
import org.kontor.api.workflow.Timing;
import org.kontor.rest.RestServer.Reply;
import org.kontor.storage.Engine;

class DocumentCallsTest {
    private static final String EVERY_KIND = """
            {"stage": "sent", "fields": {"title": "Книга 📦", "note": "two\\nlines", "weight": 1.25, "price": {"amount": "12.50", "currency": "EUR"}, "fragile": true, "day": "2026-11-23",
             "picked": "2026-11-23T14:30:00Z", "size": "large", "courier": "bob", "phone": "+390612345678", "email": "ann@example.org",
             "tracking": "https://example.org/1", "parent": "parcel/1"}}""";

    private final RestServer h2 = RestServer.on(Engine.H2);

    @ParameterizedTest
    @EnumSource(Engine.class)
    void givesBackAValueOfEveryKindAsItWasSent(Engine engine) {
        RestServer server = RestServer.on(engine);

        String path = server.post("/documents/parcel", EVERY_KIND).header("Location").replace("/api/v1", "");

        assertThat(server.get(path).json().at("/fields").toString()).isEqualTo(
                "{\"title\":\"Книга 📦\",\"note\":\"two\\nlines\",\"weight\":1.25,\"price\":{\"amount\":\"12.50\",\"currency\":\"EUR\"},\"fragile\":true,\"day\":\"2026-11-23\","
                + "\"picked\":\"2026-11-23T14:30:00Z\",\"size\":\"large\",\"courier\":\"bob\",\"phone\":\"+390612345678\",\"email\":\"ann@example.org\",\"tracking\":\"https://example.org/1\",\"parent\":\"parcel/1\"}");
    }

    @Test
    void answersACreationWithAddressVersionAndDocument() {
        Reply reply = h2.post("/documents/parcel", "{\"fields\": {\"title\": \"Box\"}}");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Location")).isEqualTo("/api/v1/documents/" + reply.text("/ref"));
        assertThat(reply.header("ETag")).isEqualTo("\"1\"");
        assertThat(reply.text("/stage")).isEqualTo("new");
        assertThat(reply.text("/fields/courier")).isEqualTo("ann");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void createsOnceForTheSameKey(Engine engine) {
        RestServer server = RestServer.on(engine);
        String key = UUID.randomUUID().toString();

        Reply first = server.post("/documents/parcel", "{\"fields\": {\"title\": \"Once\"}}", "Idempotency-Key", key);
        Reply second = server.post("/documents/parcel", "{\"fields\": {\"title\": \"Once\"}}", "Idempotency-Key", key);

        assertThat(second.text("/ref")).isEqualTo(first.text("/ref"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void refusesAnotherBodyUnderAUsedKey() {
        String key = UUID.randomUUID().toString();
        h2.post("/documents/parcel", "{\"fields\": {\"title\": \"One\"}}", "Idempotency-Key", key);

        Reply other = h2.post("/documents/parcel", "{\"fields\": {\"title\": \"Two\"}}", "Idempotency-Key", key);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("/code")).isEqualTo("key-used");
    }

    @Test
    void keepsNoKeyForARefusedCreation() {
        String key = UUID.randomUUID().toString();
        h2.post("/documents/parcel", "{\"fields\": {}}", "Idempotency-Key", key);

        assertThat(h2.post("/documents/parcel", "{\"fields\": {\"title\": \"Now\"}}", "Idempotency-Key", key).status()).isEqualTo(201);
    }

    @Test
    void refusesAKeyThatIsNoKey() {
        assertThat(h2.post("/documents/parcel", "{\"fields\": {\"title\": \"x\"}}", "Idempotency-Key", "a".repeat(201)).text("/code")).isEqualTo("bad-key");
    }

    @Test
    void changesWhatIsNamedAndLeavesTheRest() {
        String path = h2.parcel("Box");
        h2.patch(path, "{\"fields\": {\"note\": \"soft\", \"weight\": 2}}");

        Reply reply = h2.patch(path, "{\"fields\": {\"weight\": null}}");

        assertThat(reply.text("/fields/note")).isEqualTo("soft");
        assertThat(reply.json().at("/fields").has("weight")).isFalse();
    }

    @Test
    void movesToAnotherStage() {
        assertThat(h2.patch(h2.parcel("Box"), "{\"stage\": \"sent\"}").text("/stage")).isEqualTo("sent");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void refusesAChangeOnAnOldVersion(Engine engine) {
        RestServer server = RestServer.on(engine);
        String path = server.parcel("Box");
        server.patch(path, "{\"fields\": {\"note\": \"theirs\"}}");

        Reply reply = server.patch(path, "{\"fields\": {\"note\": \"mine\"}}", "If-Match", "\"1\"");

        assertThat(reply.status()).isEqualTo(412);
        assertThat(reply.header("ETag")).isEqualTo("\"2\"");
        assertThat(reply.text("/current/fields/note")).isEqualTo("theirs");
    }

    @Test
    void knowsTheVersionOfACompressedAnswer() {
        assertThat(h2.patch(h2.parcel("Box"), "{\"fields\": {\"note\": \"mine\"}}", "If-Match", "\"1--gzip\"").status()).isEqualTo(200);
    }

    @Test
    void doesNotTakeOneVersionForAnother() {
        assertThat(h2.patch(h2.parcel("Box"), "{\"fields\": {\"note\": \"mine\"}}", "If-Match", "\"11\", \"21\"").status()).isEqualTo(412);
    }

    @Test
    void namesTheFieldsOfAConflict() {
        String path = h2.parcel("Box");
        h2.patch(path, "{\"fields\": {\"note\": \"theirs\"}}");

        Reply reply = h2.patch(path, "{\"version\": 1, \"fields\": {\"note\": \"mine\"}}");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.text("/detail")).contains("note");
    }

    @Test
    void keepsBothChangesOfDifferentFields() {
        String path = h2.parcel("Box");
        h2.patch(path, "{\"fields\": {\"note\": \"theirs\"}}");

        Reply reply = h2.patch(path, "{\"version\": 1, \"fields\": {\"weight\": 3}}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/fields/note")).isEqualTo("theirs");
    }

    @Test
    void answersNothingNewForAKnownVersion() {
        Reply reply = h2.get(h2.parcel("Box"), "If-None-Match", "\"1\"");

        assertThat(reply.status()).isEqualTo(304);
        assertThat(reply.response().body()).isEmpty();
    }

    @Test
    void deletesAndRestores() {
        String path = h2.parcel("Box");

        assertThat(h2.send("DELETE", path, Optional.empty()).status()).isEqualTo(204);
        assertThat(h2.get(path).status()).isEqualTo(404);
        assertThat(h2.send("POST", path + "/restore", Optional.empty()).status()).isEqualTo(200);
        assertThat(h2.get(path).status()).isEqualTo(200);
    }

    @Test
    void doesNotDeleteAnOldVersion() {
        String path = h2.parcel("Box");
        h2.patch(path, "{\"fields\": {\"note\": \"changed\"}}");

        assertThat(h2.send("DELETE", path, Optional.empty(), "If-Match", "\"1\"").status()).isEqualTo(412);
    }

    @Test
    void restoresOnlyWhatIsInTheTrash() {
        assertThat(h2.send("POST", h2.parcel("Box") + "/restore", Optional.empty()).status()).isEqualTo(404);
    }

    @Test
    void tellsTheHistoryNewestFirst() {
        String path = h2.parcel("Box");
        h2.patch(path, "{\"fields\": {\"weight\": 5}, \"stage\": \"sent\"}");

        Reply history = h2.get(path + "/history");

        assertThat(history.text("/entries/0/act")).isEqualTo("changed");
        assertThat(history.text("/entries/0/stage/to")).isEqualTo("sent");
        assertThat(history.json().at("/entries/0/fields/weight/after").asInt()).isEqualTo(5);
        assertThat(history.text("/entries/1/act")).isEqualTo("created");
        assertThat(history.text("/entries/0/actor/token")).isEqualTo("test token");
    }

    @Test
    void pagesThroughTheHistory() {
        String path = h2.parcel("Box");
        h2.patch(path, "{\"stage\": \"sent\"}");

        Reply first = h2.get(path + "/history?limit=1");
        Reply second = h2.get(path + "/history?limit=1&before=" + first.json().at("/next").asLong());

        assertThat(second.text("/entries/0/act")).isEqualTo("created");
    }

    /// TRG-3: a program that brings a document into a stage starts its robots.
    @Test
    void showsWhatRobotsDo() {
        h2.portal().register(DocumentShape.class, new ParcelShape("acme.sorted"), Map.of());
        h2.portal().register("acme.weigh", new Weigh());
        h2.portal().register(RobotPreset.class, new Preset("acme.sorted", "new", List.of(new Robot("weigh", "acme.weigh", new Timing.AtOnce(), Filter.any(), Map.of("text", "t")))), Map.of());

        String path = "/documents/" + h2.post("/documents/acme.sorted", "{\"fields\": {\"title\": \"t\"}}").text("/ref");
        Reply runs = h2.await(path + "/runs", "/runs/0/steps/0/progress", "done");

        assertThat(runs.text("/runs/0/steps/0/progress")).as(runs.response().body()).isEqualTo("done");
        assertThat(runs.text("/runs/0/steps/0/made")).isEqualTo("parcel/7");
    }

    private record Preset(String typeId, String stageId, List<Robot> robots) implements RobotPreset {}

    private static final class Weigh implements Activity<Weigh.Input> {
        record Input(String text) {}

        @Override
        public Class<Input> input() {
            return Input.class;
        }

        @Override
        public Outcome run(Input input, Step step) {
            return new Outcome.Made(new DocumentRef("parcel", 7));
        }
    }

    @Test
    void answersOnlyTheFieldsAskedFor() {
        assertThat(h2.get(h2.parcel("Box") + "?fields=title").json().at("/fields").toString()).isEqualTo("{\"title\":\"Box\"}");
    }

    @Test
    void readsATelephoneNumberOfTheCountryNamed() {
        Reply reply = h2.post("/documents/parcel?country=IT", "{\"fields\": {\"title\": \"Box\", \"phone\": \"06 1234 5678\"}}");

        assertThat(reply.text("/fields/phone")).isEqualTo("+390612345678");
    }

    @Test
    void doesNotKnowADocumentThatIsNotThere() {
        assertThat(h2.get("/documents/parcel/999999").text("/code")).isEqualTo("no-such-document");
        assertThat(h2.get("/documents/parcel/abc").status()).isEqualTo(404);
        assertThat(h2.get("/documents/parcel/99999999999999999999").status()).isEqualTo(404);
    }
}
