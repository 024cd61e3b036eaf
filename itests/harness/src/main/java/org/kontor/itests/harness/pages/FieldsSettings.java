package org.kontor.itests.harness.pages;

import com.microsoft.playwright.Locator;
import org.kontor.itests.harness.Tab;

/// Where the fields of a type are set up.
public record FieldsSettings(Tab tab, String type) {

    public static FieldsSettings open(Tab tab, String type) {
        tab.go("settings/fields/" + type);
        tab.await("add-field");
        return new FieldsSettings(tab, type);
    }

    /// Opens the form for a new field of a kind, named in English, Russian and Italian.
    public FieldsSettings begin(String kind, String english, String russian, String italian) {
        tab.await("add-field").click();
        tab.fill("name-en", english);
        tab.fill("name-ru", russian);
        tab.fill("name-it", italian);
        tab.await("field-kind").selectOption(kind);
        return this;
    }

    public FieldsSettings tick(String name) {
        tab.await(name).check();
        return this;
    }

    /// Saves, and waits for the line of the field in the list.
    public void save(String fieldId) {
        tab.await("save-field").click();
        row(fieldId).waitFor();
    }

    public Locator row(String fieldId) {
        return tab.page().locator("tr[data-test=\"field-" + fieldId + "\"]");
    }

    /// Deletes a field by the menu of its line.
    public void delete(String fieldId) {
        tab.await("field-menu-" + fieldId).click();
        tab.await("delete-field").click();
        tab.await("deleted-" + fieldId);
    }
}
