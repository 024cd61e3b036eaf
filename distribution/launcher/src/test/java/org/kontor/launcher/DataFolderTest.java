package org.kontor.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path folder;

    @Test
    void makesThePlaceForDroppedBundles() throws IOException {
        try (DataFolder _ = DataFolder.lock(folder.resolve("new"))) {
            assertThat(folder.resolve("new/deploy")).isDirectory();
        }
    }

    @Test
    void letsNoSecondPortalIn() throws IOException {
        try (DataFolder _ = DataFolder.lock(folder)) {
            assertThatThrownBy(() -> DataFolder.lock(folder)).isInstanceOf(Refused.class).hasMessageContaining("another Kontor is running").hasMessageContaining("--data");
        }
    }

    @Test
    void letsThePortalInAgainAfterItStopped() throws IOException {
        DataFolder.lock(folder).close();

        try (DataFolder again = DataFolder.lock(folder)) {
            assertThat(again.lock().isValid()).isTrue();
        }
    }

    @Test
    void saysWhyAFolderCanNotBeUsed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> DataFolder.lock(file)).isInstanceOf(Refused.class).hasMessageContaining(file.toString()).hasMessageContaining("--data");
    }
}
