package org.kontor.itests.harness.pages;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import org.kontor.itests.harness.Tab;

/// Where a file is imported.
public record ImportPage(Tab tab) {

    public static ImportPage open(Tab tab, String type) {
        tab.go("import/" + type);
        tab.await("import-file");
        return new ImportPage(tab);
    }

    /// Hands a file over and waits for the guessed columns.
    public ImportPage choose(Path file) {
        drop(file);
        tab.page().locator("[data-test^=\"column-map-\"]").first().waitFor(new Locator.WaitForOptions().setTimeout(30_000));
        return this;
    }

    /// Hands a file over.
    public void drop(Path file) {
        tab.marked("import-file").locator("input[type=file]").setInputFiles(file);
    }

    /// The field a column was mapped to, counted from 0.
    public String mapped(int column) {
        Locator select = tab.marked("column-map-" + column).first();
        return select.evaluate("e => { const s = e.matches('select') ? e : e.querySelector('select'); return s ? s.value : e.value ?? e.innerText }").toString();
    }

    public void tryOut() {
        tab.await("try-out").click();
    }

    public void start() {
        tab.await("start-import").click();
    }

    /// The number in one of the result texts, as in `import-created`.
    public long number(String name) {
        String digits = tab.await(name).innerText().replaceAll("[^0-9]", "");
        return digits.isEmpty() ? -1 : Long.parseLong(digits);
    }
}
