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
        Locator chosen = tab.await("activity");
        if (chosen.evaluate("e => e.matches('select')").equals(true)) {
            chosen.selectOption(activity);
        } else {
            chosen.locator("select").first().selectOption(activity);
        }
    }

    public void input(String component, String text) {
        Locator field = tab.await("input-" + component);
        if (field.evaluate("e => e.matches('input,textarea')").equals(true)) {
            field.fill(text);
        } else {
            field.locator("input,textarea").first().fill(text);
        }
    }

    public void save() {
        tab.await("save").click();
        tab.awaitGone("save");
    }

    public Locator robots(String stage) {
        return tab.marked("robots-column-" + stage).locator("[data-test^=\"robot-\"]");
    }
}
