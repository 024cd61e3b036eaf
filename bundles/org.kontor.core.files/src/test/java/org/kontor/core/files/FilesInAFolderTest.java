package org.kontor.core.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.files.FileRef;
import org.kontor.api.files.Files;
import org.kontor.api.people.Actor;
import org.kontor.storage.Engine;
import org.kontor.testkit.FixedPeople;
import org.kontor.testkit.OpenRights;
import org.kontor.testkit.TestDatabase;

@ParameterizedClass
@EnumSource(Engine.class)
class FilesInAFolderTest {
    private final TestDatabase database;
    private final HashedFiles files;

    FilesInAFolderTest(Engine engine) {
        database = TestDatabase.open(engine);
        files = new HashedFiles(database.folder(), 100, database.database(), new OpenRights(new FixedPeople()));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void givesBackWhatItKept() throws IOException {
        FileRef file = store("a.txt", "hello");

        assertThat(files.open(file)).hasContent("hello");
        assertThat(file).isEqualTo(new FileRef(file.id(), "a.txt", "text/plain", 5));
    }

    @Test
    void keepsTheSameContentOnce() throws IOException {
        FileRef one = store("a.txt", "hello");
        FileRef other = store("b.txt", "hello");

        assertThat(one.id()).isNotEqualTo(other.id());
        assertThat(contents()).hasSize(1);
        assertThat(files.open(one)).hasContent("hello");
    }

    @Test
    void keepsNothingOfWhatIsTooLong() throws IOException {
        assertThatThrownBy(() -> store("a.txt", "x".repeat(101))).isInstanceOf(Files.TooLarge.class).hasMessage("file 'a.txt' is longer than 100 bytes: split it");
        assertThat(contents()).isEmpty();

        assertThat(files.open(store("a.txt", "x".repeat(100)))).hasContent("x".repeat(100));
    }

    @Test
    void showsAFileToItsOwnerAdministratorsAndRobotsOnly() throws IOException {
        FileRef file = store("a.txt", "hello");

        assertThat(files.find(file.id(), FixedPeople.ANNA)).contains(file);
        assertThat(files.find(file.id(), FixedPeople.ADMIN)).contains(file);
        assertThat(files.find(file.id(), new Actor.Robot("test"))).contains(file);
        assertThat(files.find(file.id(), FixedPeople.IVAN)).isEmpty();
    }

    @Test
    void takesNoPathFromAName() throws IOException {
        assertThat(List.of(store("../../etc/passwd", "x").name(), store("C:\\Users\\ann\\list.csv", "x").name(), store(" \n/", "x").name())).containsExactly("passwd", "list.csv", "file");
    }

    @Test
    void saysWhenContentIsGone() throws IOException {
        FileRef file = store("a.txt", "hello");
        java.nio.file.Files.delete(contents().getFirst());

        assertThatThrownBy(() -> files.open(file)).isInstanceOf(FileNotFoundException.class).hasMessageContaining("restore it from a backup");
    }

    private FileRef store(String name, String content) throws IOException {
        return files.store(name, "text/plain", new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), FixedPeople.ANNA);
    }

    private List<Path> contents() throws IOException {
        try (Stream<Path> all = java.nio.file.Files.walk(database.folder().resolve("files"))) {
            return all.filter(java.nio.file.Files::isRegularFile).toList();
        }
    }
}
