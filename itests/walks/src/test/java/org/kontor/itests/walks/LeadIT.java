package org.kontor.itests.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.itests.harness.Chromium;
import org.kontor.itests.harness.Leads;
import org.kontor.itests.harness.Portal;
import org.kontor.itests.harness.Rest;
import org.kontor.itests.harness.Tab;
import org.kontor.itests.harness.Waiting;
import org.kontor.itests.harness.Walk;
import org.kontor.itests.harness.pages.BoardPage;
import org.kontor.itests.harness.pages.CardView;
import org.kontor.itests.harness.pages.ListPage;

/// Steps 2 and 3 of first light: leads arrive and live in open browsers.
@Walk
final class LeadIT {
    private final Portal portal;
    private final Chromium chromium;
    private final Rest rest;

    LeadIT(Portal portal, Chromium chromium, Rest rest) {
        this.portal = portal;
        this.chromium = chromium;
        this.rest = rest;
    }

    @Test
    void showsALeadThatArrivesByRestInEveryOpenListAndBoard() {
        ListPage list = chromium.signedIn(portal).list("lead");
        BoardPage board = chromium.signedIn(portal).board("lead");

        String ref = rest.create("lead", Leads.lead("Twelve ovens"));

        list.awaitRow(ref);
        board.awaitIn("new", ref);
        assertThat(list.row(ref).first().innerText()).contains("Twelve ovens");
    }

    @Test
    void opensTheCardOverTheListAndReturnsToIt() {
        String ref = rest.create("lead", Leads.lead("A card over a list"));
        ListPage list = chromium.signedIn(portal).list("lead");
        list.awaitRow(ref);

        CardView card = list.openCard(ref);
        String title = card.title();
        String address = list.tab().path();
        card.close();

        assertThat(title).isEqualTo("A card over a list");
        assertThat(address).startsWith(ref);
        assertThat(list.row(ref).first().isVisible()).isTrue();
    }

    @Test
    void editsInPlaceAndShowsItInOtherBrowsers() {
        String ref = rest.create("lead", Leads.lead("Edited in place"));
        ListPage other = chromium.signedIn(portal).list("lead");
        other.awaitRow(ref);
        CardView card = chromium.signedIn(portal).card(ref);

        card.edit("company", "Aurora Foods International");

        assertThat(rest.document(ref).path("fields").path("company").asString()).isEqualTo("Aurora Foods International");
        Waiting.until("the company in the other browser", Duration.ofSeconds(10), () -> other.row(ref).first().innerText().contains("Aurora Foods International"));
    }

    @Test
    void movesALeadOnTheBoardWithTheMouse() {
        String ref = rest.create("lead", Leads.lead("Dragged"));
        BoardPage board = chromium.signedIn(portal).board("lead");
        BoardPage other = chromium.signedIn(portal).board("lead");
        board.awaitIn("new", ref);

        board.drag(ref, "contacted");

        board.awaitIn("contacted", ref);
        other.awaitIn("contacted", ref);
        Waiting.until("the new stage", Duration.ofSeconds(5), () -> rest.document(ref).path("stage").asString().equals("contacted"));
    }

    @Test
    void tellsInTheTimelineWhoDidWhat() {
        String ref = rest.create("lead", Leads.lead("With a history"));
        CardView card = chromium.signedIn(portal).card(ref);
        card.moveTo("qualified");

        card.openTab("timeline");

        Waiting.until("three lines of history", Duration.ofSeconds(10), () -> card.entries().count() >= 2);
        assertThat(String.join("\n", card.entries().allInnerTexts())).contains("Administrator").contains("Qualified");
    }

    @Test
    void refusesAWrongValueInTheCardAndKeepsTheOld() {
        String ref = rest.create("lead", Leads.lead("A wrong sum"));
        CardView card = chromium.signedIn(portal).card(ref);

        card.type("email", "not an address");

        card.tab().page().locator("[data-test=card] [aria-invalid=true], [data-test=card] .error, [data-test=card] .problem, [data-test=toast]").first().waitFor();
        assertThat(rest.document(ref).path("fields").path("email").asString()).isEqualTo("anna@example.org");
    }

    @Test
    void undoesAMoveInsteadOfAskingFirst() {
        String ref = rest.create("lead", Leads.lead("Moved by mistake"));
        BoardPage board = chromium.signedIn(portal).board("lead");
        board.awaitIn("new", ref);
        board.drag(ref, "junk");
        board.awaitIn("junk", ref);

        board.tab().await("undo").click();

        board.awaitIn("new", ref);
    }

    @Test
    void createsALeadByHand() {
        Tab tab = chromium.signedIn(portal);
        tab.list("lead");

        tab.await("new-document").click();
        tab.fill("input-title", "Made by hand");
        tab.await("create").click();

        Waiting.until("the lead", Duration.ofSeconds(10), () -> rest.count("lead", "title:eq:Made by hand") == 1);
    }

    @Test
    void takesALeadFromThePublicWebForm() {
        Tab stranger = chromium.open(portal);
        stranger.go("forms/lead");

        stranger.page().locator("[name=contactName]").fill("Nadia Web");
        stranger.page().locator("[name=phone]").fill("+39 06 5550100");
        for (var field : Map.of("title", "From the web form", "email", "nadia@example.org", "comments", "Please call").entrySet()) {
            var input = stranger.page().locator("[name=" + field.getKey() + "]");
            if (input.count() > 0) {
                input.first().fill(field.getValue());
            }
        }
        stranger.page().locator("button[type=submit]").click();

        Waiting.until("the lead of the form", Duration.ofSeconds(10), () -> rest.count("lead", "contactName:eq:Nadia Web") == 1);
    }
}
