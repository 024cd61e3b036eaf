package org.kontor.core.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.files.FileRef;
import org.kontor.storage.Engine;
import org.kontor.testkit.FixedPeople;
import org.kontor.testkit.OpenRights;
import org.kontor.testkit.TestDatabase;

class HashedFilesTest {

    private static HashedFiles files(TestDatabase database, Optional<ContentStore> store, long perFile, long total) {
        return new HashedFiles(database.folder().resolve("files"), store, database.database(), new OpenRights(new FixedPeople()), new ConfiguredLimits(perFile, total));
    }

    private static FileRef store(HashedFiles files, String name, String content) throws IOException {
        return files.store(name, "text/plain", new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), FixedPeople.ANNA);
    }

    private static long kept(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).count();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void keepsTheSameContentOnce(Engine engine) throws IOException {
        try (TestDatabase database = TestDatabase.open(engine)) {
            HashedFiles files = files(database, Optional.empty(), 100, Long.MAX_VALUE);

            FileRef first = store(files, "a.txt", "hello");
            FileRef second = store(files, "b.txt", "hello");

            assertThat(first.id()).isNotEqualTo(second.id());
            assertThat(files.open(second)).hasContent("hello");
            assertThat(kept(database.folder().resolve("files"))).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void asksTheLimitsForOneAndForAll(Engine engine) throws IOException {
        try (TestDatabase database = TestDatabase.open(engine)) {
            HashedFiles files = files(database, Optional.empty(), 10, 12);
            store(files, "a.txt", "12345678");

            assertThatThrownBy(() -> store(files, "b.txt", "123456789012")).isInstanceOf(org.kontor.api.files.Files.TooLarge.class);
            assertThatThrownBy(() -> store(files, "b.txt", "12345")).isInstanceOf(org.kontor.api.files.Files.TooLarge.class);
            assertThat(store(files, "b.txt", "1234").size()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void takesPathsOutOfNames(Engine engine) throws IOException {
        try (TestDatabase database = TestDatabase.open(engine)) {
            HashedFiles files = files(database, Optional.empty(), 100, Long.MAX_VALUE);

            assertThat(store(files, "../../etc/passwd", "x").name()).isEqualTo("passwd");
            assertThat(store(files, "C:\\temp\\..", "x").name()).isEqualTo("file");
            assertThat(store(files, "a\u202Efdp.exe\0:\r\n", "x").name()).isEqualTo("afdp.exe");
            assertThat(store(files, "NUL.txt", "x").name()).isEqualTo("_NUL.txt");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void keepsContentInABucket(Engine engine) throws IOException {
        S3Signature signature = new S3Signature("eu-south-1", "AKID", "secret");
        try (TestDatabase database = TestDatabase.open(engine); BucketServer server = new BucketServer(signature)) {
            HashedFiles files = files(database, Optional.of(new S3Content(server.endpoint(), "kontor", signature, Clock.systemUTC())), 1_000, Long.MAX_VALUE);

            FileRef file = store(files, "a.txt", "hello");
            store(files, "b.txt", "hello");

            assertThat(files.open(file)).hasContent("hello");
            assertThat(server.puts()).isEqualTo(1);
            assertThat(kept(database.folder().resolve("files"))).isZero();
            server.forget();
            assertThatThrownBy(() -> files.open(file)).isInstanceOf(FileNotFoundException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void saysWhenTheBucketRefuses(Engine engine) throws IOException {
        S3Signature wrong = new S3Signature("eu-south-1", "AKID", "other");
        try (TestDatabase database = TestDatabase.open(engine); BucketServer server = new BucketServer(new S3Signature("eu-south-1", "AKID", "secret"))) {
            HashedFiles files = files(database, Optional.of(new S3Content(server.endpoint(), "kontor", wrong, Clock.systemUTC())), 1_000, Long.MAX_VALUE);

            assertThatThrownBy(() -> store(files, "a.txt", "hello")).isInstanceOf(IOException.class).hasMessageContaining("answered 403");
        }
    }
}
