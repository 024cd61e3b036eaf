package org.kontor.core.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.service.feature.Feature;

class SwitchTest {
    @TempDir
    private Path home;

    private Workbench bench;

    @BeforeEach
    void open() {
        bench = new Workbench(home);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void startsAllBundlesOfAFeature() {
        bench.jar("one");
        bench.jar("two");
        Feature feature = bench.feature("both", "one", "two");

        bench.bundles().on(feature);

        assertThat(bench.bundles().bundles(feature)).extracting(Bundle::getState).containsExactly(Bundle.ACTIVE, Bundle.ACTIVE);
    }

    @Test
    void takesAllBackWhenOneDoesNotResolve() {
        bench.jar("good");
        bench.jar("lonely", "Import-Package", "acme.missing");
        Feature feature = bench.feature("half", "good", "lonely");

        assertThatThrownBy(() -> bench.bundles().on(feature)).isInstanceOf(IllegalStateException.class).hasMessageContaining("acme.missing");
        assertThat(bench.context().getBundles()).extracting(Bundle::getBundleId).containsExactly(0L);
    }

    @Test
    void takesAllBackWhenOneFailsAtItsStart() {
        bench.jar("good");
        bench.jar("broken", "Bundle-Activator", "acme.NotThere");
        Feature feature = bench.feature("half", "good", "broken");

        assertThatThrownBy(() -> bench.bundles().on(feature)).isInstanceOf(IllegalStateException.class).hasMessageContaining("acme.NotThere");
        assertThat(bench.context().getBundles()).hasSize(1);
    }

    @Test
    void namesTheJarThatIsNotThere() {
        Feature feature = bench.feature("gone", "nowhere");

        assertThatThrownBy(() -> bench.bundles().on(feature)).hasMessageContaining("nowhere-1.0.0.jar").hasMessageContaining("modules");
    }

    @Test
    void takesAFeatureOutAndIn() {
        bench.jar("one");
        Feature feature = bench.feature("single", "one");

        bench.bundles().on(feature);
        bench.bundles().off(feature);
        assertThat(bench.context().getBundles()).hasSize(1);
        bench.bundles().on(feature);

        assertThat(Arrays.stream(bench.context().getBundles()).map(Bundle::getSymbolicName)).contains("one");
    }

    @Test
    void seesFromTheWiringWhichModuleIsNeeded() {
        bench.jar("giver", "Export-Package", "acme.gift");
        bench.jar("taker", "Import-Package", "acme.gift");
        Feature giver = bench.feature("giver", "giver");
        Feature taker = bench.feature("taker", "taker");
        bench.bundles().on(giver);
        bench.bundles().on(taker);

        assertThat(new Requirements(Map.of("giver", giver, "taker", taker), bench.bundles()).of("taker")).containsExactly("giver");
    }
}
