package org.kontor.itests.harness.pages;

import com.microsoft.playwright.Locator;
import org.kontor.itests.harness.Tab;

/// Where a person gets tokens for programs.
public record TokensPage(Tab tab) {

    public static TokensPage open(Tab tab) {
        tab.go("settings/tokens");
        tab.await("token-name");
        return new TokensPage(tab);
    }

    /// Issues a token and returns its secret.
    public String issue(String name) {
        tab.fill("token-name", name);
        tab.await("issue-token").click();
        Locator secret = tab.await("token-secret");
        return secret.evaluate("e => (e.value ?? e.querySelector('input')?.value ?? e.innerText).trim()").toString();
    }
}
