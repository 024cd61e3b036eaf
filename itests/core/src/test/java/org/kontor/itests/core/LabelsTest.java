package org.kontor.itests.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.labels.Label;
import org.kontor.core.labels.BundleLabels;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/// Texts of bundles that come and go.
class LabelsTest {
    private static final Locale RUSSIAN = Locale.of("ru");

    @TempDir
    private Path folder;

    private Framework framework;
    private BundleLabels labels;

    @BeforeEach
    void start() throws Exception {
        framework = new FrameworkFactory().newFramework(Map.of(Constants.FRAMEWORK_STORAGE, folder.toString(), "felix.log.level", "0"));
        framework.start();
        labels = new BundleLabels(framework.getBundleContext());
    }

    @AfterEach
    void stop() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
    }

    @Test
    void areShownInTheLanguageAskedFor() throws Exception {
        bundle("a", Map.of("", "greet = Hello {0}", "_ru", "greet = Привет, {0}", "_it", "greet = Ciao {0}"));

        assertThat(labels.text(Label.of("greet", "Ann"), RUSSIAN)).isEqualTo("Привет, Ann");
        assertThat(labels.text(Label.of("greet", "Ann"), Locale.ITALY)).isEqualTo("Ciao Ann");
        assertThat(labels.languages()).isEqualTo(List.of(Locale.ENGLISH, RUSSIAN, Locale.ITALIAN));
    }

    @Test
    void fallBackToEnglishThenToTheKey() throws Exception {
        bundle("a", Map.of("", "greet = Hello"));

        assertThat(labels.text(Label.of("greet"), RUSSIAN)).isEqualTo("Hello");
        assertThat(labels.text(Label.of("greet"), Locale.FRENCH)).isEqualTo("Hello");
        assertThat(labels.text(Label.of("nothing.here"), Locale.ENGLISH)).isEqualTo("nothing.here");
    }

    @Test
    void goWithTheirBundle() throws Exception {
        Bundle bundle = bundle("a", Map.of("", "greet = Hello"));
        assertThat(labels.has("greet")).isTrue();

        bundle.stop();
        assertThat(labels.has("greet")).isFalse();
        bundle.start();

        assertThat(labels.has("greet")).isTrue();
    }

    @Test
    void showNumbersAsGivenAndChooseByThem() throws Exception {
        bundle("a", Map.of("", "year = Report {0}\nleads = {0,choice,0#no leads|1#one lead|1<{0} leads}\nquote = don't {0}"));

        assertThat(labels.text(Label.of("year", 2026), Locale.ENGLISH)).isEqualTo("Report 2026");
        assertThat(labels.text(Label.of("leads", 1), Locale.ENGLISH)).isEqualTo("one lead");
        assertThat(labels.text(Label.of("leads", 7), Locale.ENGLISH)).isEqualTo("7 leads");
        assertThat(labels.text(Label.of("quote", "stop"), Locale.ENGLISH)).isEqualTo("don't stop");
    }

    @Test
    void showABrokenPatternAsItIs() throws Exception {
        bundle("a", Map.of("", "broken = {0,nonsense,x"));

        assertThat(labels.text(Label.of("broken", 1), Locale.ENGLISH)).isEqualTo("{0,nonsense,x");
    }

    private Bundle bundle(String name, Map<String, String> files) throws Exception {
        Bundle bundle = framework.getBundleContext().installBundle("test:" + name, new ByteArrayInputStream(jar(name, files)));
        bundle.start();
        return bundle;
    }

    private static byte[] jar(String name, Map<String, String> files) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", name);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                jar.putNextEntry(new JarEntry("i18n/" + name + file.getKey() + ".properties"));
                jar.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
