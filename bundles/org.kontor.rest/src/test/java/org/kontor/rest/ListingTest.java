package org.kontor.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.api.documents.Field;
import org.kontor.rest.RestServer.Reply;
import org.kontor.storage.Engine;
import tools.jackson.databind.JsonNode;

class ListingTest {
    private final RestServer h2 = RestServer.on(Engine.H2);
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private static void parcels(RestServer server, String mark, int count) {
        for (int i = 1; i <= count; i++) {
            String day = i % 2 == 0 ? "" : ", \"day\": \"2026-01-0" + i + "\"";
            server.post("/documents/parcel", "{\"fields\": {\"title\": \"" + mark + " " + i + "\", \"weight\": " + i + ", \"note\": \"n\", \"price\": {\"amount\": \"" + i + "\"}" + day + "}}");
        }
    }

    private String titles(String query) {
        Reply reply = h2.get("/documents/parcel?filter=title:starts:" + mark + "&" + query);
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
        List<String> all = new ArrayList<>();
        reply.json().at("/documents").forEach(document -> all.add(document.at("/fields/title").asString().substring(mark.length() + 1)));
        return String.join(",", all);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void filtersByValueRangeAndSet() {
        parcels(h2, mark, 4);

        assertThat(titles("sort=id&filter=weight:ge:3")).isEqualTo("3,4");
        assertThat(titles("sort=id&filter=weight:gt:1&filter=weight:lt:4")).isEqualTo("2,3");
        assertThat(titles("sort=id&filter=price:le:" + encoded("2 EUR"))).isEqualTo("1,2");
        assertThat(titles("sort=id&filter=weight:in:1,4")).isEqualTo("1,4");
        assertThat(titles("sort=id&filter=day:empty")).isEqualTo("2,4");
        assertThat(titles("sort=id&filter=day:filled")).isEqualTo("1,3");
        assertThat(titles("filter=title:contains:" + encoded(" 3"))).isEqualTo("3");
    }

    @Test
    void findsWords() {
        h2.parcel(mark + " Grey zebra");
        h2.parcel(mark + " Grey horse");

        assertThat(titles("q=" + encoded("ZEBRA " + mark))).isEqualTo("Grey zebra");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void leadsThroughAllPagesWithoutDoublesOrGapsWhateverItSortsBy(Engine engine) {
        RestServer server = RestServer.on(engine);
        parcels(server, mark, 7);
        List<String> sorts = new ArrayList<>(FilterText.builtIn());
        server.portal().types().require("parcel").fields().stream().map(Field::id).forEach(sorts::add);

        for (String sort : sorts) {
            for (String way : List.of("", "-")) {
                assertThat(pages(server, way + sort)).as(way + sort).hasSize(7).doesNotHaveDuplicates();
            }
        }
    }

    private List<String> pages(RestServer server, String sort) {
        List<String> refs = new ArrayList<>();
        String after = "";
        do {
            Reply page = server.get("/documents/parcel?limit=2&filter=title:starts:" + mark + "&sort=" + sort + after);
            assertThat(page.status()).as(page.response().body()).isEqualTo(200);
            for (JsonNode document : page.json().at("/documents")) {
                refs.add(document.at("/ref").asString());
            }
            after = page.text("/next").isEmpty() ? "" : "&after=" + page.text("/next");
        } while (!after.isEmpty());
        return refs;
    }

    @Test
    void countsWhenAskedTo() {
        parcels(h2, mark, 3);

        JsonNode count = h2.get("/documents/parcel?limit=1&count=true&filter=title:starts:" + mark).json().at("/count");

        assertThat(count.toString()).isEqualTo("{\"value\":3,\"exact\":true,\"text\":\"3\"}");
    }

    @Test
    void answersOnlyTheFieldsAskedFor() {
        parcels(h2, mark, 1);

        JsonNode fields = h2.get("/documents/parcel?fields=weight&filter=title:starts:" + mark).json().at("/documents/0/fields");

        assertThat(fields.toString()).isEqualTo("{\"weight\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "filter=title", "filter=title:is:x", "filter=nothing:eq:1", "filter=:eq:", "filter=weight:contains:1", "filter=weight:eq:heavy", "filter=day:eq:yesterday", "filter=fragile:eq:maybe",
        "filter=fragile:gt:true", "filter=size:eq:huge", "filter=courier:eq:nobody", "filter=parent:eq:x", "filter=id:eq:99999999999999999999", "filter=id:eq:1.5", "filter=weight:in:1,x",
        "filter=title:contains:%00", "q=%00", "sort=nothing", "sort=-", "sort=--id", "limit=0", "limit=501", "limit=-1", "limit=many", "limit=99999999999999999999", "after=x", "after=%F0%9F%92%A9",
        "count=maybe", "fields=nothing", "fields=title,secret", "filtr=title:eq:x", "Limit=1"})
    void refusesAQuestionItDoesNotUnderstandWithAWord(String query) {
        Reply reply = h2.get("/documents/parcel?" + query);

        assertThat(reply.status()).as(reply.response().body()).isEqualTo(400);
        assertThat(reply.text("/detail")).isNotBlank().doesNotContain("rest.").doesNotContain("{");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void refusesACursorThatWasTamperedWith(Engine engine) {
        for (String text : List.of("1 +\0", "1", " ", "x y", "1 +", "-1 +z", "1 ?", "9".repeat(40) + " -")) {
            String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));

            for (String sort : List.of("id", "title", "weight", "day", "price")) {
                assertThat(RestServer.on(engine).get("/documents/parcel?sort=" + sort + "&after=" + cursor).status()).as(sort + " " + text).isIn(200, 400);
            }
        }
    }
}
