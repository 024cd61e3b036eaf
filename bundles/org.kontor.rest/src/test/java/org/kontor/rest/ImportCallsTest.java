package org.kontor.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.rest.RestServer.Reply;
import org.kontor.storage.Engine;

class ImportCallsTest {
    private final RestServer server = RestServer.on(Engine.H2);
    private final String mark = UUID.randomUUID().toString();

    @ParameterizedTest
    @EnumSource(Engine.class)
    void guessesTriesOutImportsAndTakesBack(Engine engine) {
        RestServer both = RestServer.on(engine);
        String file = both.upload("parcels.csv", "Title;Weight\n" + mark + " a;1,5\n" + mark + " b;heavy\n" + mark + " c;2\n").text("/file");
        String plan = "{\"type\": \"parcel\", \"file\": " + file + ", \"columns\": [\"title\", \"weight\"]}";

        Reply look = both.post("/imports/look", plan);
        Reply dryRun = both.post("/imports/dry-run", plan);
        Reply started = both.post("/imports", plan);
        String path = "/imports/" + started.text("/id");
        Reply done = both.await(path, "/state", "done");

        assertThat(look.text("/plan/delimiter")).isEqualTo(";");
        assertThat(look.text("/heads/1")).isEqualTo("Weight");
        assertThat(dryRun.json().at("/good").asInt()).isEqualTo(2);
        assertThat(dryRun.json().at("/bad/0/line").asInt()).isEqualTo(3);
        assertThat(started.status()).isEqualTo(202);
        assertThat(done.json().at("/created").asInt()).isEqualTo(2);
        assertThat(both.get(path + "/errors").response().body()).contains("heavy");

        Reply undo = both.send("POST", path + "/undo", Optional.empty());
        both.await("/batches/" + undo.text("/id"), "/state", "done");

        assertThat(both.get("/documents/parcel?filter=title:starts:" + mark).json().at("/documents")).isEmpty();
    }

    @Test
    void changesWhatIsThereByAKey() {
        server.post("/documents/parcel", "{\"fields\": {\"title\": \"" + mark + "\", \"email\": \"" + mark + "@example.org\"}}");
        String file = server.upload("parcels.csv", "Mail,Note\n" + mark + "@example.org,updated\n").text("/file");

        Reply started = server.post("/imports", "{\"type\": \"parcel\", \"file\": " + file + ", \"columns\": [\"email\", \"note\"], \"mode\": \"update\", \"match\": \"email\"}");
        Reply done = server.await("/imports/" + started.text("/id"), "/state", "done");

        assertThat(done.json().at("/updated").asInt()).as(done.response().body()).isEqualTo(1);
        assertThat(server.get("/documents/parcel?filter=title:eq:" + mark).text("/documents/0/fields/note")).isEqualTo("updated");
    }

    @Test
    void namesWhatDoesNotFitInAPlan() {
        String file = server.upload("a.csv", "Title\nx\n").text("/file");

        assertThat(server.post("/imports", "{\"type\": \"parcel\", \"file\": " + file + ", \"columns\": [\"colour\"]}").text("/errors/0/pointer")).isEqualTo("#/columns");
        assertThat(server.post("/imports", "{\"type\": \"parcel\", \"file\": " + file + ", \"charset\": \"klingon\"}").text("/errors/0/pointer")).isEqualTo("#/charset");
        assertThat(server.post("/imports", "{\"type\": \"parcel\", \"file\": 999999}").text("/errors/0/pointer")).isEqualTo("#/file");
    }

    @Test
    void showsNobodyTheImportsOfOthers() {
        String file = server.upload("a.csv", "Title\nx\n").text("/file");
        Reply started = server.post("/imports", "{\"type\": \"parcel\", \"file\": " + file + "}");

        assertThat(server.get("/imports/" + started.text("/id"), "Authorization", "Bearer " + server.employee()).status()).isEqualTo(404);
    }

    @Test
    void writesWhatIsAskedForAsAFile() {
        server.parcel(mark + " =1+1");

        Reply csv = server.get("/exports/parcel?columns=title&filter=title:starts:" + mark);

        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).startsWith("attachment");
        assertThat(csv.response().body()).contains(mark);
        assertThat(server.get("/exports/parcel?format=xlsx&filter=title:starts:" + mark).response().body()).startsWith("PK");
        assertThat(server.get("/exports/parcel?format=vcard&filter=title:starts:" + mark).response().body()).contains("BEGIN:VCARD");
        assertThat(server.get("/exports/parcel?format=json-lines&form=machine&filter=title:starts:" + mark).response().body()).contains(mark);
        assertThat(server.get("/exports/parcel?format=pdf").text("/code")).isEqualTo("bad-choice");
    }
}
