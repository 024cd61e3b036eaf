package org.kontor.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path home;

    @BeforeEach
    void configure() throws IOException {
        Files.writeString(Files.createDirectories(home.resolve("conf")).resolve("framework.properties"), "felix.fileinstall.dir = ${kontor.data}/deploy\nfelix.log.level = 1\n");
        System.setProperty("kontor.home", home.toString());
        System.setProperty("kontor.data", home.resolve("data").toString());
    }

    @AfterEach
    void forget() {
        System.getProperties().keySet().removeIf(key -> key.toString().matches("(kontor|felix)\\..*"));
    }

    @Test
    void putsTheDataFolderIntoTheConfiguration() throws IOException {
        assertThat(Settings.read().framework()).containsEntry("felix.fileinstall.dir", home + "/data/deploy");
    }

    @Test
    void prefersWhatTheCommandLineSays() throws IOException {
        System.setProperty("felix.log.level", "4");

        assertThat(Settings.read().framework()).containsEntry("felix.log.level", "4");
    }

    @Test
    void answersAtTheAddressItIsBoundTo() throws IOException {
        System.setProperty("kontor.bind", "127.0.0.1");
        System.setProperty("kontor.port", "8123");

        assertThat(Settings.read().page()).hasToString("http://127.0.0.1:8123");
    }

    @Test
    void namesTheBoundsOfPorts() {
        System.setProperty("kontor.port", "70000");

        assertThatThrownBy(Settings::read).isInstanceOf(Refused.class).hasMessage("--port must be a number from 1 to 65535, not '70000'");
    }

    @Test
    void saysThatAPortIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            System.setProperty("kontor.port", Integer.toString(other.getLocalPort()));

            assertThatThrownBy(() -> Settings.read().checkPort()).isInstanceOf(Refused.class).hasMessageContaining("is taken").hasMessageContaining("--port");
        }
    }

    @Test
    void saysThatAnAddressIsNotOfThisMachine() {
        System.setProperty("kontor.bind", "192.0.2.1");

        assertThatThrownBy(() -> Settings.read().checkPort()).isInstanceOf(Refused.class).hasMessageContaining("192.0.2.1").hasMessageContaining("--bind");
    }
}
