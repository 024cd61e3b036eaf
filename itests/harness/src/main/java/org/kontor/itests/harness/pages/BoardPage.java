package org.kontor.itests.harness.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.BoundingBox;
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

    /// Moves a tile with the mouse. The drag has begun before the board scrolls to a column that is out of sight.
    public void drag(String ref, String stage) {
        BoundingBox from = box(tile(ref).first());
        Mouse mouse = tab.page().mouse();
        mouse.move(from.x + from.width / 2, from.y + 12);
        mouse.down();
        mouse.move(from.x + from.width / 2 + 8, from.y + 20);
        BoundingBox to = box(column(stage));
        mouse.move(to.x + to.width / 2, to.y + to.height / 2, new Mouse.MoveOptions().setSteps(5));
        mouse.up();
    }

    private static BoundingBox box(Locator locator) {
        locator.scrollIntoViewIfNeeded();
        return locator.boundingBox();
    }

    public String count(String stage) {
        return column(stage).locator("[data-test=column-count]").innerText().strip();
    }
}
