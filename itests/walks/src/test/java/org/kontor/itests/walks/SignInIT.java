package org.kontor.itests.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kontor.itests.harness.Chromium;
import org.kontor.itests.harness.Portal;
import org.kontor.itests.harness.Tab;
import org.kontor.itests.harness.Walk;
import org.kontor.itests.harness.pages.SignInPage;

@Walk
final class SignInIT {
    private static final int FREE_ATTEMPTS = 5;

    private final Chromium chromium;

    SignInIT(Chromium chromium) {
        this.chromium = chromium;
    }

    @Test
    void asksStrangersToSignInAndThenShowsWhatTheyWanted(Portal portal) {
        Tab tab = chromium.open(portal);
        tab.go("lead");

        new SignInPage(tab).enter("admin", portal.firstPassword());

        tab.await("view-list");
        assertThat(tab.path()).startsWith("lead");
    }

    @Test
    void answersAWrongPasswordAsAnUnknownLogin() {
        try (Portal portal = Portal.start(); Tab tab = chromium.open(portal)) {
            SignInPage page = SignInPage.open(tab);
            page.enter("admin", "not the password");
            String wrong = page.message();

            page = SignInPage.open(tab);
            page.enter("nobody", "not the password");

            assertThat(page.message()).isEqualTo(wrong).isNotBlank();
        }
    }

    @Test
    void slowsDownAfterFiveFailuresAndLetsTheOwnerInAfterwards() {
        try (Portal portal = Portal.start(); Tab tab = chromium.open(portal)) {
            List<String> messages = new ArrayList<>();
            for (int i = 0; i <= FREE_ATTEMPTS; i++) {
                SignInPage page = SignInPage.open(tab);
                page.enter("admin", "guess " + i);
                messages.add(page.message());
            }

            assertThat(messages.subList(0, FREE_ATTEMPTS)).containsOnly(messages.getFirst());
            assertThat(messages.getLast()).isNotEqualTo(messages.getFirst()).containsPattern(Pattern.compile("[0-9]"));
            tab.page().waitForTimeout(2_500);
            tab.signIn("admin", portal.firstPassword());
        }
    }

    @Test
    void leadsToSignInWhenTheSessionHasEnded(Portal portal) {
        Tab tab = chromium.signedIn(portal);
        tab.page().context().clearCookies(new com.microsoft.playwright.BrowserContext.ClearCookiesOptions().setName("kontor_session"));

        tab.marked("menu-lead").click();

        assertThat(new SignInPage(tab).message()).isNotBlank();
    }
}
