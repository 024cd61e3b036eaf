package org.kontor.itests.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.itests.harness.Chromium;
import org.kontor.itests.harness.Leads;
import org.kontor.itests.harness.Portal;
import org.kontor.itests.harness.Rest;
import org.kontor.itests.harness.Tab;
import org.kontor.itests.harness.Waiting;
import org.kontor.itests.harness.Walk;
import org.kontor.itests.harness.pages.CardView;
import org.kontor.itests.harness.pages.FieldsSettings;
import org.kontor.itests.harness.pages.ImportPage;
import org.kontor.itests.harness.pages.ListPage;

/// Administrators make fields and lists of their own (FLD, UI-10).
@Walk
final class FieldsIT {
    private final Portal portal;
    private final Chromium chromium;
    private final Rest rest;

    @TempDir
    Path folder;

    FieldsIT(Portal portal, Chromium chromium, Rest rest) {
        this.portal = portal;
        this.chromium = chromium;
        this.rest = rest;
    }

    @Test
    void addsANumberThatIsInListFilterCardAndImportAtOnce_FLD1_FLD3_FLD8_FLD9_FLD24_FLD26() {
        Tab tab = chromium.signedIn(portal);
        tab.go("settings/fields");
        tab.await("fields-of-lead").click();
        tab.await("add-field");
        new FieldsSettings(tab, "lead").begin("NUMBER", "Ovens", "Печи", "Forni").tick("trait-LISTED").tick("trait-FILTERED").save("ovens");

        String ref = rest.create("lead", Leads.lead("Twelve ovens, please"));
        CardView card = chromium.signedIn(portal).card(ref);
        card.edit("ovens", "12");
        assertThat(rest.document(ref).path("fields").path("ovens").asString()).isEqualTo("12");

        ListPage list = chromium.signedIn(portal).list("lead");
        list.awaitRow(ref);
        list.tab().await("sort-ovens");
        list.tab().await("quick-ovens");
        assertThat(rest.count("lead", "ovens:eq:12")).isEqualTo(1);

        Path file = Leads.write(folder.resolve("ovens.csv"), "Title,Ovens\nThree ovens,3\n");
        ImportPage page = chromium.signedIn(portal).importPage("lead").choose(file);
        assertThat(page.mapped(1)).isEqualTo("ovens");
    }

    @Test
    void takesValuesOfAChoiceFromLinesAndADefaultAfterApplying_FLD12_FLD15_FLD16_FLD17_FLD25() {
        FieldsSettings fields = FieldsSettings.open(chromium.signedIn(portal), "lead").begin("CHOICE", "Finish", "Отделка", "Finitura");
        Tab tab = fields.tab();
        tab.await("bulk-options").locator("summary").click();
        tab.fill("option-lines", "Steel\nCopper\nWood\nSteel");
        tab.await("take-lines").click();
        tab.await("option-wood");
        tab.await("option-up-2").click();
        tab.await("appearance").selectOption("CHECKBOXES");

        tab.await("apply-field").click();
        tab.awaitGone("field-id");
        assertThat(tab.page().locator("[data-test^=\"option-\"][role=listitem]").allInnerTexts()).map(String::strip).containsExactly("Steel", "Wood", "Copper");
        tab.await("input-preset").getByText("Wood").click();
        fields.save("finish");

        String ref = rest.create("lead", Leads.lead("With a default"));
        assertThat(rest.document(ref).path("fields").path("finish").asString()).isEqualTo("wood");
    }

    @Test
    void keepsTheKindOfAStoredFieldAndRefusesANameThatMissesALanguage_FLD5_FLD7_FLD10_UI6() {
        FieldsSettings fields = FieldsSettings.open(chromium.signedIn(portal), "lead").begin("TEXT", "Colour", "", "Colore");
        Tab tab = fields.tab();
        tab.await("save-field").click();
        assertThat(tab.page().locator(".form-actions .note.bad").innerText()).contains("ru");
        tab.fill("name-ru", "Цвет");
        tab.await("apply-field").click();
        tab.awaitGone("field-id");

        assertThat(tab.await("field-kind").isDisabled()).isTrue();
        assertThat(tab.await("several").isDisabled()).isTrue();
        assertThat(tab.path()).isEqualTo("settings/fields/lead/colour");
    }

    @Test
    void startsADateWithAFixedDay_FLD18() {
        FieldsSettings fields = FieldsSettings.open(chromium.signedIn(portal), "lead").begin("DATE", "Known since", "Знакомы с", "Conosciuto dal");
        fields.tab().await("preset").selectOption("FIXED");
        fields.tab().fill("input-preset", "2026-01-31");
        fields.save("knownSince");

        assertThat(rest.document(rest.create("lead", Leads.lead("Known for long"))).path("fields").path("knownSince").asString()).isEqualTo("2026-01-31");
    }

    @Test
    void tellsWhyAFormulaCantBeReadAndCalculatesOnceItCan() {
        FieldsSettings fields = FieldsSettings.open(chromium.signedIn(portal), "lead").begin("MONEY", "With tax", "С налогом", "Con imposta");
        Tab tab = fields.tab();
        tab.await("computed").selectOption("FORMULA");
        tab.fill("formula", "amount * nothing");
        tab.await("save-field").click();
        tab.page().locator(".form-actions .note.bad").waitFor();
        tab.fill("formula", "amount * 1.2");
        fields.save("withTax");

        String ref = rest.create("lead", Map.of("title", "To be taxed", "amount", "100 EUR"));
        assertThat(rest.document(ref).path("fields").path("withTax").toString()).contains("120");
    }

    @Test
    void leadsFromANewFieldToTheCardItIsPlacedIn_FLD27() {
        String ref = rest.create("lead", Leads.lead("With a place for it"));
        FieldsSettings fields = FieldsSettings.open(chromium.signedIn(portal), "lead").begin("USER", "Cook", "Повар", "Cuoco");
        fields.save("cook");

        fields.tab().await("undo").click();

        fields.tab().await("card");
        assertThat(fields.tab().path()).startsWith(ref);
        fields.tab().page().locator("[data-test=card] [data-test=field-cook]").first().waitFor();
    }

    @Test
    void bringsADeletedFieldBackWithItsValues_FLD26() {
        FieldsSettings fields = FieldsSettings.open(chromium.signedIn(portal), "lead").begin("TEXT", "Nickname", "Прозвище", "Soprannome");
        fields.save("nickname");
        String ref = rest.create("lead", Map.of("title", "With a nickname", "nickname", "Bob"));

        fields.delete("nickname");
        assertThat(rest.document(ref).path("fields").has("nickname")).isFalse();
        fields.tab().await("restore-nickname").click();
        fields.row("nickname").waitFor();

        assertThat(rest.document(ref).path("fields").path("nickname").asString()).isEqualTo("Bob");
    }

    @Test
    void asksForAFieldInAStageOnly() {
        FieldsSettings fields = FieldsSettings.open(chromium.signedIn(portal), "lead").begin("TEXT", "Why junk", "Почему брак", "Perché scarto");
        Locator rule = fields.tab().await("rule-REQUIRED");
        rule.locator("[data-test=add-condition]").click();
        rule.locator("[data-test=condition-field]").selectOption("stage");
        rule.locator("select[data-test=input-value]").selectOption("junk");
        fields.save("whyJunk");

        String ref = rest.create("lead", Leads.lead("Not worth it"));
        int refused = rest.send("PATCH", "/documents/" + ref, "{\"stage\":\"junk\"}").statusCode();
        fields.delete("whyJunk");
        rest.change(ref, "{\"stage\":\"junk\"}");

        assertThat(refused).isEqualTo(422);
    }

    @Test
    void showsTheRefusalPageToWhoMayNotConfigure_FLD2() {
        Tab admin = chromium.signedIn(portal);
        admin.go("settings/people");
        admin.await("add-person").click();
        admin.page().getByLabel("Name", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true)).fill("Gina Guest");
        admin.fill("person-login", "gina");
        admin.fill("person-password", "gina-looks-only");
        admin.await("save-person").click();
        admin.await("person-gina");
        Tab tab = chromium.open(portal);
        tab.signIn("gina", "gina-looks-only");

        tab.go("settings/fields/lead");

        tab.page().locator(".empty").waitFor();
        assertThat(tab.shows("add-field")).isFalse();
    }

    @Test
    void makesAListWithSectionsStagesAndFieldsOfItsOwn_UI10_FLD21() {
        Tab tab = chromium.signedIn(portal);
        tab.go("settings/lists");
        tab.await("add-list").click();
        for (var name : Map.of("list-many-en", "Machines", "list-many-ru", "Машины", "list-many-it", "Macchine", "list-one-en", "Machine", "list-one-ru", "Машина", "list-one-it", "Macchina").entrySet()) {
            tab.fill(name.getKey(), name.getValue());
        }
        tab.await("icon-wrench").click();
        tab.await("sectioned").check();
        tab.await("create-list").click();
        section(tab, "Ovens", "");
        section(tab, "Pizza ovens", "Ovens");
        section(tab, "Mixers", "");
        FieldsSettings.open(tab, "list.machines").begin("NUMBER", "Power", "Мощность", "Potenza").tick("trait-LISTED").save("power");

        tab.list("list.machines");
        tab.await("new-document").click();
        tab.fill("input-title", "Napoli 9");
        tab.fill("input-power", "18");
        tab.await("input-section").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Ovens › Pizza ovens"));
        tab.await("create").click();
        Waiting.until("the machine", Duration.ofSeconds(10), () -> rest.count("list.machines", "power:eq:18") == 1);

        choose(tab, "Mixers");
        Waiting.until("no machine among the mixers", Duration.ofSeconds(10), () -> tab.marked("row").count() == 0);
        choose(tab, "Ovens");
        tab.marked("row").first().waitFor();
        assertThat(tab.marked("row").allInnerTexts()).singleElement().asString().contains("Napoli 9", "Ovens › Pizza ovens", "18", "New");
    }

    @Test
    void bringsADeletedListBackWithItsDocuments_UI10() {
        Tab tab = chromium.signedIn(portal);
        tab.go("settings/lists/new-list");
        List.of("list-many-en", "list-many-ru", "list-many-it").forEach(each -> tab.fill(each, "Cellars"));
        List.of("list-one-en", "list-one-ru", "list-one-it").forEach(each -> tab.fill(each, "Cellar"));
        tab.await("create-list").click();
        tab.await("open-list");
        String ref = rest.create("list.cellars", Map.of("title", "Under the hill"));

        tab.await("delete-list").click();
        tab.await("deleted-lists");
        assertThat(rest.send("GET", "/documents/" + ref, "").statusCode()).isEqualTo(404);
        tab.await("restore-list.cellars").click();
        tab.await("list-list.cellars");

        assertThat(rest.document(ref).path("fields").path("title").asString()).isEqualTo("Under the hill");
    }

    private static void section(Tab tab, String name, String in) {
        tab.await("new-section-parent").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(in.isEmpty() ? "Top level" : in));
        tab.fill("new-section", name);
        tab.await("add-section").click();
        tab.page().locator(".section-row", new com.microsoft.playwright.Page.LocatorOptions().setHasText(name)).first().waitFor();
    }

    private static void choose(Tab tab, String section) {
        tab.await("section-choice").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(section));
    }
}
