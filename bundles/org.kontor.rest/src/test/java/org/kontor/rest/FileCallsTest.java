package org.kontor.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.rest.RestServer.Reply;
import org.kontor.storage.Engine;

class FileCallsTest {
    private final RestServer server = RestServer.on(Engine.H2);

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void putsAnUploadedFileIntoAFieldAndGivesItBack(Engine engine) {
        RestServer both = RestServer.on(engine);
        String file = both.upload("отчёт.txt", "Привет").text("/file");

        String path = "/documents/" + both.post("/documents/parcel", "{\"fields\": {\"title\": \"t\", \"photo\": {\"file\": " + file + "}, \"papers\": [{\"file\": " + file + "}]}}").text("/ref");
        Reply content = both.get(path + "/files/" + file);

        assertThat(both.get(path).text("/fields/papers/0/name")).isEqualTo("отчёт.txt");
        assertThat(content.response().body()).isEqualTo("Привет");
        assertThat(content.header("Content-Disposition")).isEqualTo("attachment; filename*=UTF-8''%D0%BE%D1%82%D1%87%D1%91%D1%82.txt");
        assertThat(content.header("Content-Length")).isEqualTo(Integer.toString("Привет".getBytes(StandardCharsets.UTF_8).length));
    }

    @Test
    void takesBackWhatItAnswered() {
        String file = server.upload("a.txt", "a").text("/file");
        String path = "/documents/" + server.post("/documents/parcel", "{\"fields\": {\"title\": \"t\", \"photo\": {\"file\": " + file + "}}}").text("/ref");

        Reply again = server.patch(path, "{\"fields\": {\"photo\": " + server.get(path).json().at("/fields/photo") + "}}");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void showsASmallPicture() throws IOException {
        String file = server.upload("p.png", picture(), "image/png").text("/file");
        String path = "/documents/" + server.post("/documents/parcel", "{\"fields\": {\"title\": \"t\", \"photo\": {\"file\": " + file + "}}}").text("/ref");

        assertThat(server.get(path + "/files/" + file + "/preview?side=16").header("Content-Type")).isEqualTo("image/png");
        assertThat(server.get(path + "/files/" + file + "/preview?side=5").status()).isEqualTo(400);
    }

    @Test
    void keepsFormerVersions() {
        String first = server.upload("1.txt", "1").text("/file");
        String second = server.upload("2.txt", "2").text("/file");
        String path = "/documents/" + server.post("/documents/parcel", "{\"fields\": {\"title\": \"t\", \"photo\": {\"file\": " + first + "}}}").text("/ref");
        server.patch(path, "{\"fields\": {\"photo\": {\"file\": " + second + "}}}");

        Reply versions = server.get(path + "/versions/photo");

        assertThat(versions.json().at("/versions").findValuesAsString("name")).containsExactly("2.txt", "1.txt");
        assertThat(server.get(path + "/files/" + first).response().body()).isEqualTo("1");
        assertThat(server.get(path + "/versions/title").text("/code")).isEqualTo("no-file-field");
    }

    @Test
    void hidesAnUploadFromOthersUntilItIsInADocumentTheyMayRead() {
        String[] bob = {"Authorization", "Bearer " + server.employee()};
        String file = server.upload("secret.txt", "s").text("/file");

        assertThat(server.get("/files/" + file + "/content", bob).status()).isEqualTo(404);
        assertThat(server.post("/documents/parcel", "{\"fields\": {\"title\": \"t\", \"photo\": {\"file\": " + file + "}}}", bob).text("/errors/0/code")).isEqualTo("rest.unknown-file");

        String path = "/documents/" + server.post("/documents/parcel", "{\"fields\": {\"title\": \"t\", \"photo\": {\"file\": " + file + "}}}").text("/ref");

        assertThat(server.get(path + "/files/" + file, bob).response().body()).isEqualTo("s");
    }

    @Test
    void keepsAnUploadOnceForTheSameKeyAndContent() {
        String key = UUID.randomUUID().toString();

        Reply first = server.upload("a.txt", new byte[] {1}, "text/plain", "Idempotency-Key", key);
        Reply second = server.upload("a.txt", new byte[] {1}, "text/plain", "Idempotency-Key", key);

        assertThat(second.text("/file")).isEqualTo(first.text("/file"));
        assertThat(server.upload("a.txt", new byte[] {2}, "text/plain", "Idempotency-Key", key).text("/code")).isEqualTo("key-used");
    }
}
