package org.kontor.itests.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kontor.itests.harness.Chromium;
import org.kontor.itests.harness.Look;
import org.kontor.itests.harness.Portal;
import org.kontor.itests.harness.Repository;
import org.kontor.itests.harness.Rest;
import org.kontor.itests.harness.Tab;
import org.kontor.itests.harness.Walk;

/// Takes the pictures of the README into `docs/images`: not a check, so it runs only when asked for.
@Walk
@Tag("tour")
final class TourIT {
    private final Chromium chromium;

    TourIT(Chromium chromium) {
        this.chromium = chromium;
    }

    @Test
    void takesThePicturesOfTheReadme() throws IOException {
        Path folder = Files.createDirectories(Repository.root().resolve("docs/images"));
        try (Portal portal = Portal.start("-Dkontor.demo=true"); Tab admin = chromium.signedIn(portal)) {
            String lead = Places.fill(new Rest(portal, admin.tokens().issue("tour")));
            for (Look look : Look.values()) {
                pictures(portal, look, lead, folder);
            }
        }
    }

    private void pictures(Portal portal, Look look, String lead, Path folder) {
        String suffix = "-" + look.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".png";
        try (Tab stranger = chromium.open(portal, look)) {
            stranger.go("sign-in");
            picture(stranger, folder.resolve("sign-in" + suffix));
        }
        try (Tab tab = chromium.signedIn(portal, look)) {
            Places.all().forEach(place -> {
                place.open(tab, lead);
                picture(tab, folder.resolve(place.pictureName() + suffix));
            });
        }
    }

    private static void picture(Tab tab, Path file) {
        tab.page().waitForTimeout(700);
        tab.page().screenshot(new Page.ScreenshotOptions().setPath(file).setAnimations(com.microsoft.playwright.options.ScreenshotAnimations.DISABLED));
    }
}
