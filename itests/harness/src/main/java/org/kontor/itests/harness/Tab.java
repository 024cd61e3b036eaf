package org.kontor.itests.harness;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import org.kontor.itests.harness.pages.BoardPage;
import org.kontor.itests.harness.pages.CardView;
import org.kontor.itests.harness.pages.ImportPage;
import org.kontor.itests.harness.pages.ListPage;
import org.kontor.itests.harness.pages.ModulesPage;
import org.kontor.itests.harness.pages.RobotsPage;
import org.kontor.itests.harness.pages.SignInPage;
import org.kontor.itests.harness.pages.TokensPage;

/// A browser with one page of the portal open.
public final class Tab implements AutoCloseable {
    private static final double PATIENCE_MILLIS = 10_000;

    private final Portal portal;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Tab(Portal portal, BrowserContext context) {
        this.portal = portal;
        this.context = context;
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onPageError(complaints::add);
    }

    /// The page as Playwright sees it.
    public Page page() {
        return page;
    }

    Portal portal() {
        return portal;
    }

    /// Errors of scripts in this tab so far.
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /// Loads an address of the portal, `""` for the home page.
    public void go(String path) {
        page.navigate(portal.address() + "/" + path);
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
    }

    /// Elements with the mark `name`.
    public Locator marked(String name) {
        return page.locator("[data-test=\"" + name + "\"]");
    }

    public boolean shows(String name) {
        return marked(name).first().isVisible();
    }

    /// Waits until an element with the mark is seen.
    public Locator await(String name) {
        Locator found = marked(name).first();
        found.waitFor();
        return found;
    }

    /// Waits until no element with the mark is there any more.
    public void awaitGone(String name) {
        marked(name).first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    /// Fills the input with the mark, or the one inside the marked element.
    public void fill(String name, String text) {
        Locator found = await(name);
        (found.evaluate("e => e.matches('input,textarea,select')").equals(true) ? found : found.locator("input,textarea").first()).fill(text);
    }

    public void signIn(String login, String password) {
        SignInPage.open(this).enter(login, password);
        await("menu-settings");
    }

    /// The path that is open, without a leading slash.
    public String path() {
        String url = page.url();
        return url.startsWith(portal.address() + "/") ? url.substring(portal.address().length() + 1) : url;
    }

    public ListPage list(String type) {
        return ListPage.open(this, type);
    }

    public BoardPage board(String type) {
        return BoardPage.open(this, type);
    }

    public CardView card(String ref) {
        return CardView.open(this, ref);
    }

    public ImportPage importPage(String type) {
        return ImportPage.open(this, type);
    }

    public RobotsPage robots(String type) {
        return RobotsPage.open(this, type);
    }

    public ModulesPage modules() {
        return ModulesPage.open(this);
    }

    public TokensPage tokens() {
        return TokensPage.open(this);
    }

    @Override
    public void close() {
        context.close();
    }
}
