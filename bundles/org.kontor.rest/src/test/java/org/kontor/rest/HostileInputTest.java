package org.kontor.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.documents.Field;
import org.kontor.rest.RestServer.Reply;
import org.kontor.storage.Engine;

/// Whatever is sent, the answer is a document or a reason: never a failure inside.
class HostileInputTest {
    private static final List<String> VALUES = List.of(
            "null", "true", "false", "0", "-1", "1.5", "-0.0", "1e10", "1e400", "1e999999999", "1e-999999999", "9".repeat(25), "-" + "9".repeat(199), "0." + "1".repeat(60), "\"\"", "\" \"", "\"\\u0000\"", "\"a\\u0000b\"",
            "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\ud83d\\ude00\"", "\"\\u202e\\u200b\"", "\"" + "x".repeat(300) + "\"", "\"" + "я".repeat(25_000) + "\"", "\"'; drop table doc_parcel; --\"", "\"<script>alert(1)</script>\"",
            "\"{{title}}\"", "\"${jndi:ldap://x}\"", "\"%s%n\"", "\"../../etc/passwd\"", "[]", "[1]", "[[[[[[]]]]]]", "{}", "{\"amount\": 1}", "{\"amount\": \"1e5\", \"currency\": \"EUR\"}",
            "{\"amount\": \"1\", \"currency\": \"XXXX\"}", "{\"amount\": 1e300, \"currency\": \"EUR\"}", "{\"amount\": \"9999999999999999999\", \"currency\": \"EUR\"}", "{\"amount\": \"1.005\", \"currency\": \"JPY\"}",
            "{\"number\": \"1\", \"country\": \"ZZ\"}", "{\"number\": \"+\", \"country\": \"\"}", "{\"number\": 5, \"country\": \"IT\"}", "\"-999999999-01-01\"", "\"+999999999-12-31\"", "\"2026-02-30\"", "\"0000-01-01\"",
            "\"2026-11-23T25:00:00Z\"", "\"9999-12-31T23:59:59-18:00\"", "\"0001-01-01T00:00:00+18:00\"", "\"2026-11-23T14:30:00.123456789Z\"", "\"parcel/0\"", "\"parcel/-1\"", "\"parcel/99999999999999999999\"",
            "\"/1\"", "\"" + "p".repeat(60) + "/1\"", "\"javascript:alert(1)\"", "\"http://\"", "\"http://[::1\"", "\"https://example.org/" + "a".repeat(2100) + "\"", "\"a@b\"", "\"a@b@c\"", "\"a@example.org\\r\\nBcc: x@example.org\"",
            "\"+0000000000\"", "\"+39 06 1234 5678 ext 5\"", "\"１２３\"", "\"NaN\"", "\"Infinity\"", "\"1,000.50\"");

    private static final List<String> BODIES = List.of(
            "", " ", "null", "1", "\"x\"", "[]", "{", "{}}", "{} {}", "{\"fields\": }", "{'fields': {}}", "{\"fields\": {\"title\": NaN}}", "{\"fields\": {\"title\": \"a\", \"title\": \"b\"}}", "// x\n{}",
            "{\"fields\": " + "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000) + "}", "{\"fields\": " + "[".repeat(100_000), "{\"fields\": {\"weight\": " + "9".repeat(100_000) + "}}", "{\"" + "n".repeat(10_000) + "\": 1}",
            "{\"fields\": {\"title\": \"tab\there\"}}");

    @ParameterizedTest
    @EnumSource(Engine.class)
    void takesOrRefusesEveryValueInEveryField(Engine engine) {
        RestServer server = RestServer.on(engine);
        List<String> wrong = new ArrayList<>();

        for (Field<?> field : server.portal().types().require("parcel").fields()) {
            for (String value : VALUES) {
                String title = field.id().equals("title") ? "" : "\"title\": \"t\", ";
                Reply reply = server.post("/documents/parcel", "{\"fields\": {" + title + "\"" + field.id() + "\": " + value + "}}");
                if (!explained(reply, field.id())) {
                    wrong.add(field.id() + " = " + ValueJson.shortened(value) + " -> " + reply.status() + " " + ValueJson.shortened(reply.response().body()));
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static boolean explained(Reply reply, String field) {
        return reply.status() == 201
                || (reply.status() == 422 && reply.text("/errors/0/field").equals(field) && !reply.text("/errors/0/detail").isBlank() && !reply.text("/errors/0/detail").startsWith("rest."))
                || (reply.status() == 400 && reply.text("/code").equals("excessive-json"));
    }

    @Test
    void refusesEveryBodyThatIsNoObject() {
        for (String body : BODIES) {
            Reply reply = RestServer.on(Engine.H2).post("/documents/parcel", body);

            assertThat(reply.status()).as(ValueJson.shortened(body) + " -> " + reply.response().body()).isEqualTo(400);
            assertThat(reply.text("/code")).isIn("broken-json", "not-an-object", "excessive-json");
        }
    }

    @Test
    void neverFailsOnBytesByChance() {
        Random random = new Random(20261124);
        String letters = "{}[]\":,\\truefalsn0123456789eE+-. \u0000\ud83d\ude00яfieldstitlestageversion";

        for (int i = 0; i < 300; i++) {
            StringBuilder body = new StringBuilder(i % 3 == 0 ? "{\"fields\": {\"title\": " : i % 3 == 1 ? "{\"" : "");
            random.ints(random.nextInt(60), 0, letters.length()).forEach(at -> body.append(letters.charAt(at)));

            assertThat(RestServer.on(Engine.H2).post("/documents/parcel", body.toString()).status()).as(body.toString()).isIn(201, 400, 422);
        }
    }

    @Test
    void storesMarkupAsTheTextItIs() {
        String path = RestServer.on(Engine.H2).parcel("<b onclick=x>'; --");

        assertThat(RestServer.on(Engine.H2).get(path).text("/fields/title")).isEqualTo("<b onclick=x>'; --");
    }
}
