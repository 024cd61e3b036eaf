package org.kontor.itests.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.itests.harness.Chromium;
import org.kontor.itests.harness.Leads;
import org.kontor.itests.harness.Portal;
import org.kontor.itests.harness.Rest;
import org.kontor.itests.harness.Tab;
import org.kontor.itests.harness.Waiting;
import org.kontor.itests.harness.Walk;
import org.kontor.itests.harness.pages.Bell;
import org.kontor.itests.harness.pages.CardView;
import org.kontor.itests.harness.pages.RobotsPage;

/// Step 4 of first light: the two robots of the stage "New".
@Walk
final class RobotsIT {
    private final Portal portal;
    private final Chromium chromium;
    private final Rest rest;

    RobotsIT(Portal portal, Chromium chromium, Rest rest) {
        this.portal = portal;
        this.chromium = chromium;
        this.rest = rest;
    }

    @Test
    void makesATaskAtOnceAndTellsTheBossAfterAMinute() {
        String ref = rest.create("lead", Leads.lead("Nobody calls"));
        CardView card = chromium.signedIn(portal).card(ref).openRobots();
        Bell bell = new Bell(card.tab());

        card.awaitRobot("call", "DONE", 10_000);
        card.awaitRobot("tell-boss", "WAITING", 10_000);
        long unread = bell.unread();
        assertThat(tasksOf(ref)).isEqualTo(1);

        card.awaitRobot("tell-boss", "DONE", 90_000);
        Waiting.until("the bell to count one more, by itself", Duration.ofSeconds(10), () -> bell.unread() > unread);
        bell.open();
        card.tab().marked("notification").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Nobody calls")).first().waitFor();
        assertThat(tasksOf(ref)).isEqualTo(1);
    }

    @Test
    void doesNotTellTheBossOfALeadThatWasCalled() {
        String ref = rest.create("lead", Leads.lead("Called in time"));
        Waiting.until("the task", Duration.ofSeconds(10), () -> tasksOf(ref) == 1);

        rest.change(ref, "{\"stage\":\"contacted\"}");

        CardView card = chromium.signedIn(portal).card(ref).openRobots();
        card.awaitRobot("tell-boss", "CANCELLED", 10_000);
        assertThat(rest.steps(ref)).containsEntry("call", "done").containsEntry("tell-boss", "cancelled");
    }

    @Test
    void worksForEveryLeadHoweverItCame() {
        Tab tab = chromium.signedIn(portal);
        tab.list("lead");
        tab.await("new-document").click();
        tab.fill("input-title", "Came by hand");
        tab.await("create").click();
        String byRest = rest.create("lead", Leads.lead("Came by REST"));
        Waiting.until("the lead made by hand", Duration.ofSeconds(10), () -> rest.count("lead", "title:eq:Came by hand") == 1);
        String byHand = rest.get("/documents/lead?filter=title:eq:Came%20by%20hand").path("documents").get(0).path("ref").asString();

        for (String ref : List.of(byHand, byRest)) {
            Waiting.until("the robots of " + ref, Duration.ofSeconds(10), () -> "done".equals(rest.steps(ref).get("call")));
        }
        assertThat(List.of(tasksOf(byHand), tasksOf(byRest))).containsOnly(1L);
    }

    @Test
    void letsAnAdministratorAddARobotWithPlaceholders() {
        Tab tab = chromium.signedIn(portal);
        RobotsPage page = tab.robots("lead");
        page.begin("qualified", "tasks.create");
        page.input("title", "Offer for {{company}}");
        page.save();
        assertThat(page.robots("qualified").count()).isEqualTo(1);

        String ref = rest.create("lead", Leads.lead("Wants an offer"));
        rest.change(ref, "{\"stage\":\"qualified\"}");

        Waiting.until("the task of the new robot", Duration.ofSeconds(10), () -> rest.count("task", "title:eq:Offer for Aurora Foods") == 1);
    }

    private long tasksOf(String ref) {
        return rest.count("task", "about:eq:" + ref);
    }
}
