package org.kontor.itests.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.kontor.itests.harness.Chromium;
import org.kontor.itests.harness.Portal;
import org.kontor.itests.harness.Rest;
import org.kontor.itests.harness.Tab;
import org.kontor.itests.harness.Waiting;
import org.kontor.itests.harness.Walk;
import org.kontor.itests.harness.pages.CardView;

/// The card: sections, editors, conflicts, history, duplicates.
@Walk
final class CardIT {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Portal portal;
    private final Chromium chromium;
    private final Rest rest;

    CardIT(Portal portal, Chromium chromium, Rest rest) {
        this.portal = portal;
        this.chromium = chromium;
        this.rest = rest;
    }

    private String contact(String name) {
        return rest.create("contact", Map.of("name", name));
    }

    private String value(String ref, String field) {
        return rest.document(ref).path("fields").path(field).asString("");
    }

    private static Locator in(Tab tab, String selector) {
        return tab.page().locator("[data-test=card] " + selector);
    }

    /// CARD-2, CARD-3, CARD-4.
    @Test
    void showsASectionThatIsMadeInOneBrowserInTheOtherAtOnce() {
        String ref = contact("Sections");
        Tab other = chromium.signedIn(portal);
        other.card(contact("Looks on"));
        Tab tab = chromium.signedIn(portal);
        tab.card(ref);

        in(tab, "[data-test=arrange]").first().click();
        tab.await("add-section").click();
        tab.fill("name-en", "Logistics");
        tab.await("save-names").click();

        Locator there = in(other, "[data-test=section]").filter(new Locator.FilterOptions().setHasText("Logistics"));
        there.first().waitFor();
        in(tab, "[data-test=hide-birthday]").click();
        Waiting.until("the hidden field to go", SOON, () -> in(other, "[data-test=field-birthday]").count() == 0);
        tab.await("undo").click();
        in(other, "[data-test=field-birthday]").first().waitFor();
    }

    /// CARD-4: "Edit" in a section edits its values together.
    @Test
    void editsTheValuesOfASectionTogether() {
        String ref = contact("Together");
        Tab tab = chromium.signedIn(portal);
        tab.card(ref);

        in(tab, "[data-section=main] [data-test=edit-section]").click();
        tab.await("section-form");
        in(tab, "[data-test=section-form] [data-test=input-position]").fill("Buyer");
        in(tab, "[data-test=section-form] input[data-test=input-phones]").first().fill("+39 06 5550199");
        in(tab, "[data-test=add-emails]").click();
        in(tab, "[data-test=section-form] input[data-test=input-emails]").first().fill("one@example.org");
        in(tab, "[data-test=save-section]").click();

        Waiting.until("all three values", SOON, () -> value(ref, "position").equals("Buyer")
                && rest.document(ref).path("fields").path("phones").path(0).asString("").equals("+39065550199")
                && rest.document(ref).path("fields").path("emails").path(0).asString("").equals("one@example.org"));
    }

    /// FLD-19: an image gets a preview, a name that tries a path is harmless.
    @Test
    void uploadsAPictureAndShowsIt() {
        String ref = contact("With a photo");
        Tab tab = chromium.signedIn(portal);
        tab.card(ref);

        in(tab, "[data-test=field-photo] .value").click();
        Locator input = in(tab, "[data-test=field-photo] input[type=file]");
        input.setInputFiles(new FilePayload("..\\..\\face.png", "image/png", picture()));
        Waiting.until("the photo to be stored", SOON, () -> rest.document(ref).path("fields").has("photo"));
        in(tab, "[data-test=done-photo]").click();

        Locator shown = in(tab, "[data-test=field-photo] img");
        shown.waitFor();
        Waiting.until("the picture to be drawn", SOON, () -> shown.evaluate("e => e.complete && e.naturalWidth > 0").equals(true));
        assertThat(rest.document(ref).path("fields").path("photo").path("name").asString()).isEqualTo("face.png");
        in(tab, "[data-test=enlarge]").click();
        assertThat(tab.await("version").innerText()).contains("face.png").contains("Administrator");
    }

    private static byte[] picture() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Test
    void settlesAConflictFieldByField() {
        String ref = contact("Two at once");
        Tab mine = chromium.signedIn(portal);
        mine.card(ref);
        in(mine, "[data-section=main] [data-test=edit-section]").click();
        mine.await("section-form");
        in(mine, "[data-test=section-form] [data-test=input-position]").fill("My position");
        in(mine, "[data-test=section-form] [data-test=input-comments]").fill("My comment");
        rest.change(ref, "{\"fields\": {\"position\": \"Their position\", \"comments\": \"Their comment\"}}");

        in(mine, "[data-test=save-section]").click();
        mine.await("theirs-position");
        mine.page().locator("[data-test=mine-comments]").check();
        mine.await("write-chosen").click();

        Waiting.until("my comment", SOON, () -> value(ref, "comments").equals("My comment"));
        assertThat(value(ref, "position")).isEqualTo("Their position");
    }

    /// TL-4: who changed what, when and how; a former value comes back, and the card is seen as it was.
    @Test
    void bringsAFormerValueBackAndShowsTheCardAsItWas() {
        String ref = contact("With a past");
        rest.change(ref, "{\"fields\": {\"position\": \"Clerk\"}}");
        rest.change(ref, "{\"fields\": {\"position\": \"Director\"}}");
        Tab tab = chromium.signedIn(portal);
        CardView card = tab.card(ref);
        card.openTab("history");
        assertThat(in(tab, "[data-test=entry]").first().innerText()).contains("Administrator").contains("walks").contains("Clerk").contains("Director");

        in(tab, "[data-test=restore-position]").first().click();
        Waiting.until("the former position", SOON, () -> value(ref, "position").equals("Clerk"));

        Locator line = in(tab, "[data-test=entry]").filter(new Locator.FilterOptions().setHasText("Director")).last();
        line.hover();
        line.locator("[data-test=then]").click();
        assertThat(tab.await("former-position").innerText()).contains("Director").contains("Clerk");
    }

    /// TL-3: any feed item can be pinned to the top.
    @Test
    void pinsALineToTheTopForEverybody() {
        String ref = contact("With a pin");
        rest.change(ref, "{\"fields\": {\"position\": \"Remember this\"}}");
        Tab other = chromium.signedIn(portal);
        other.card(ref);
        Tab tab = chromium.signedIn(portal);
        tab.card(ref);

        Locator line = in(tab, "[data-test=entry]").filter(new Locator.FilterOptions().setHasText("Remember this")).first();
        line.hover();
        line.locator("[data-test=pin]").click();

        in(other, "[data-test=pinned] [data-test=entry]").first().waitFor();
        assertThat(in(other, "[data-test=pinned]").innerText()).contains("Remember this");
    }

    @Test
    void warnsOfADuplicateMergesItAndTakesThatBack() {
        String first = rest.create("contact", Map.of("name", "Nadia Conti", "position", "Chief"));
        rest.change(first, "{\"fields\": {\"emails\": [\"nadia.conti@example.org\"]}}");
        Tab tab = chromium.signedIn(portal);
        tab.list("contact");
        tab.await("new-document").click();
        tab.fill("input-name", "N. Conti");
        tab.page().locator("input[data-test=input-emails]").first().fill("Nadia.Conti@example.org");
        tab.page().keyboard().press("Tab");
        assertThat(tab.await("duplicate").innerText()).contains("Nadia Conti");
        tab.await("create").click();
        String second = tab.page().locator("[data-test=row]").filter(new Locator.FilterOptions().setHasText("N. Conti")).first().getAttribute("data-ref");

        tab.card(second);
        tab.await("merge-like").click();
        tab.page().locator("[data-test=\"take-name-" + first.substring(first.indexOf('/') + 1) + "\"]").check();
        tab.await("merge-now").click();
        Waiting.until("the merged values", SOON, () -> value(second, "name").equals("Nadia Conti") && value(second, "position").equals("Chief"));

        tab.go(first);
        tab.await("unmerge").click();
        Waiting.until("both to be back", SOON, () -> value(second, "name").equals("N. Conti") && value(first, "name").equals("Nadia Conti"));
    }

    @Test
    void laysTheCardOutWithKeysAlone() {
        String ref = contact("Keys");
        Tab tab = chromium.signedIn(portal);
        tab.card(ref);
        in(tab, "[data-test=arrange]").first().click();
        List<String> before = fields(tab);
        Page page = tab.page();

        in(tab, "[data-test=\"down-" + before.getFirst() + "\"]").focus();
        page.keyboard().press("Enter");

        Waiting.until("the field one place further down", SOON, () -> fields(tab).subList(0, 2).equals(List.of(before.get(1), before.get(0))));
        Waiting.until("the focus to stay on the button", SOON, () -> page.evaluate("document.activeElement.dataset.key").equals("down-" + before.getFirst()));
    }

    @SuppressWarnings("unchecked")
    private static List<String> fields(Tab tab) {
        tab.await("arranging");
        return (List<String>) in(tab, "[data-field]").evaluateAll("all => all.map(each => each.dataset.field)");
    }
}
