package org.kontor.itests.harness.pages;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.kontor.itests.harness.Tab;

/// The list of the documents of a type.
public record ListPage(Tab tab, String type) {

    public static ListPage open(Tab tab, String type) {
        tab.go(type + "?view=list");
        tab.await("view-list");
        return new ListPage(tab, type);
    }

    public Locator rows() {
        return tab.marked("row");
    }

    public Locator row(String ref) {
        return tab.page().locator("[data-test=row][data-ref=\"" + ref + "\"]");
    }

    /// Waits until the document is seen, without touching the page.
    public Locator awaitRow(String ref) {
        Locator row = row(ref);
        row.first().waitFor();
        return row;
    }

    public List<String> texts() {
        return rows().allInnerTexts();
    }

    public void search(String words) {
        Locator field = tab.marked("filter-words");
        Locator input = field.locator("input");
        (input.count() > 0 ? input.first() : field).fill(words);
    }

    /// Opens the card over the list.
    public CardView openCard(String ref) {
        row(ref).first().click();
        tab.await("card");
        return new CardView(tab, ref);
    }
}
