package org.kontor.itests.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kontor.itests.harness.Chromium;
import org.kontor.itests.harness.Leads;
import org.kontor.itests.harness.Portal;
import org.kontor.itests.harness.Rest;
import org.kontor.itests.harness.Tab;
import org.kontor.itests.harness.Waiting;
import org.kontor.itests.harness.Walk;

/// What people do with a list: columns and filters of their own, many documents at once, the trash (UI-4, FLD-8, FLD-9).
@Walk
final class ListIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Portal portal;
    private final Chromium chromium;
    private final Rest rest;

    ListIT(Portal portal, Chromium chromium, Rest rest) {
        this.portal = portal;
        this.chromium = chromium;
        this.rest = rest;
    }

    @Test
    void keepsTheColumnsAPersonChose() {
        lead("Columns are mine", Map.of());
        Tab tab = list(chromium.signedIn(portal), "lead?words=Columns");

        menu(tab, "menu-look");
        tab.await("column-phone").click();
        tab.await("column-createdBy").click();
        Locator last = tab.page().locator("[data-test=look-columns] > div").last();
        Waiting.until("the added column", PATIENCE, () -> last.getAttribute("data-id").equals("createdBy"));
        tab.page().locator("[data-id=createdBy] .grip").focus();
        tab.page().keyboard().press("ArrowUp");
        Waiting.until("the moved column", PATIENCE, () -> !last.getAttribute("data-id").equals("createdBy"));
        tab.await("look-keep").click();
        Waiting.until("the columns", PATIENCE, () -> heads(tab).contains("Created by"));
        tab.page().reload();
        tab.await("row");

        assertThat(heads(tab)).startsWith("Title").doesNotContain("Phone");
        assertThat(heads(tab).indexOf("Created by")).isEqualTo(heads(tab).size() - 2);
        menu(tab, "menu-look");
        tab.await("look-reset").click();
        Waiting.until("the columns of all", PATIENCE, () -> heads(tab).contains("Phone"));
    }

    @Test
    void opensASharedFilterOfSomebodyElseByItsAddress() {
        String dear = lead("Shared filter, dear", Map.of("amount", "5000 EUR"));
        String cheap = lead("Shared filter, cheap", Map.of("amount", "5 EUR"));
        Tab tab = list(chromium.signedIn(portal), "lead?words=Shared+filter");
        tab.await("filter-open").click();
        tab.await("filter-field").selectOption("amount");
        tab.page().locator("[data-test=filter-comparison] option:checked", new com.microsoft.playwright.Page.LocatorOptions().setHasText("at least")).waitFor(
                new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        tab.await("input-value").fill("1000");
        tab.await("filter-apply").click();
        Waiting.until("the dear ones only", PATIENCE, () -> tab.marked("row").count() == 1);
        tab.await("saved-save").click();
        tab.fill("saved-name", "Dear ones");
        tab.await("saved-shared").check();
        tab.await("saved-keep").click();
        tab.page().waitForURL(Pattern.compile(".*/lead\\?saved=\\d+"));

        Tab other = employee("filter-reader");
        list(other, tab.path());

        assertThat(other.await("saved-menu").innerText()).contains("Dear ones");
        assertThat(refs(other)).contains(dear).doesNotContain(cheap);
        assertThat(other.marked("condition").allInnerTexts()).hasSize(1);
        assertThat(other.marked("filter-words").inputValue()).isEqualTo("Shared filter");
    }

    @Test
    void changesManyInTheBackgroundAndTakesItBack() {
        List<String> refs = List.of(lead("Bulk one", Map.of()), lead("Bulk two", Map.of("source", "web")), lead("Bulk three", Map.of()));
        Tab tab = list(chromium.signedIn(portal), "lead?words=Bulk");

        tab.await("select-all").check(new Locator.CheckOptions().setForce(true));
        tab.await("change-selected").click();
        tab.await("bulk-field").selectOption("source");
        tab.await("input-source").selectOption("fair");
        tab.await("bulk-apply").click();
        tab.page().locator("[data-test=batch][data-state=DONE]").first().waitFor();

        assertThat(refs.stream().map(this::source)).containsOnly("fair");
        tab.go("batches");
        tab.await("batch-undo").click();
        Waiting.until("the sources as they were", PATIENCE, () -> refs.stream().map(this::source).toList().equals(List.of("", "web", "")));
    }

    @Test
    void leavesInABatchWhatAPersonMayNotChange() {
        String ref = lead("Not yours", Map.of("source", "web"));
        Tab tab = list(employee("bulk-changer"), "lead?words=Not+yours");

        tab.await("select-all").check(new Locator.CheckOptions().setForce(true));
        tab.await("change-selected").click();
        tab.await("bulk-field").selectOption("source");
        tab.await("input-source").selectOption("fair");
        tab.await("bulk-apply").click();
        tab.await("batch-report").click();

        assertThat(tab.await("batch-left").innerText()).contains("Not yours");
        assertThat(source(ref)).isEqualTo("web");
    }

    @Test
    void bringsBackFromTheTrash() {
        String ref = lead("Thrown away", Map.of());
        Tab tab = list(chromium.signedIn(portal), "lead?words=Thrown");

        tab.await("select-all").check(new Locator.CheckOptions().setForce(true));
        tab.await("delete-selected").click();
        tab.await("undo");
        tab.go("trash?type=lead");
        Locator line = tab.page().locator("[data-test=trashed][data-ref=\"" + ref + "\"]");
        line.waitFor();
        line.locator("[data-test=restore]").click();
        line.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));

        assertThat(rest.document(ref).path("fields").path("title").asString()).isEqualTo("Thrown away");
    }

    @Test
    void exportsWhatPassesTheFilterAndStartsNoFormula() throws IOException {
        lead("Exported, plain", Map.of());
        lead("Exported, hostile", Map.of("company", "=HYPERLINK(\"http://example.org\")"));
        lead("Left at home", Map.of());
        Tab tab = list(chromium.signedIn(portal), "lead?words=Exported");

        menu(tab, "menu-export");
        tab.await("export-csv");
        Download file = tab.page().waitForDownload(() -> tab.marked("export-csv").click());

        List<String> lines = Files.readString(file.path()).lines().filter(line -> !line.isBlank()).toList();
        assertThat(lines).hasSize(3).noneMatch(line -> line.contains("Left at home"));
        assertThat(String.join("\n", lines)).contains("'=HYPERLINK").doesNotContainPattern("(^|[,;\"])=HYPERLINK");
    }

    @Test
    void leadsFromAGroupToItsDocuments() {
        String ref = lead("Grouped by source", Map.of("source", "fair"));
        lead("Grouped by chance", Map.of());
        Tab tab = list(chromium.signedIn(portal), "lead?words=Grouped");

        tab.await("view-groups").click();
        tab.await("group-by").selectOption("source");
        Waiting.until("two groups", PATIENCE, () -> tab.marked("group-row").count() == 2);
        tab.marked("group").first().click();
        tab.await("row");

        assertThat(refs(tab)).containsExactly(ref);
    }

    private String lead(String title, Map<String, String> more) {
        Map<String, String> fields = new HashMap<>(Leads.lead(title));
        fields.putAll(more);
        return rest.create("lead", fields);
    }

    private String source(String ref) {
        return rest.document(ref).path("fields").path("source").asString("");
    }

    private static Tab list(Tab tab, String address) {
        tab.go(address);
        tab.await("row");
        return tab;
    }

    private static void menu(Tab tab, String entry) {
        tab.await("type-menu").click();
        tab.await(entry).click();
    }

    private static List<String> heads(Tab tab) {
        return tab.page().locator("table.list thead th").allInnerTexts().stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    }

    private static List<String> refs(Tab tab) {
        return tab.marked("row").all().stream().map(row -> row.getAttribute("data-ref")).toList();
    }

    /// Adds an employee as an administrator does, and signs them in.
    private Tab employee(String login) {
        Tab admin = chromium.signedIn(portal);
        admin.go("settings/people");
        admin.await("add-person").click();
        admin.fill("person-name", login);
        admin.fill("person-login", login);
        admin.fill("person-password", "a long password");
        admin.await("save-person").click();
        admin.await("person-" + login);
        Tab tab = chromium.open(portal);
        tab.signIn(login, "a long password");
        return tab;
    }
}
