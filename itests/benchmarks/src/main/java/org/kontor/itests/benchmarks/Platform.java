package org.kontor.itests.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.kontor.itests.harness.Chromium;
import org.kontor.itests.harness.Leads;
import org.kontor.itests.harness.Parcels;
import org.kontor.itests.harness.Portal;
import org.kontor.itests.harness.Rest;
import org.kontor.itests.harness.Tab;
import org.kontor.itests.harness.Waiting;

/// The area `platform`: start, memory, first page, a dropped bundle, an import with its robots.
final class Platform {
    private static final Duration WORK = Duration.ofMinutes(10);

    private final Figures figures = new Figures("platform");
    private final boolean quick;

    Platform(boolean quick) {
        this.quick = quick;
    }

    Figures measure() throws IOException, InterruptedException, SQLException {
        bareStart();
        try (Portal portal = Portal.start(); Chromium chromium = Chromium.start()) {
            start(portal);
            firstPage(portal, chromium);
            try (Tab tab = chromium.signedIn(portal); Tab other = chromium.signedIn(portal)) {
                Rest rest = new Rest(portal, tab.tokens().issue("bench"));
                drop(portal, rest, tab);
                imports(rest, other);
            }
        }
        return figures;
    }

    private void bareStart() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        try (BareServer bare = BareServer.start()) {
            bare.awaitPort();
            figures.tell("start.framework-and-web-server-alone", millis(begin), "ms");
            Thread.sleep(1_000);
            figures.tell("memory.framework-and-web-server-alone", Memory.residentMegabytes(bare.pid()), "MB");
        }
    }

    private void start(Portal portal) throws IOException {
        figures.atMost("start.first", portal.startTime().toMillis(), "ms", 8_000);
        List<Double> again = new ArrayList<>();
        for (int i = 0; i < (quick ? 1 : 5); i++) {
            portal.restart();
            again.add((double) portal.startTime().toMillis());
        }
        figures.atMost("start.again.median", Figures.median(again), "ms", 6_000);
        figures.atMost("memory.after-start", Memory.residentMegabytes(portal.pid()), "MB", 320);
    }

    /// What a browser with an empty cache fetches and waits for, from the address to the drawn page.
    private void firstPage(Portal portal, Chromium chromium) {
        List<Double> times = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        double bytes = 0;
        for (int i = 0; i < (quick ? 3 : 10); i++) {
            try (Tab tab = chromium.open(portal)) {
                long begin = System.nanoTime();
                tab.go("sign-in");
                plain.add(millis(begin));
                tab.signIn("admin", portal.firstPassword());
            }
            try (Tab tab = chromium.open(portal)) {
                tab.signIn("admin", portal.firstPassword());
                bytes = fetched(tab);
                long begin = System.nanoTime();
                tab.go("");
                tab.await("menu-settings");
                times.add(millis(begin));
            }
        }
        figures.atMost("first-page.fetched", bytes / 1024, "KB", 700);
        figures.atMost("first-page.time.median", Figures.median(times), "ms", 2_500);
        figures.tell("first-page.time.p95", Figures.quantile(times, 0.95), "ms");
        figures.tell("first-page.time.plain-html-page", Figures.median(plain), "ms");
    }

    private static double fetched(Tab tab) {
        Object sum = tab.page().evaluate("() => performance.getEntries().filter(e => 'transferSize' in e).reduce((sum, e) => sum + e.transferSize, 0)");
        return ((Number) sum).doubleValue();
    }

    private void drop(Portal portal, Rest rest, Tab tab) {
        Path jar = Parcels.jar();
        tab.card(rest.create("lead", Leads.lead("Open card")));
        List<Double> came = new ArrayList<>();
        List<Double> left = new ArrayList<>();
        List<Double> server = new ArrayList<>();
        for (int i = 0; i < (quick ? 3 : 15); i++) {
            long begin = System.nanoTime();
            portal.deploy(jar);
            tab.await("tab-150");
            tab.await("menu-acme/parcels");
            came.add(millis(begin));
            begin = System.nanoTime();
            portal.undeploy(jar);
            tab.awaitGone("tab-150");
            left.add(millis(begin));
            Waiting.until("the type to go", WORK, () -> rest.send("GET", "/documents/acme.parcel", "").statusCode() == 404);
            begin = System.nanoTime();
            portal.deploy(jar);
            Waiting.until("the type", WORK, () -> rest.send("GET", "/documents/acme.parcel", "").statusCode() == 200);
            server.add(millis(begin));
            portal.undeploy(jar);
            tab.awaitGone("tab-150");
        }
        figures.atMost("drop.visible.median", Figures.median(came), "ms", 1_000);
        figures.tell("drop.visible.p95", Figures.quantile(came, 0.95), "ms");
        figures.atMost("drop.gone.median", Figures.median(left), "ms", 1_000);
        figures.tell("drop.known-to-the-server", Figures.median(server), "ms");
    }

    private void imports(Rest rest, Tab tab) throws IOException, SQLException {
        int rows = quick ? 1_000 : 5_000;
        Path csv = Leads.file(Files.createTempDirectory("kontor-bench-"), "Bench", rows);
        long before = rest.count("task", "");
        long leads = rest.count("lead", "");
        tab.importPage("lead").choose(csv);
        long begin = System.nanoTime();
        tab.await("start-import").click();
        Waiting.until("the leads", WORK, () -> rest.count("lead", "title:starts:Bench") >= rows || rest.count("lead", "") >= leads + rows);
        double created = rows / ((System.nanoTime() - begin) / 1e9);
        Waiting.until("the tasks", WORK, () -> rest.count("task", "") >= before + rows);
        double done = rows / ((System.nanoTime() - begin) / 1e9);
        double plain = PlainInserts.rate(csv);
        figures.tell("import.leads", created, "rows/s");
        figures.atLeast("import.leads-with-robots", done, "rows/s", 150);
        figures.tell("import.plain-jdbc", plain, "rows/s");
        figures.tell("import.times-slower-than-plain-jdbc", plain / done, "x");
        Files.delete(csv);
    }

    private static double millis(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }
}
