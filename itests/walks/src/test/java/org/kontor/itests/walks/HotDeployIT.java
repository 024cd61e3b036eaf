package org.kontor.itests.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kontor.itests.harness.Chromium;
import org.kontor.itests.harness.Leads;
import org.kontor.itests.harness.Portal;
import org.kontor.itests.harness.Rest;
import org.kontor.itests.harness.ServerClasses;
import org.kontor.itests.harness.Tab;
import org.kontor.itests.harness.Waiting;
import org.kontor.itests.harness.Walk;
import org.kontor.itests.harness.pages.RobotsPage;

/// Step 5 of first light: a partner's bundle comes, goes and comes back while people work.
@Walk
final class HotDeployIT {
    private static final Duration AT_ONCE = Duration.ofSeconds(3);
    private static final int CYCLES = Integer.getInteger("kontor.cycles", 50);

    private final Chromium chromium;
    private final Path jar = Parcels.jar();

    HotDeployIT(Chromium chromium) {
        this.chromium = chromium;
    }

    @Test
    void bringsABundleIntoOpenBrowsersAndTakesItAwayAgain() {
        try (Portal portal = Portal.start(); Tab card = chromium.signedIn(portal); Tab menu = chromium.signedIn(portal)) {
            Rest rest = new Rest(portal, menu.tokens().issue("walk"));
            String lead = rest.create("lead", Leads.lead("Waits for a parcel"));
            card.card(lead);
            card.page().evaluate("window.notReloaded = true");

            Duration came = seen(portal, card, menu);
            assertThat(came).isLessThan(AT_ONCE);
            card.await("tab-150").click();
            packsAParcel(portal, rest, lead, card);

            tracksAndPauses(portal, rest, menu, card);
            assertThat(card.page().evaluate("window.notReloaded")).isEqualTo(true);
        }
    }

    /// Drops the bundle and waits until menu and card show it.
    private Duration seen(Portal portal, Tab card, Tab menu) {
        long begin = System.nanoTime();
        portal.deploy(jar);
        menu.await("menu-acme/parcels");
        card.await("tab-150");
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void packsAParcel(Portal portal, Rest rest, String lead, Tab card) {
        try (Tab tab = chromium.signedIn(portal)) {
            RobotsPage page = tab.robots("lead");
            page.begin("contacted", "acme.create-parcel");
            page.input("recipient", "{{contactName}}");
            page.save();
            page.begin("contacted", "acme.track-parcel");
            page.input("every", "1s");
            page.save();
        }
        card.await("tab-150").click();
        rest.change(lead, "{\"stage\":\"contacted\"}");
        card.page().locator("[data-test^=\"parcel-\"]").first().waitFor();
        assertThat(rest.count("acme.parcel", "recipient:eq:Anna Conti")).isEqualTo(1);
        assertThat(card.page().locator("acme-parcel-route").first().isVisible()).as("the bundle's own web component").isTrue();
        card.await("tab-robots").click();
    }

    private void tracksAndPauses(Portal portal, Rest rest, Tab menu, Tab card) {
        String parcel = rest.all("acme.parcel").getFirst().path("ref").asString();
        portal.undeploy(jar);
        card.awaitGone("tab-150");
        menu.awaitGone("menu-acme/parcels");
        Waiting.until("word that the activity is away", Duration.ofSeconds(10), () -> card.page().locator("[data-test=card] [data-progress=ACTIVITY_AWAY]").count() == 1);

        portal.deploy(jar);
        card.await("tab-150");
        menu.await("menu-acme/parcels");
        rest.change(parcel, "{\"stage\":\"delivered\"}");
        Waiting.until("the waiting step to go on", Duration.ofSeconds(20), () -> card.page().locator("[data-test=card] [data-test^=\"robot-\"][data-progress=DONE]").count() == 2);
    }

    @Test
    void leavesNoClassLoaderBehind() {
        try (Portal portal = Portal.start(); Tab tab = chromium.signedIn(portal)) {
            Rest rest = new Rest(portal, tab.tokens().issue("walk"));
            tab.card(rest.create("lead", Leads.lead("Open all the time")));
            cycle(portal, tab);
            long before = ServerClasses.bundleLoaders(portal);

            for (int i = 0; i < CYCLES; i++) {
                cycle(portal, tab);
            }

            Waiting.until("no class loader of %d deployments to be left, %d were there before".formatted(CYCLES, before), Duration.ofSeconds(30),
                    () -> ServerClasses.bundleLoaders(portal) <= before);
        }
    }

    private void cycle(Portal portal, Tab tab) {
        portal.deploy(jar);
        tab.await("tab-150").click();
        portal.undeploy(jar);
        tab.awaitGone("tab-150");
        tab.awaitGone("menu-acme/parcels");
    }
}
