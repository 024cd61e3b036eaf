package org.kontor.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.itests.harness.Chromium;
import org.kontor.itests.harness.Portal;
import org.kontor.itests.harness.Rest;
import org.kontor.itests.harness.Tab;
import org.kontor.itests.harness.Walk;

@Walk
final class LanguagesIT {
    /// Keys of labels look so: at least two dotted words in small letters.
    private static final Pattern KEY = Pattern.compile("(?<![\\w@/.:-])[a-z][a-z-]*(\\.[a-z][a-zA-Z-]*){1,6}(?![\\w/.@-])");
    private static final Pattern HOST = Pattern.compile(".*\\.(example|org|com|csv|jar)");
    private static final String TEXTS = """
            () => [document.body.innerText, ...[...document.querySelectorAll('[aria-label],[title],[placeholder]')]
                .flatMap(e => [e.getAttribute('aria-label'), e.getAttribute('title'), e.getAttribute('placeholder')])].join('\\n')
            """;

    private static final Map<String, String> OWN_NAMES = Map.of("en", "English", "ru", "усский", "it", "taliano");

    private final Portal portal;
    private final Chromium chromium;
    private final Rest rest;

    LanguagesIT(Portal portal, Chromium chromium, Rest rest) {
        this.portal = portal;
        this.chromium = chromium;
        this.rest = rest;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "it"})
    void speaksThePersonsLanguageOnEveryPage(String language) {
        String lead = Places.fill(rest);
        Tab tab = chromium.signedIn(portal);
        speak(tab, language);
        List<String> raw = new ArrayList<>();

        Places.all().forEach(place -> {
            place.open(tab, lead);
            new TreeSet<>(KEY.matcher(tab.page().evaluate(TEXTS).toString()).results().map(match -> match.group()).filter(key -> !HOST.matcher(key).matches()).toList())
                    .forEach(key -> raw.add(place + " shows " + key));
        });

        assertThat(raw).as("labels without a text").isEmpty();
        assertThat(tab.page().evaluate("document.documentElement.lang")).isEqualTo(language);
        assertThat(tab.marked("menu-lead").innerText()).as("the menu in " + language).isNotEqualTo("Leads");
    }

    @AfterEach
    void speakEnglishAgain() {
        try (Tab tab = chromium.signedIn(portal)) {
            speak(tab, "en");
        }
    }

    private static void speak(Tab tab, String language) {
        Places.PROFILE.open(tab, "");
        tab.await("person-language").click();
        tab.page().locator("vaadin-select-item[role=option]").filter(new Locator.FilterOptions().setHasText(OWN_NAMES.get(language))).last().click();
        tab.await("save-profile").click();
        tab.page().waitForTimeout(500);
    }
}
