package org.kontor.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.rest.RestServer.Reply;
import org.kontor.storage.Engine;

class BatchCallsTest {
    private final RestServer server = RestServer.on(Engine.H2);

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String edit(String ids) {
        return "{\"type\": \"parcel\", \"act\": \"edit\", \"ids\": [" + ids + "], \"fields\": {\"note\": \"together\"}}";
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void changesManyInTheBackgroundAndTakesItBack(Engine engine) {
        RestServer both = RestServer.on(engine);
        String one = both.parcel("One");
        String two = both.parcel("Two");

        Reply started = both.post("/batches", edit(id(one) + ", " + id(two)));
        Reply done = both.await("/batches/" + started.text("/id"), "/state", "done");
        String between = both.get(two).text("/fields/note");
        Reply undo = both.send("POST", "/batches/" + started.text("/id") + "/undo", Optional.empty());
        both.await("/batches/" + undo.text("/id"), "/state", "done");

        assertThat(started.status()).isEqualTo(202);
        assertThat(started.header("Location")).isEqualTo("/api/v1/batches/" + started.text("/id"));
        assertThat(done.json().at("/done").asInt()).isEqualTo(2);
        assertThat(between).isEqualTo("together");
        assertThat(both.get(two).json().at("/fields").has("note")).isFalse();
    }

    @Test
    void meansAllThatPassAFilter() {
        String mark = UUID.randomUUID().toString();
        String path = server.parcel(mark);

        Reply started = server.post("/batches", "{\"type\": \"parcel\", \"act\": \"delete\", \"filter\": \"title:eq:" + mark + "\"}");
        server.await("/batches/" + started.text("/id"), "/state", "done");

        assertThat(server.get(path).status()).isEqualTo(404);
    }

    @Test
    void reportsWhatWasLeftAndWhy() {
        String foreign = server.parcel("Ann’s");
        String[] bob = {"Authorization", "Bearer " + server.employee()};

        Reply started = server.post("/batches", edit(id(foreign)), bob);
        String batch = "/batches/" + started.text("/id");
        server.await(batch, "/state", "done");

        assertThat(server.get(batch + "/left", bob).text("/left/0/reasons/0/detail")).isNotBlank();
    }

    @Test
    void doesNotTakeNothingChosenForEverything() {
        assertThat(server.post("/batches", "{\"type\": \"parcel\", \"act\": \"delete\"}").status()).isEqualTo(422);
        assertThat(server.post("/batches", "{\"type\": \"parcel\", \"act\": \"delete\", \"ids\": []}").status()).isEqualTo(422);
        assertThat(server.post("/batches", "{\"type\": \"parcel\", \"act\": \"delete\", \"ids\": [1], \"filter\": \"title:filled\"}").status()).isEqualTo(422);
    }

    @Test
    void startsOnceForTheSameKey() {
        String key = UUID.randomUUID().toString();
        String body = edit(id(server.parcel("Once")));

        Reply first = server.post("/batches", body, "Idempotency-Key", key);
        Reply second = server.post("/batches", body, "Idempotency-Key", key);

        assertThat(second.status()).isEqualTo(202);
        assertThat(second.text("/id")).isEqualTo(first.text("/id"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void saysThatWhatIsOverCanNotBeHeld() {
        Reply started = server.post("/batches", edit(id(server.parcel("Over"))));
        server.await("/batches/" + started.text("/id"), "/state", "done");

        for (String way : new String[] {"pause", "resume", "cancel"}) {
            assertThat(server.send("POST", "/batches/" + started.text("/id") + "/" + way, Optional.empty()).text("/code")).isEqualTo("not-steerable");
        }
    }

    @Test
    void showsNobodyTheBatchesOfOthers() {
        Reply started = server.post("/batches", edit(id(server.parcel("Mine"))));

        assertThat(server.get("/batches/" + started.text("/id"), "Authorization", "Bearer " + server.employee()).status()).isEqualTo(404);
    }
}
