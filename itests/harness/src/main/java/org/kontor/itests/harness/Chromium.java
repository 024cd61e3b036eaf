package org.kontor.itests.harness;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The machine's Chromium, without a window. Tabs share nothing with each other: each is a browser of its own to the portal.
///
/// Belongs to the thread that started it.
public final class Chromium implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final List<Tab> tabs = new ArrayList<>();

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// Starts the browser: system property `kontor.chromium`, else the one of the distribution's packages.
    public static Chromium start() {
        Path executable = Stream.of(System.getProperty("kontor.chromium", ""), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium")
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium is installed: apt-get install chromium, or name one with -Dkontor.chromium=PATH"));
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(FLAGS));
        return new Chromium(playwright, browser);
    }

    /// Opens a wide, light tab, not signed in.
    public Tab open(Portal portal) {
        return open(portal, Look.WIDE);
    }

    public Tab open(Portal portal, Look look) {
        Tab tab = new Tab(portal, browser.newContext(look.options()));
        tabs.add(tab);
        return tab;
    }

    /// Opens a wide tab in which `admin` is signed in.
    public Tab signedIn(Portal portal) {
        return signedIn(portal, Look.WIDE);
    }

    public Tab signedIn(Portal portal, Look look) {
        Tab tab = open(portal, look);
        tab.signIn("admin", portal.firstPassword());
        return tab;
    }

    List<Tab> tabs() {
        return List.copyOf(tabs);
    }

    void closeTabs() {
        tabs.forEach(Tab::close);
        tabs.clear();
    }

    @Override
    public void close() {
        closeTabs();
        browser.close();
        playwright.close();
    }
}
