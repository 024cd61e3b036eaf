package org.kontor.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.osgi.framework.Bundle;

/// Life and death of the bundles of the distribution.
class BundleLifeIT {
    private static StartedPortal portal;

    @BeforeAll
    static void start() throws Exception {
        portal = new StartedPortal(Path.of("../../distribution/server/target/kontor").toAbsolutePath().normalize());
    }

    @AfterAll
    static void stop() throws Exception {
        portal.close();
    }

    @Test
    void everyBundleStarts() {
        assertThat(portal.bundles()).hasSizeGreaterThan(30);
        assertThat(portal.notActive()).isEmpty();
    }

    @Test
    void everyModuleBringsItsBundles() {
        assertThat(portal.ours()).extracting(Bundle::getSymbolicName)
                .contains("org.kontor.api", "org.kontor.ui.shell", "org.kontor.leads", "org.kontor.tasks", "org.kontor.notifications");
    }

    @Test
    void noComponentWaits() {
        assertThat(portal.unsatisfied()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everyBundleOfOursStopsAndStartsAgain() {
        return portal.ours().stream().map(bundle -> dynamicTest(bundle.getSymbolicName(), () -> stopAndStart(bundle)));
    }

    private static void stopAndStart(Bundle bundle) throws Exception {
        bundle.stop(Bundle.STOP_TRANSIENT);
        assertThat(bundle.getState()).isEqualTo(Bundle.RESOLVED);

        bundle.start(Bundle.START_TRANSIENT);

        assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(portal.notActive()).isEqualTo(List.of());
        assertThat(portal.unsatisfied()).isEmpty();
        assertThat(portal.answers()).isTrue();
    }
}
