package org.kontor.itests.harness.pages;

import com.microsoft.playwright.Locator;
import org.kontor.itests.harness.Tab;

/// Where a person signs in.
public record SignInPage(Tab tab) {

    public static SignInPage open(Tab tab) {
        tab.go("sign-in");
        return new SignInPage(tab);
    }

    public void enter(String login, String password) {
        Locator form = tab.page().locator("form");
        form.locator("input[name=login]").fill(login);
        form.locator("input[name=password]").fill(password);
        form.locator("button[type=submit]").click();
    }

    /// What the page says to the person.
    public String message() {
        return tab.await("message").innerText().strip();
    }
}
