package org.kontor.core.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureFilesTest {
    @TempDir
    private Path home;

    @Test
    void readsFeaturesByModuleId() {
        try (Workbench bench = new Workbench(home)) {
            bench.feature("leads", "org.acme.leads");

            assertThat(bench.files().read()).containsOnlyKeys("leads");
        }
    }

    @Test
    void passesOverAFileThatIsBroken() {
        try (Workbench bench = new Workbench(home)) {
            bench.feature("leads", "org.acme.leads");
            bench.write("features/broken.json", "{\"id\": ");

            assertThat(bench.files().read()).containsOnlyKeys("leads");
        }
    }
}
