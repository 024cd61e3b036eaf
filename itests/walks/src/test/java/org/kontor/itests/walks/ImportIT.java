package org.kontor.itests.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.itests.harness.Chromium;
import org.kontor.itests.harness.Leads;
import org.kontor.itests.harness.Portal;
import org.kontor.itests.harness.Repository;
import org.kontor.itests.harness.Rest;
import org.kontor.itests.harness.Tab;
import org.kontor.itests.harness.Waiting;
import org.kontor.itests.harness.Walk;
import org.kontor.itests.harness.pages.ImportPage;

/// Step 2 of first light: the file with leads.
@Walk
final class ImportIT {
    private final Portal portal;
    private final Chromium chromium;

    @TempDir
    Path folder;

    ImportIT(Portal portal, Chromium chromium) {
        this.portal = portal;
        this.chromium = chromium;
    }

    @Test
    void bringsInTheShippedFileAndHandsBackTheRowsItRefused(Rest rest) throws IOException {
        long before = rest.count("lead", "");
        Tab tab = chromium.signedIn(portal);
        ImportPage page = tab.importPage("lead").choose(Repository.root().resolve("distribution/demo/leads.csv"));

        page.tryOut();
        long good = page.number("try-good");
        long bad = page.number("try-bad");
        assertThat(rest.count("lead", "")).as("a dry run writes nothing").isEqualTo(before);
        page.start();
        tab.page().locator("[data-test=error-file]").first().waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setTimeout(60_000));
        Download errors = tab.page().waitForDownload(() -> tab.marked("error-file").first().click());

        assertThat(good).isGreaterThan(400);
        assertThat(bad).isPositive();
        assertThat(page.number("import-created")).isEqualTo(good);
        assertThat(page.number("import-refused")).isEqualTo(bad);
        assertThat(rest.count("lead", "")).isEqualTo(before + good);
        assertThat(Files.readString(errors.path()).lines().filter(line -> !line.isBlank()).count()).isGreaterThan(bad);
    }

    @Test
    void guessesEncodingDelimiterAndColumns() throws IOException {
        Path file = Files.write(folder.resolve("russian.csv"), """
                Название;Контактное лицо;Компания;Телефон;Почта
                Поставка муки;Пётр Ильин;Северный ветер;+7 495 123-45-67;petr@example.org
                """.getBytes(Charset.forName("windows-1251")));

        ImportPage page = chromium.signedIn(portal).importPage("lead").choose(file);

        assertThat(List.of(page.mapped(0), page.mapped(1), page.mapped(2), page.mapped(3), page.mapped(4)))
                .containsExactly("title", "contactName", "company", "phone", "email");
        assertThat(page.tab().page().locator("main").innerText()).contains("Пётр Ильин");
    }

    @Test
    void tellsWhichRowIsWrongWhenAQuoteIsNeverClosed(Rest rest) {
        Path file = Leads.write(folder.resolve("quotes.csv"), """
                Title,Company
                Good row,Aurora Foods
                "Never closed,Bottega Blu
                Another,Weiß Logistik
                """);
        Tab tab = chromium.signedIn(portal);
        ImportPage page = tab.importPage("lead");

        page.drop(file);

        Waiting.until("word about the quote", Duration.ofSeconds(20), () -> tab.shows("try-out") || tab.page().locator(".note.bad").count() > 0);
        if (tab.shows("try-out")) {
            page.tryOut();
            assertThat(page.number("try-bad")).isPositive();
            assertThat(tab.await("try-reasons").innerText()).contains("3");
        }
        assertThat(rest.count("lead", "title:eq:Another")).isZero();
    }

    @Test
    void tellsWhatIsWrongWithAFileThatIsNoText() throws IOException {
        byte[] noise = new byte[4_000];
        new java.util.Random(7).nextBytes(noise);
        Path file = Files.write(folder.resolve("picture.csv"), noise);
        Tab tab = chromium.signedIn(portal);

        tab.importPage("lead").drop(file);

        tab.page().locator(".note").first().waitFor();
        assertThat(tab.page().locator(".note").first().innerText()).isNotBlank();
        assertThat(tab.shows("start-import")).isFalse();
    }

    @Test
    void refusesAFileOverAHundredMegabytesAndStaysUsable() throws IOException {
        Path file = folder.resolve("huge.csv");
        byte[] block = "A lead like all others,Somebody,Aurora Foods\n".repeat(24_000).getBytes(StandardCharsets.UTF_8);
        try (var out = Files.newOutputStream(file)) {
            for (long size = 0; size < 101L * 1024 * 1024; size += block.length) {
                out.write(block);
            }
        }
        Tab tab = chromium.signedIn(portal);
        ImportPage page = tab.importPage("lead");

        page.drop(file);

        var message = tab.page().locator(".note.bad").first();
        message.waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setTimeout(60_000));
        assertThat(message.innerText()).contains("MB");
        ImportPage again = tab.importPage("lead").choose(Leads.file(folder, "Afterwards", 3));
        assertThat(again.mapped(0)).isEqualTo("title");
    }
}
