package org.kontor.itests.walks;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kontor.itests.harness.Chromium;
import org.kontor.itests.harness.Leads;
import org.kontor.itests.harness.Parcels;
import org.kontor.itests.harness.Portal;
import org.kontor.itests.harness.Rest;
import org.kontor.itests.harness.ServerClasses;
import org.kontor.itests.harness.Tab;
import org.kontor.itests.harness.Waiting;
import org.kontor.itests.harness.Walk;

/// A bundle that left is forgotten. `-Dkontor.rounds=N` says how often it comes and goes, 50 times unless given.
@Walk
final class LeakIT {
    private static final int ROUNDS = Integer.getInteger("kontor.rounds", 50);

    private final Chromium chromium;
    private final Path jar = Parcels.jar();

    LeakIT(Chromium chromium) {
        this.chromium = chromium;
    }

    @Test
    void leavesNoClassLoaderBehind() {
        try (Portal portal = Portal.start(); Tab tab = chromium.signedIn(portal)) {
            Rest rest = new Rest(portal, tab.tokens().issue("walk"));
            tab.card(rest.create("lead", Leads.lead("Open all the time")));
            round(portal, tab);
            long before = ServerClasses.bundleLoaders(portal);

            for (int i = 0; i < ROUNDS; i++) {
                round(portal, tab);
            }

            Waiting.until("no class loader of %d deployments to be left, %d were there before".formatted(ROUNDS, before), Duration.ofSeconds(30),
                    () -> ServerClasses.bundleLoaders(portal) <= before);
        }
    }

    private void round(Portal portal, Tab tab) {
        portal.deploy(jar);
        tab.await("tab-150").click();
        portal.undeploy(jar);
        tab.awaitGone("tab-150");
        tab.awaitGone("menu-acme/parcels");
    }
}
