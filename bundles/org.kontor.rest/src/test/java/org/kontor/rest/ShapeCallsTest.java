package org.kontor.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.documents.DocumentShape;
import org.kontor.rest.RestServer.Reply;
import org.kontor.storage.Engine;

/// FLD-24, FLD-26, PIPE-3, PIPE-6, PIPE-10, PIPE-11, PIPE-14, LST-2 to LST-6, DIR-3, DIR-5, UI-4, UI-10: shapes over REST.
class ShapeCallsTest {
    private final RestServer server = RestServer.on(Engine.H2);

    private static String named(String text) {
        return "{\"en\": \"" + text + "\", \"ru\": \"" + text + " ру\", \"it\": \"" + text + " it\"}";
    }

    private RestServer with(Engine engine, String type) {
        RestServer both = RestServer.on(engine);
        both.portal().register(DocumentShape.class, new ParcelShape(type), Map.of());
        return both;
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void givesACustomFieldAllThatADeclaredOneHas(Engine engine) {
        RestServer both = with(engine, "acme.crate");

        Reply added = both.post("/types/acme.crate/fields", "{\"name\": " + named("Colour") + ", \"kind\": \"choice\", \"options\": [{\"id\": \"red\", \"name\": \"Red\"}], \"traits\": [\"listed\", \"indexed\"]}");
        String field = added.text("/id");
        String path = "/documents/" + both.post("/documents/acme.crate", "{\"fields\": {\"title\": \"t\", \"" + field + "\": \"red\"}}").text("/ref");

        assertThat(added.status()).as(added.response().body()).isEqualTo(201);
        assertThat(both.get(path).text("/fields/" + field)).isEqualTo("red");
        assertThat(both.get("/documents/acme.crate?filter=" + field + ":eq:red&sort=" + field).json().at("/documents")).hasSize(1);
        assertThat(both.get("/openapi.json").json().at("/components/schemas/acme.crate_new/properties/fields/properties").has(field)).isTrue();
    }

    @Test
    void changesDeletesAndBringsBackAField() {
        RestServer both = with(Engine.H2, "acme.tray");
        String path = "/types/acme.tray/fields/" + both.post("/types/acme.tray/fields", "{\"name\": " + named("Depth") + ", \"kind\": \"number\", \"decimals\": 2}").text("/id");
        String document = "/documents/" + both.post("/documents/acme.tray", "{\"fields\": {\"title\": \"t\", \"depth\": 1.25}}").text("/ref");

        Reply changed = both.patch(path, "{\"name\": " + named("Height") + ", \"sort\": 7}");
        int deleted = both.send("DELETE", path, Optional.empty()).status();
        boolean gone = !both.get(document).json().at("/fields").has("depth");
        Reply restored = both.send("POST", "/types/acme.tray/deleted-fields/depth/restore", Optional.empty());

        assertThat(changed.text("/name")).isEqualTo("Height");
        assertThat(deleted).isEqualTo(204);
        assertThat(gone).isTrue();
        assertThat(restored.status()).isEqualTo(200);
        assertThat(both.get(document).json().at("/fields/depth").asDouble()).isEqualTo(1.25);
    }

    @Test
    void keepsTheKindOfAField() {
        assertThat(server.patch("/types/parcel/fields/weight", "{\"kind\": \"text\"}").text("/errors/0/code")).isEqualTo("rest.kind-stays");
    }

    @Test
    void deletesNoDeclaredField() {
        assertThat(server.send("DELETE", "/types/parcel/fields/weight", Optional.empty()).status()).isEqualTo(422);
    }

    @Test
    void addsAPipelineWithStagesOfItsOwnAndMovesDocumentsThereAndBack() {
        RestServer both = with(Engine.H2, "acme.cask");
        Reply made = both.post("/types/acme.cask/pipelines", "{\"name\": " + named("Fast") + "}");
        String way = made.text("/id");
        Reply staged = both.post("/types/acme.cask/pipelines/" + way + "/stages", "{\"name\": " + named("Packed") + ", \"colour\": 4, \"place\": 1}");
        String packed = staged.text("/stages/1/id");
        String id = both.post("/documents/acme.cask", "{\"fields\": {\"title\": \"t\"}}").text("/id");
        String move = "{\"pipeline\": \"" + way + "\", \"stages\": {\"new\": \"" + packed + "\"}";

        Reply forbidden = both.post("/types/acme.cask/moves", move + ", \"ids\": [" + id + "]}");
        both.send("PUT", "/types/acme.cask/moves", Optional.of("{\"allowed\": true}"));
        Reply plan = both.post("/types/acme.cask/moves/plan", move + ", \"filter\": \"id:eq:" + id + "\"}");
        Reply moved = both.post("/types/acme.cask/moves", move + ", \"ids\": [" + id + "]}");
        String there = both.get("/documents/acme.cask/" + id).text("/stage");
        both.post("/types/acme.cask/moves/undo", "{\"moved\": " + moved.json().at("/moved") + "}");

        assertThat(staged.status()).as(staged.response().body()).isEqualTo(201);
        assertThat(forbidden.json().at("/moved")).isEmpty();
        assertThat(plan.json().at("/documents").asInt()).isEqualTo(1);
        assertThat(there).isEqualTo(packed);
        assertThat(both.get("/documents/acme.cask/" + id).text("/stage")).isEqualTo("new");
    }

    @Test
    void protectsTheSkeletonOfAPipeline() {
        for (String stage : new String[] {"new", "done", "lost"}) {
            assertThat(server.send("DELETE", "/types/parcel/stages/" + stage, Optional.empty()).status()).as(stage).isEqualTo(422);
        }
        assertThat(server.send("DELETE", "/types/parcel/pipelines/parcel", Optional.empty()).status()).isEqualTo(422);
    }

    @Test
    void renamesAndRecoloursAStage() {
        RestServer both = with(Engine.H2, "acme.chest");

        Reply reply = both.patch("/types/acme.chest/stages/done", "{\"name\": " + named("Delivered") + ", \"colour\": 5}");

        assertThat(reply.json().at("/stages").toString()).contains("Delivered").contains("\"colour\":5");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void definesAListWithSectionsThatIsATypeLikeAnyOther(Engine engine) {
        RestServer both = RestServer.on(engine);
        String name = "Books" + System.nanoTime();

        Reply made = both.post("/types", "{\"name\": " + named("Book") + ", \"names\": " + named(name) + ", \"staged\": true, \"sectioned\": true}");
        String type = made.text("/id");
        Reply section = both.post("/types/" + type + "/sections", "{\"name\": \"Shelf\"}");
        Reply book = both.post("/documents/" + type, "{\"fields\": {\"" + made.text("/title") + "\": \"Dune\"}}");
        int deleted = both.send("DELETE", "/types/" + type, Optional.empty()).status();
        int gone = both.get("/documents/" + type).status();
        both.send("POST", "/deleted-types/" + type + "/restore", Optional.empty());

        assertThat(made.status()).as(made.response().body()).isEqualTo(201);
        assertThat(section.status()).isEqualTo(201);
        assertThat(book.status()).as(book.response().body()).isEqualTo(201);
        assertThat(deleted).isEqualTo(204);
        assertThat(gone).isEqualTo(404);
        assertThat(both.get("/documents/" + type).json().at("/documents")).hasSize(1);
    }

    @Test
    void createsAListOnceForTheSameKey() {
        String body = "{\"name\": " + named("Disc") + ", \"names\": " + named("Discs" + System.nanoTime()) + "}";
        String key = "list-" + System.nanoTime();

        Reply first = server.post("/types", body, "Idempotency-Key", key);
        Reply second = server.post("/types", body, "Idempotency-Key", key);

        assertThat(first.status()).as(first.response().body()).isEqualTo(201);
        assertThat(second.text("/id")).isEqualTo(first.text("/id"));
    }

    @Test
    void offersAddedValuesOfADirectoryAndHidesDeletedOnes() {
        Reply added = server.post("/directories/parcel.source/values", "{\"name\": " + named("Friend" + System.nanoTime()) + "}");
        String value = added.json().at("/values").get(added.json().at("/values").size() - 1).at("/id").asString();
        String path = server.parcel("Box");

        int chosen = server.patch(path, "{\"fields\": {\"source\": \"" + value + "\"}}").status();
        server.send("DELETE", "/directories/parcel.source/values/" + value, Optional.empty());

        assertThat(chosen).isEqualTo(200);
        assertThat(server.get(path).text("/fields/source")).isEqualTo(value);
        assertThat(server.send("POST", "/directories/parcel.source/values/" + value + "/restore", Optional.empty()).status()).isEqualTo(200);
    }

    @Test
    void keepsTheListAPersonChose() {
        server.send("PUT", "/types/parcel/list", Optional.of("{\"columns\": [\"title\", \"weight\"], \"filters\": [\"weight\"]}"));

        assertThat(server.get("/types/parcel/list").text("/columns/1")).isEqualTo("weight");
        assertThat(server.get("/types/parcel/list", "Authorization", "Bearer " + server.employee()).json().at("/filters").toString()).doesNotContain("weight");
        server.send("DELETE", "/types/parcel/list", Optional.empty());
    }

    @Test
    void convertsByTheRateOfTheDay() {
        server.send("PUT", "/rates", Optional.of("{\"from\": \"EUR\", \"to\": \"USD\", \"day\": \"2026-01-01\", \"factor\": \"1.10\"}"));

        assertThat(server.get("/conversions?amount=10&from=EUR&to=USD&day=2026-02-01").text("/amount")).isEqualTo("11.00");
        assertThat(server.get("/conversions?amount=10&from=EUR&to=CHF&day=2026-02-01").status()).isEqualTo(422);
    }
}
