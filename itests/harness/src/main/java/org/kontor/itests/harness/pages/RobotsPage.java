package org.kontor.itests.harness.pages;

import com.microsoft.playwright.Locator;
import org.kontor.itests.harness.Tab;

/// Where the robots of the stages of a type are set up.
public record RobotsPage(Tab tab) {

    public static RobotsPage open(Tab tab, String type) {
        tab.go("robots/" + type);
        tab.page().locator("[data-test^=\"robots-column-\"]").first().waitFor();
        return new RobotsPage(tab);
    }

    /// Opens the dialog for a new robot of a stage and chooses its activity.
    public void begin(String stage, String activity) {
        tab.await("add-robot-" + stage).click();
        tab.await("activity-" + activity).click();
    }

    public void input(String component, String text) {
        tab.fill("input-" + component, text);
    }

    /// Lets the robot work after a span, as in `later(5, "minutes")`.
    public void later(int count, String unit) {
        tab.await("timing").selectOption(unit);
        tab.fill("timing-count", Integer.toString(count));
    }

    public void save() {
        tab.await("save").click();
        tab.awaitGone("save");
    }

    public Locator robots(String stage) {
        return tab.marked("robots-column-" + stage).locator("[data-test^=\"robot-\"]");
    }
}
