package org.kontor.itests.harness.pages;

import com.microsoft.playwright.Locator;
import org.kontor.itests.harness.Tab;

/// Where modules are switched and dropped bundles are seen.
public record ModulesPage(Tab tab) {

    public static ModulesPage open(Tab tab) {
        tab.go("settings/modules");
        tab.page().locator("[data-test^=\"module-\"]").first().waitFor();
        return new ModulesPage(tab);
    }

    /// The line of a bundle in the `deploy` folder.
    public Locator dropped(String file) {
        return tab.marked("dropped-" + file);
    }

    public void flip(String module) {
        tab.await("switch-" + module).click();
    }
}
