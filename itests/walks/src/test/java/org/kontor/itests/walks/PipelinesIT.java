package org.kontor.itests.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.itests.harness.Chromium;
import org.kontor.itests.harness.Portal;
import org.kontor.itests.harness.Rest;
import org.kontor.itests.harness.Tab;
import org.kontor.itests.harness.Waiting;
import org.kontor.itests.harness.Walk;

/// An administrator gives deals more pipelines; people work in them.
@Walk
final class PipelinesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Portal portal;
    private final Chromium chromium;
    private final Rest rest;

    PipelinesIT(Portal portal, Chromium chromium, Rest rest) {
        this.portal = portal;
        this.chromium = chromium;
        this.rest = rest;
    }

    @Test
    void setsUpASecondPipelineAndSeesItsStagesWhileTyping_PIPE3_PIPE10_PIPE11_LST5_LST7() {
        Tab tab = created("Repairs");

        tab.await("add-stage").click();
        tab.fill("name-en", "Diagnosis");

        Waiting.until("the new stage in the scale", PATIENCE, () -> tab.await("preview-scale").innerText().contains("Diagnosis"));
        Waiting.until("the new stage in the funnel", PATIENCE, () -> tab.await("preview-funnel").innerText().contains("Diagnosis"));
        tab.await("save-stage").click();
        tab.await("stage-row-diagnosis");
        assertThat(tab.marked("stage-row-repairs-prepared").count()).isEqualTo(1);
    }

    @Test
    void keepsTheSkeletonAndSaysWhy_LST3_LST8() {
        Tab tab = created("Rentals");

        Locator first = tab.await("stage-row-rentals-new");

        assertThat(first.locator("[data-test=protected]").innerText()).contains("every document begins here");
        assertThat(first.locator("[data-test=delete]").count()).isZero();
        assertThat(tab.await("stage-row-rentals-won").locator("[data-test=delete]").count()).isZero();
    }

    @Test
    void takesADeletedStageBack_LST4() {
        Tab tab = created("Courses");

        act(tab.await("stage-row-courses-invoiced"), "delete");
        tab.awaitGone("stage-row-courses-invoiced");
        tab.await("undo").click();

        tab.await("stage-row-courses-invoiced");
    }

    @Test
    void marksTheDefaultPipelineAndOffersNoDeleteForIt_PIPE6_PIPE7() {
        Tab tab = created("Exports");

        tab.go("settings/pipelines/deal");
        Locator standard = tab.await("pipeline-deal");

        assertThat(standard.getAttribute("class")).contains("default");
        assertThat(standard.locator("[data-test=arm]").count()).isZero();
        assertThat(tab.await("pipeline-exports").locator("[data-test=arm]").count()).isEqualTo(1);
    }

    @Test
    void sortsPipelinesAsTheMenuOfTheListShowsThem_PIPE5() {
        Tab tab = created("Archive");
        tab.go("settings/pipelines/deal");

        tab.await("pipeline-archive").locator("a").first().focus();
        tab.page().keyboard().press("Alt+ArrowUp");

        Waiting.until("another order", PATIENCE, () -> !tab.page().locator("[data-test^=\"pipeline-\"]").last().getAttribute("data-test").equals("pipeline-archive"));
        tab.go("deal");
        tab.await("way-switch").click();
        tab.await("way-archive");
        assertThat(tab.page().locator("[data-test^=\"way-\"]").allInnerTexts().getLast()).isNotEqualTo("Archive");
    }

    @Test
    void createsInThePipelineOfTheListAndShowsItsBoardWithSums_PIPE1_PIPE15() {
        Tab tab = created("Wholesale");
        tab.go("deal?pipeline=wholesale");

        create(tab, "Ten pallets", "1500");

        tab.await("view-board").click();
        Locator column = tab.await("column-wholesale-new");
        column.locator("[data-test=tile]").waitFor();
        assertThat(column.innerText()).contains("Ten pallets");
        assertThat(column.locator("[data-test=column-sum]").innerText()).contains("1,500");
    }

    @Test
    void asksForThePipelineWhereAllAreShown_PIPE16() {
        Tab tab = created("Leasing");
        tab.go("deal?pipeline=all");

        tab.await("new-document").click();
        tab.await("choose-leasing").click();
        fill(tab, "Two cranes", "9000");

        tab.go("deal?pipeline=leasing");
        tab.page().getByText("Two cranes").first().waitFor();
    }

    @Test
    void keepsAPipelineWithADocumentInItAndSaysWhy_PIPE8_PIPE9() {
        Tab tab = created("Tenders");
        tab.go("deal?pipeline=tenders");
        create(tab, "Bridge", "1");

        tab.go("settings/pipelines/deal");
        act(tab.await("pipeline-tenders"), "arm");
        tab.await("sure").click();

        assertThat(tab.await("toast").innerText()).contains("still has 1 documents");
        assertThat(tab.shows("pipeline-tenders")).isTrue();
    }

    @Test
    void opensTheStagesFromTheMenuOfThePipelineAndFromDirectories_PIPE12_DIR6() {
        Tab tab = created("Franchise");
        tab.go("deal?pipeline=franchise");

        tab.await("way-switch").click();
        tab.await("way-stages").click();
        tab.await("stage-editor");
        String fromMenu = tab.path();
        tab.go("settings/directories");
        tab.await("stages-deal-franchise").click();
        tab.await("stage-editor");

        assertThat(fromMenu).isEqualTo("settings/pipelines/deal/franchise");
        assertThat(tab.path()).isEqualTo(fromMenu);
    }

    @Test
    void movesADocumentToAnotherPipelineOnlyWhereAllowedAndBack_PIPE14_Q1() {
        Tab tab = created("Service");
        String ref = rest.create("deal", Map.of("title", "Boiler check"));
        switchMoves(tab, false);
        tab.card(ref);
        tab.await("card-menu").click();
        tab.await("card-delete");
        boolean offered = tab.shows("card-cross");

        switchMoves(tab, true);
        tab.card(ref);
        tab.await("card-menu").click();
        tab.await("card-cross").click();
        tab.page().locator("[data-test=cross-target]").selectOption("service");
        Waiting.until("the stages of the other pipeline", PATIENCE, () -> tab.page().locator("[data-test=cross-stage-new]").innerText().contains("New"));
        Waiting.until("the guessed stage", PATIENCE, () -> tab.page().locator("[data-test=cross-stage-new]").inputValue().equals("service-new"));
        tab.await("cross-go").click();

        Waiting.until("the other pipeline", PATIENCE, () -> rest.document(ref).path("stage").asString().equals("service-new"));
        tab.await("undo").click();
        Waiting.until("the former stage", PATIENCE, () -> rest.document(ref).path("stage").asString().equals("new"));
        assertThat(offered).isFalse();
    }

    @Test
    void asksForWhatAStageNeedsAndGoesOn() {
        Tab tab = created("Projects");
        act(tab.await("stage-row-projects-prepared"), "edit");
        tab.await("stage-form");
        tab.await("stage-requires").locator("summary").click();
        tab.await("requires-amount").check();
        tab.await("save-stage").click();
        tab.awaitGone("stage-form");
        tab.go("deal?pipeline=projects");
        create(tab, "New hall", "");

        tab.page().getByText("New hall").first().click();
        tab.await("card");
        tab.await("stage-projects-prepared").click();
        tab.await("asked-fields");
        tab.fill("input-amount", "250");
        tab.await("asked-go").click();

        tab.page().locator("[data-test=card] [data-test=stage-projects-prepared][aria-current]").waitFor();
    }

    private Tab created(String name) {
        Tab tab = chromium.signedIn(portal);
        tab.go("settings/pipelines/deal");
        tab.await("add-pipeline").click();
        tab.fill("name-en", name);
        tab.await("save-name").click();
        tab.await("stage-editor");
        assertThat(tab.path()).endsWith("/" + name.toLowerCase(Locale.ROOT));
        return tab;
    }

    private static void create(Tab tab, String title, String amount) {
        tab.await("new-document").click();
        fill(tab, title, amount);
    }

    private static void fill(Tab tab, String title, String amount) {
        tab.fill("input-title", title);
        tab.fill("input-amount", amount);
        tab.page().keyboard().press("Tab");
        tab.await("create").click();
        tab.awaitGone("create");
    }

    /// Buttons of a row are seen while the mouse is over it.
    private static void act(Locator row, String mark) {
        row.hover();
        row.locator("[data-test=" + mark + "]").click();
    }

    private static void switchMoves(Tab tab, boolean on) {
        tab.go("settings/pipelines/deal");
        Locator button = tab.await("allow-moves");
        if (!button.getAttribute("aria-checked").equals(Boolean.toString(on))) {
            button.click();
        }
        Waiting.until("the switch", PATIENCE, () -> button.getAttribute("aria-checked").equals(Boolean.toString(on)));
    }
}
