package org.kontor.core.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.labels.Label;
import org.kontor.api.modules.DroppedBundle;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

class DroppedBundlesTest {
    @TempDir
    private Path home;

    private final Notices notices = new Notices();
    private Workbench bench;
    private Path deploy;

    @BeforeEach
    void open() throws IOException {
        bench = new Workbench(home);
        deploy = Files.createDirectories(home.resolve("deploy"));
    }

    @AfterEach
    void close() {
        notices.close();
        bench.close();
    }

    @Test
    void saysThatAFileIsNoJar() throws IOException {
        old(Files.writeString(deploy.resolve("cut short.jar"), "PK"));

        assertThat(problem("modules.corrupt")).isTrue();
    }

    @Test
    void takesItsTimeBeforeItComplainsOfAFreshFile() throws IOException {
        Files.writeString(deploy.resolve("fresh.jar"), "PK");

        assertThat(problem("modules.looking")).isTrue();
    }

    @Test
    void namesThePackageThatIsMissing() throws Exception {
        install("acme.lonely", "Import-Package", "acme.missing;version=\"[1.0,2)\"");

        assertThat(settled().problem()).contains(Label.of("modules.unresolved", Label.of("modules.missing-package", "acme.missing 1.0.0–2.0.0")));
    }

    @Test
    void tellsWhyABundleFailedAtItsStart() throws Exception {
        install("acme.broken", "Bundle-Activator", "acme.NotThere");

        assertThat(settled().problem().orElseThrow()).asString().contains("acme.NotThere");
    }

    @Test
    void hasNothingAgainstABundleThatWorks() throws Exception {
        install("acme.fine").start();

        assertThat(dropped()).isEqualTo(new DroppedBundle("acme.fine.jar", "acme.fine", "1.0.0", true, java.util.Optional.empty()));
    }

    private DroppedBundle dropped() {
        return new DroppedBundles(bench.context(), deploy, Workbench.components(), notices).all().getFirst();
    }

    /// How it is after it was looked at.
    private DroppedBundle settled() throws Exception {
        DroppedBundles bundles = new DroppedBundles(bench.context(), deploy, Workbench.components(), notices);
        Semaphore changed = new Semaphore(0);
        try (AutoCloseable _ = notices.watch(changed::release)) {
            bundles.all();
            assertThat(changed.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
        }
        return bundles.all().getFirst();
    }

    private boolean problem(String key) {
        return dropped().problem().filter(label -> label instanceof Label.Keyed keyed && keyed.key().equals(key)).isPresent();
    }

    private Bundle install(String name, String... headers) throws BundleException, IOException {
        Path jar = deploy.resolve(name + ".jar");
        Workbench.jar(jar, name, headers);
        return bench.context().installBundle(jar.toUri().toString());
    }

    private static void old(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
    }
}
