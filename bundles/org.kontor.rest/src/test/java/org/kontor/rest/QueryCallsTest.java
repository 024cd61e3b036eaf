package org.kontor.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.rest.RestServer.Reply;
import org.kontor.storage.Engine;
import tools.jackson.databind.JsonNode;

class QueryCallsTest {
    private final RestServer server = RestServer.on(Engine.H2);
    private final String mark = "m" + UUID.randomUUID().toString().substring(0, 8);

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String parcel(RestServer at, String name, String fields) {
        return at.post("/documents/parcel", "{\"fields\": {\"title\": \"" + mark + " " + name + "\"" + fields + "}}").text("/ref");
    }

    private List<String> titles(RestServer at, String filter) {
        Reply reply = at.get("/documents/parcel?sort=id&filter=title:starts:" + mark + "&filter=" + encoded(filter));
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
        List<String> all = new ArrayList<>();
        reply.json().at("/documents").forEach(document -> all.add(document.at("/fields/title").asString().substring(mark.length() + 1)));
        return all;
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void filtersByATreeOfConditions(Engine engine) {
        RestServer both = RestServer.on(engine);
        String parent = parcel(both, "a", ", \"weight\": 1, \"tags\": [\"x\", \"y, z\"]");
        parcel(both, "b", ", \"weight\": 2, \"parent\": \"" + parent + "\"");
        parcel(both, "c", ", \"fragile\": true");

        assertThat(titles(both, "{\"any\": [\"weight:eq:1\", {\"field\": \"fragile\", \"is\": \"eq\", \"value\": true}]}")).containsExactly("a", "c");
        assertThat(titles(both, "{\"all\": [{\"not\": \"weight:empty\"}, {\"field\": \"weight\", \"in\": [2, 3]}]}")).containsExactly("b");
        assertThat(titles(both, "{\"through\": \"parent\", \"type\": \"parcel\", \"where\": {\"field\": \"weight\", \"is\": \"le\", \"value\": 1}}")).containsExactly("b");
        assertThat(titles(both, "{\"field\": \"tags\", \"in\": [\"y, z\"]}")).containsExactly("a");
        assertThat(titles(both, "created:within:today@Europe/Rome")).hasSize(3);
        assertThat(titles(both, "{\"words\": \"" + mark + " b\"}")).containsExactly("b");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"all\": []}", "{\"all\": 1}", "{\"nor\": []}", "{\"not\": 5}", "{\"field\": \"weight\"}", "{\"field\": \"weight\", \"is\": \"about\", \"value\": 1}", "{\"field\": \"weight\", \"is\": \"eq\", \"value\": \"heavy\"}",
        "{\"through\": \"parent\", \"type\": \"nothing\"}", "{\"through\": \"title\", \"type\": \"parcel\"}", "{\"words\": 5}", "{\"all\": [\"weight:eq:1\"], \"any\": []}", "[]", "{", "day:within:someday", "day:within:today@Mars/Base"})
    void explainsATreeItDoesNotUnderstand(String filter) {
        Reply reply = server.get("/documents/parcel?filter=" + encoded(filter));

        assertThat(reply.status()).as(reply.response().body()).isEqualTo(400);
        assertThat(reply.text("/detail")).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void leadsBackToThePageBefore(Engine engine) {
        RestServer both = RestServer.on(engine);
        for (int i = 1; i <= 5; i++) {
            parcel(both, Integer.toString(i), ", \"weight\": " + i);
        }
        String base = "/documents/parcel?limit=2&sort=-weight&filter=title:starts:" + mark;

        Reply first = both.get(base);
        Reply second = both.get(base + "&after=" + first.text("/next"));
        Reply back = both.get(base + "&after=" + second.text("/previous"));

        assertThat(first.json().has("previous")).isFalse();
        assertThat(back.json().at("/documents")).isEqualTo(first.json().at("/documents"));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void countsAndSumsInGroups(Engine engine) {
        RestServer both = RestServer.on(engine);
        parcel(both, "a", ", \"size\": \"small\", \"weight\": 1, \"price\": {\"amount\": \"2.50\"}, \"day\": \"2026-01-05\"");
        parcel(both, "b", ", \"size\": \"small\", \"weight\": 2, \"day\": \"2026-01-30\"");
        parcel(both, "c", "");

        JsonNode groups = both.get("/groups/parcel?by=size&sums=weight,price&filter=title:starts:" + mark).json().at("/groups");
        JsonNode months = both.get("/groups/parcel?by=day&unit=month&filter=title:starts:" + mark).json().at("/groups");

        assertThat(groups.get(0).at("/key").asString()).isEqualTo("small");
        assertThat(groups.get(0).at("/count/value").asInt()).isEqualTo(2);
        assertThat(groups.get(0).at("/sums").toString()).contains("\"weight\"").contains("2.5");
        assertThat(groups.get(1).at("/key").isNull()).isTrue();
        assertThat(months.get(0).at("/key").asString()).isEqualTo("2026-01-01");
    }

    @Test
    void showsTheBoardOfAPipeline() {
        parcel(server, "a", ", \"weight\": 3");

        Reply board = server.get("/boards/parcel?sums=weight&fields=title&limit=5&filter=title:starts:" + mark);

        assertThat(board.json().at("/columns").findValuesAsString("stage")).contains("new", "sent", "done", "lost");
        assertThat(board.json().at("/columns/0/count/value").asInt()).isEqualTo(1);
        assertThat(server.get("/boards/parcel?pipeline=nothing").status()).isEqualTo(400);
        assertThat(server.get("/boards/parcel?sums=title").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void searchesInAllTypes(Engine engine) {
        RestServer both = RestServer.on(engine);
        String ref = parcel(both, "Mülleimer", "");

        Reply hits = both.get("/search?q=" + encoded(mark + " mulleim"));

        assertThat(hits.text("/hits/0/ref")).isEqualTo(ref);
        assertThat(both.get("/search").text("/code")).isEqualTo("missing-parameter");
        assertThat(both.get("/search?q=x&types=nothing").text("/code")).isEqualTo("no-such-type");
    }

    @Test
    void keepsAFilterUnderAName() {
        String body = "{\"name\": \"" + mark + "\", \"filter\": {\"any\": [\"weight:ge:5\", \"courier:eq:bob\"]}, \"sort\": \"-weight\", \"columns\": [\"title\", \"weight\"]}";

        Reply made = server.post("/filters/parcel", body);
        String path = "/filters/parcel/" + made.text("/id");

        assertThat(made.status()).as(made.response().body()).isEqualTo(201);
        assertThat(server.get(path).json().at("/filter").toString()).isEqualTo("{\"any\":[\"weight:ge:5\",\"courier:eq:bob\"]}");
        assertThat(server.patch(path, "{\"shared\": true}").json().at("/shared").asBoolean()).isTrue();
        assertThat(server.get(path, "Authorization", "Bearer " + server.employee()).status()).isEqualTo(200);
        assertThat(server.send("DELETE", path, Optional.empty(), "Authorization", "Bearer " + server.employee()).status()).isEqualTo(422);
        assertThat(server.send("DELETE", path, Optional.empty()).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/documents/parcel?limit=LIMIT&sort=-weight&count=true&filter=fragile:eq:true", "/boards/parcel?limit=LIMIT&sums=weight", "/groups/parcel?by=size&sums=weight&bound=LIMIT", "/search?q=many&limit=LIMIT"})
    void costsTheSameNumberOfStatementsHoweverMuchIsShown(String path) {
        for (int i = 0; i < 12; i++) {
            server.post("/documents/parcel", "{\"fields\": {\"title\": \"many " + i + "\", \"fragile\": true, \"weight\": " + i + ", \"tags\": [\"a\"], \"courier\": \"bob\", \"parent\": \"parcel/1\"}}");
        }
        server.get(path.replace("LIMIT", "1"));

        assertThat(server.statements(path.replace("LIMIT", "10"))).isEqualTo(server.statements(path.replace("LIMIT", "1"))).isPositive();
    }
}
