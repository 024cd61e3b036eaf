package org.kontor.itests.harness.pages;

import com.microsoft.playwright.Locator;
import org.kontor.itests.harness.Tab;

/// The card of a document, alone or over a list or board.
public record CardView(Tab tab, String ref) {

    public static CardView open(Tab tab, String ref) {
        tab.go(ref);
        tab.await("card");
        return new CardView(tab, ref);
    }

    /// The title as seen, without what only screen readers say before it.
    public String title() {
        return tab.await("card-title").innerText().strip().lines().reduce("", (_, last) -> last);
    }

    public Locator field(String id) {
        return tab.marked("card").locator("[data-test=\"field-" + id + "\"]");
    }

    /// Edits a value in place and saves it with Enter.
    public void edit(String id, String text) {
        type(id, text);
        tab.page().locator("[data-test=\"field-" + id + "\"]").filter(new Locator.FilterOptions().setHasText(text)).first().waitFor();
    }

    /// Types into a value and presses Enter, whatever comes of it.
    public void type(String id, String text) {
        field(id).first().click();
        Locator input = input(id);
        input.waitFor();
        input.fill(text);
        input.press("Enter");
    }

    private Locator input(String id) {
        Locator inside = tab.page().locator(("[data-test=card] [data-test=\"field-%1$s\"] input, [data-test=card] input[data-test=\"input-%1$s\"], [data-test=card] [data-test=\"input-%1$s\"] input, "
                + "[data-test=card] [data-test=\"field-%1$s\"] textarea, [data-test=card] textarea[data-test=\"input-%1$s\"], [data-test=card] [data-test=\"input-%1$s\"] textarea").formatted(id));
        return inside.first();
    }

    public Locator stage(String id) {
        return tab.marked("card").locator("[data-test=\"stage-" + id + "\"]");
    }

    public void moveTo(String stage) {
        stage(stage).first().click();
        tab.page().locator("[data-test=card] [data-test=\"stage-" + stage + "\"][aria-current]").first().waitFor();
    }

    public void openTab(String name) {
        tab.await("tab-" + name).click();
    }

    /// The lines of the timeline, newest first.
    public Locator entries() {
        return tab.marked("card").locator("[data-test=entry]");
    }

    public Locator robot(String id) {
        return tab.marked("card").locator("[data-test=\"robot-" + id + "\"]");
    }

    /// Shows how far the robots are.
    public CardView openRobots() {
        openTab("robots");
        tab.page().locator("[data-test=card] [data-progress]").first().waitFor();
        return this;
    }

    /// Waits until a robot's step is as far as `progress`, as in `DONE`. The robots must be shown.
    public void awaitRobot(String id, String progress, double millis) {
        tab.page().locator("[data-test=card] [data-test=\"robot-" + id + "\"][data-progress=" + progress + "]").first()
                .waitFor(new Locator.WaitForOptions().setTimeout(millis));
    }

    public void close() {
        tab.await("card-close").click();
        tab.awaitGone("card");
    }
}
