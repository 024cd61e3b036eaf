package org.kontor.itests.harness.pages;

import com.microsoft.playwright.Locator;
import org.kontor.itests.harness.Tab;

/// The board of the stages of a type.
public record BoardPage(Tab tab, String type) {

    public static BoardPage open(Tab tab, String type) {
        tab.go(type);
        tab.await("view-board").click();
        tab.page().locator("[data-test^=\"column-\"]").first().waitFor();
        return new BoardPage(tab, type);
    }

    public Locator column(String stage) {
        return tab.marked("column-" + stage);
    }

    /// The tile of a document, in whichever column.
    public Locator tile(String ref) {
        return tab.page().locator("[data-test=tile][data-ref=\"" + ref + "\"]");
    }

    public Locator tileIn(String stage, String ref) {
        return column(stage).locator("[data-test=tile][data-ref=\"" + ref + "\"]");
    }

    public void awaitIn(String stage, String ref) {
        tileIn(stage, ref).first().waitFor();
    }

    /// Moves a tile with the mouse.
    public void drag(String ref, String stage) {
        tile(ref).first().dragTo(column(stage));
    }

    public String count(String stage) {
        return column(stage).locator("[data-test=column-count]").innerText().strip();
    }
}
