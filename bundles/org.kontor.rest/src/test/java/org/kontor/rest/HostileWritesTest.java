package org.kontor.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.rest.RestServer.Reply;
import org.kontor.storage.Engine;

/// Drives every route that writes with spoilt bodies, addresses and questions by fixed seeds: it is carried out or refused with a reason, never a failure inside.
class HostileWritesTest {
    private static final long SEED = 20261124;
    private static final int ROUNDS = 25;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void carriesOutOrExplainsWhateverBodyIsSent(Engine engine) {
        RestServer server = RestServer.separate(engine);
        List<String> wrong = new ArrayList<>();

        for (Route route : server.routes()) {
            if (Sample.BODIES.containsKey(route.name())) {
                wrong.addAll(tried(server, route));
            }
        }

        assertThat(wrong).isEmpty();
        server.close();
    }

    private static List<String> tried(RestServer server, Route route) {
        Hostile hostile = new Hostile(SEED + route.name().hashCode());
        String file = server.upload("note.png", "x").text("/file");
        String csv = server.upload("parcels.csv", "title,note\nBox,soft\nBag,\n").text("/file");
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            String id = server.parcel("Box " + i).substring("/documents/parcel/".length());
            String body = Sample.BODIES.get(route.name()).replace("ID", id).replace("FILE", file).replace("CSV", csv);
            String sent = i == 0 ? body : hostile.spoilt(body);
            Reply reply = server.send(route.method(), Sample.address(route, id), Optional.of(sent));
            if (!explained(reply)) {
                wrong.add(route.name() + " " + sent.substring(0, Math.min(sent.length(), 300)) + " -> " + reply.status() + " " + reply.response().body());
            }
        }
        return wrong;
    }

    static boolean explained(Reply reply) {
        if (reply.status() < 400) {
            return true;
        }
        return reply.status() < 500
                && reply.header("Content-Type").startsWith("application/problem+json")
                && !reply.text("/code").isBlank()
                && !reply.text("/detail").isBlank()
                && !reply.text("/detail").startsWith("rest.");
    }

    @Test
    void explainsWhateverStandsInAnAddress() {
        RestServer server = RestServer.separate(Engine.H2);
        Hostile hostile = new Hostile(SEED);
        List<String> wrong = new ArrayList<>();

        for (Route route : server.routes()) {
            for (int i = 0; i < 10; i++) {
                String address = route.parts().stream().map(part -> Route.place(part).map(_ -> encoded(hostile.text())).orElse(part)).reduce("", (a, b) -> a + "/" + b);
                Reply reply = server.send(route.method(), address, Optional.ofNullable(Sample.BODIES.get(route.name())).map(body -> body.replaceAll("ID|FILE|CSV", "1")));
                if (address.contains("{") || !(explained(reply) || reply.status() == 400)) {
                    wrong.add(route.method() + " " + ValueJson.shortened(address) + " -> " + reply.status() + " " + ValueJson.shortened(reply.response().body()));
                }
            }
        }

        assertThat(wrong).isEmpty();
        server.close();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void explainsWhateverIsAskedBehindTheQuestionMark(Engine engine) {
        RestServer server = RestServer.separate(engine);
        Hostile hostile = new Hostile(SEED);
        String id = server.parcel("Box").substring("/documents/parcel/".length());
        List<String> wrong = new ArrayList<>();

        for (Route route : server.routes()) {
            for (String parameter : route.says().parameters()) {
                for (int i = 0; i < 12 && route.method().equals("GET"); i++) {
                    String query = "?" + parameter + "=" + encoded(hostile.text());
                    Reply reply = server.get(Sample.address(route, id) + query);
                    if (!explained(reply)) {
                        wrong.add(route.name() + " " + ValueJson.shortened(query) + " -> " + reply.status() + " " + ValueJson.shortened(reply.response().body()));
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
        server.close();
    }

    private static String encoded(String text) {
        String plain = text.length() > 200 ? text.substring(0, 200) : text;
        String encoded = URLEncoder.encode(plain, StandardCharsets.UTF_8).replace("+", "%20");
        return encoded.isEmpty() ? "%20" : encoded;
    }

    @Test
    void keepsTrickyFileNamesInTheirFolder() {
        RestServer server = RestServer.on(Engine.H2);

        for (String name : List.of("../../etc/passwd", "..\\..\\boot.ini", "/etc/passwd", "a\u0000b.txt", "con", "nul.txt", ".htaccess", "\u202egnp.exe", "x".repeat(900), "a\r\nb", "\"; rm -rf /", "😀.png")) {
            Reply reply = server.send(server.request("/files?name=" + encoded(name)).header("Authorization", "Bearer " + server.administrator()).POST(java.net.http.HttpRequest.BodyPublishers.ofString("x")).build());

            assertThat(reply.status()).as(name).isIn(201, 400);
            if (reply.status() == 201) {
                assertThat(reply.text("/name")).as(name).doesNotContain("/").doesNotContain("\\").doesNotContain("\r").doesNotStartWith(".").isNotBlank();
                assertThat(server.get("/files/" + reply.text("/file") + "/content").header("Content-Disposition")).as(name).startsWith("attachment; filename*=UTF-8''").doesNotContain("/").doesNotContain("\n");
            }
        }
    }
}
