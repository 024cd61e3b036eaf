package org.kontor.itests.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.itests.harness.Chromium;
import org.kontor.itests.harness.Portal;
import org.kontor.itests.harness.Rest;
import org.kontor.itests.harness.Tab;
import org.kontor.itests.harness.Walk;
import org.kontor.itests.harness.pages.ImportPage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A workbook into a list of one's own, mended, brought up to date by a key, and taken back (UI-10).
@Walk
final class ImportExportIT {
    private final Portal portal;
    private final Chromium chromium;

    @TempDir
    Path folder;

    ImportExportIT(Portal portal, Chromium chromium) {
        this.portal = portal;
        this.chromium = chromium;
    }

    @Test
    void bringsAWorkbookIntoAListUpdatesItByAKeyAndTakesThatBack(Rest rest) throws IOException {
        String list = list(rest);
        Tab tab = chromium.signedIn(portal);
        ImportPage page = tab.importPage(list).choose(book("first.xlsx", List.of(List.of("Title", "Code", "Price"), List.of("Flour", "A1", "10"), List.of("Sugar", "B2", "much"), List.of("Salt", "C3", "3"))));
        tab.marked("import-sheet").selectOption("Goods");
        tab.page().locator(".head-of-file", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Price")).waitFor();
        page.tryOut();
        long bad = page.number("try-bad");
        page.start();
        tab.await("import-show");
        Download errors = tab.page().waitForDownload(() -> tab.marked("error-file").first().click());

        page = tab.importPage(list).choose(book("second.xlsx", List.of(List.of("Title", "Code", "Price"), List.of("Flour, fine", "A1", "12"), List.of("Yeast", "D4", "1"))));
        tab.marked("import-sheet").selectOption("Goods");
        tab.marked("import-mode").selectOption("BOTH");
        tab.marked("import-key").selectOption("code");
        page.start();
        tab.await("import-show");
        long updated = page.number("import-updated");
        List<String> between = titles(rest, list);
        tab.await("undo-import").click();
        tab.page().locator("[data-test=import-undone]").waitFor(new Locator.WaitForOptions().setTimeout(60_000));

        assertThat(bad).isEqualTo(1);
        assertThat(Files.readString(errors.path())).contains("Sugar", "much");
        assertThat(updated).isEqualTo(1);
        assertThat(between).containsExactly("Flour, fine", "Salt", "Yeast");
        assertThat(titles(rest, list)).containsExactly("Flour", "Salt");
        assertThat(tab.complaints()).isEmpty();
    }

    private static List<String> titles(Rest rest, String list) {
        return rest.all(list).stream().map(each -> each.at("/fields/title").asString()).sorted().toList();
    }

    /// A list with a code and a price.
    private static String list(Rest rest) {
        JsonNode made = json(rest.send("POST", "/types", "{\"name\":\"Good\",\"names\":\"Goods\",\"sectioned\":true}").body());
        String list = made.path("id").asString();
        for (String field : List.of("{\"id\":\"code\",\"name\":\"Code\",\"kind\":\"text\"}", "{\"id\":\"price\",\"name\":\"Price\",\"kind\":\"number\"}")) {
            var answer = rest.send("POST", "/types/" + list + "/fields", field);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        }
        return list;
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    /// A workbook with a cover and a sheet of these rows.
    private Path book(String name, List<List<String>> rows) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            part(zip, "xl/workbook.xml", "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Cover\" r:id=\"r1\"/><sheet name=\"Goods\" r:id=\"r2\"/></sheets></workbook>");
            part(zip, "xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/cover.xml\"/><Relationship Id=\"r2\" Target=\"worksheets/goods.xml\"/></Relationships>");
            part(zip, "xl/worksheets/cover.xml", sheet(List.of(List.of("Our goods"), List.of("of today"))));
            part(zip, "xl/worksheets/goods.xml", sheet(rows));
        }
        return file;
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String sheet(List<List<String>> rows) {
        StringBuilder sheet = new StringBuilder("<worksheet><sheetData>");
        for (List<String> row : rows) {
            sheet.append("<row>");
            row.forEach(cell -> sheet.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>"));
            sheet.append("</row>");
        }
        return sheet.append("</sheetData></worksheet>").toString();
    }
}
