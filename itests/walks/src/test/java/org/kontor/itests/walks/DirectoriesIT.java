package org.kontor.itests.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.itests.harness.Chromium;
import org.kontor.itests.harness.Portal;
import org.kontor.itests.harness.Rest;
import org.kontor.itests.harness.Tab;
import org.kontor.itests.harness.Waiting;
import org.kontor.itests.harness.Walk;

/// An administrator keeps the values people choose from.
@Walk
final class DirectoriesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Portal portal;
    private final Chromium chromium;
    private final Rest rest;

    DirectoriesIT(Portal portal, Chromium chromium, Rest rest) {
        this.portal = portal;
        this.chromium = chromium;
        this.rest = rest;
    }

    @Test
    void listsEveryDirectoryOnOnePage_DIR1_DIR6() {
        Tab tab = chromium.signedIn(portal);

        tab.go("settings/directories");
        tab.await("directory-lead.source");

        assertThat(List.of("directory-contact.kind", "directory-company.kind", "directory-deal.kind", "directory-company.industry", "directory-contact.salutation", "stages-lead-lead"))
                .allMatch(tab::shows);
    }

    @Test
    void offersANewValueInTheCardAtOnce_DIR3_DIR7() {
        String ref = rest.create("deal", Map.of("title", "From a podcast"));
        Tab tab = chromium.signedIn(portal);
        tab.go("settings/directories/deal.source");

        tab.await("add-value").click();
        tab.fill("name-en", "Podcast");
        tab.await("save-name").click();
        tab.await("value-podcast");

        tab.card(ref).field("source").first().click();
        Locator choice = tab.page().locator("[data-test=card] select[data-test=input-source]");
        choice.waitFor();
        assertThat(choice.locator("option").allInnerTexts()).contains("Podcast");
    }

    @Test
    void putsValuesInOrderByKeyboard_DIR4() {
        Tab tab = chromium.signedIn(portal);
        tab.go("settings/directories/contact.salutation");
        Locator values = tab.page().locator("[data-test^=\"value-\"]");
        values.first().waitFor();
        String first = values.first().getAttribute("data-test");

        values.first().locator("[data-test=rename]").focus();
        tab.page().keyboard().press("Alt+ArrowDown");

        Waiting.until("the value in second place", PATIENCE, () -> values.nth(1).getAttribute("data-test").equals(first));
    }

    @Test
    void renamesAValueAndTakesItOutAndBack_DIR5() {
        Tab tab = chromium.signedIn(portal);
        tab.go("settings/directories/company.industry");
        Locator row = tab.page().locator("[data-test^=\"value-\"]").first();
        row.waitFor();
        String mark = row.getAttribute("data-test");

        act(row, "rename");
        tab.fill("name-en", "Everything digital");
        tab.await("save-name").click();
        Waiting.until("the new name", PATIENCE, () -> tab.await(mark).innerText().contains("Everything digital"));
        act(tab.await(mark), "delete");
        tab.awaitGone(mark);
        tab.await("restore").click();

        tab.await(mark);
    }

    private static void act(Locator row, String mark) {
        row.hover();
        row.locator("[data-test=" + mark + "]").click();
    }
}
