package org.kontor.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.itests.harness.Chromium;
import org.kontor.itests.harness.Look;
import org.kontor.itests.harness.Portal;
import org.kontor.itests.harness.Rest;
import org.kontor.itests.harness.Tab;
import org.kontor.itests.harness.Walk;

@Walk
final class AccessibilityIT {
    private final Portal portal;
    private final Chromium chromium;
    private final Rest rest;

    AccessibilityIT(Portal portal, Chromium chromium, Rest rest) {
        this.portal = portal;
        this.chromium = chromium;
        this.rest = rest;
    }

    @ParameterizedTest
    @EnumSource
    void hasNothingForAxeToComplainAbout(Look look) {
        String lead = Places.fill(rest);
        List<String> problems = new ArrayList<>();
        try (Tab stranger = chromium.open(portal, look)) {
            stranger.go("sign-in");
            note("SIGN-IN", stranger, problems);
        }
        Tab tab = chromium.signedIn(portal, look);
        Places.all().forEach(place -> {
            place.open(tab, lead);
            tab.page().waitForTimeout(300);
            note(place.name(), tab, problems);
        });

        assertThat(problems).isEmpty();
    }

    /// Otherwise silence would mean nothing.
    @Test
    void hearsAxeComplainWhenThereIsSomething() {
        Tab tab = chromium.signedIn(portal);
        tab.page().evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=\"/kontor/logo.svg\"><button></button>')");

        assertThat(Axe.violations(tab)).anyMatch(problem -> problem.startsWith("image-alt")).anyMatch(problem -> problem.startsWith("button-name"));
    }

    private static void note(String place, Tab tab, List<String> problems) {
        Axe.violations(tab).forEach(problem -> problems.add(place + " " + problem));
        tab.complaints().forEach(problem -> problems.add(place + " script: " + problem));
    }

    @ParameterizedTest
    @EnumSource(names = {"NARROW", "NARROW_DARK"})
    void neverScrollsSidewaysOnATelephone(Look look) {
        String lead = Places.fill(rest);
        Tab tab = chromium.signedIn(portal, look);
        List<String> wide = new ArrayList<>();
        Places.all().forEach(place -> {
            place.open(tab, lead);
            int over = (int) tab.page().evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (over > 0) {
                wide.add(place + " is " + over + " px too wide");
            }
        });

        assertThat(wide).isEmpty();
    }
}
