package org.kontor.itests.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.itests.harness.Chromium;
import org.kontor.itests.harness.Portal;
import org.kontor.itests.harness.Rest;
import org.kontor.itests.harness.Tab;
import org.kontor.itests.harness.Waiting;
import org.kontor.itests.harness.Walk;

/// Two companies that are one: found by a rule, merged, taken apart again.
@Walk
final class DuplicatesIT {
    private final Portal portal;
    private final Chromium chromium;

    DuplicatesIT(Portal portal, Chromium chromium) {
        this.portal = portal;
        this.chromium = chromium;
    }

    @Test
    void findsByARuleOfOnesOwnMergesAndTakesTheMergeBack(Rest rest) {
        String first = rest.create("company", Map.of("name", "Aurora Foods"));
        String second = rest.create("company", Map.of("name", "FOODS, Aurora", "comments", "Pays late"));
        Tab tab = chromium.signedIn(portal);
        tab.go("duplicates/company");
        tab.await("add-rule").selectOption("name");

        Locator group = tab.page().locator("[data-test=duplicate-group]", new com.microsoft.playwright.Page.LocatorOptions().setHasText("FOODS, Aurora"));
        group.waitFor(new Locator.WaitForOptions().setTimeout(30_000));
        group.locator("[data-test=merge-group]").click();
        tab.await("merge-links");
        tab.marked("merge-name").locator("label", new Locator.LocatorOptions().setHasText("FOODS, Aurora")).click();
        tab.marked("merge").click();
        tab.page().locator("[data-test=merged-group]").waitFor();
        var merged = rest.document(first).path("fields");
        int lost = rest.send("GET", "/documents/" + second, "").statusCode();
        tab.marked("undo").click();
        Waiting.until("they are apart", java.time.Duration.ofSeconds(20), () -> rest.send("GET", "/documents/" + second, "").statusCode() == 200);

        assertThat(merged.path("name").asString()).isEqualTo("FOODS, Aurora");
        assertThat(merged.path("comments").asString()).isEqualTo("Pays late");
        assertThat(lost).isEqualTo(404);
        assertThat(rest.document(first).path("fields").path("name").asString()).isEqualTo("Aurora Foods");
        assertThat(rest.document(first).path("fields").has("comments")).isFalse();
        assertThat(tab.complaints()).isEmpty();
    }
}
