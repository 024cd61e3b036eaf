package org.kontor.itests.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.itests.harness.Chromium;
import org.kontor.itests.harness.Leads;
import org.kontor.itests.harness.Portal;
import org.kontor.itests.harness.Rest;
import org.kontor.itests.harness.Tab;
import org.kontor.itests.harness.Waiting;
import org.kontor.itests.harness.Walk;
import tools.jackson.databind.JsonNode;

/// Step 4 of first light: `kill -9` in the middle of an import. `-Dkontor.rounds=N` repeats it, each time at another moment.
@Walk
final class CrashIT {
    private static final int ROWS = 5_000;
    private static final int ROUNDS = Integer.getInteger("kontor.rounds", 1);
    private static final Duration WORK = Duration.ofMinutes(5);

    private final Chromium chromium;

    @TempDir
    Path folder;

    CrashIT(Chromium chromium) {
        this.chromium = chromium;
    }

    @Test
    void leavesEveryImportedLeadWithExactlyOneTask() {
        for (int round = 0; round < ROUNDS; round++) {
            killAndCount(500 + new Random(round).nextInt(3_000));
        }
    }

    /// Kills it when `created` leads are there, and once more shortly after the new start.
    private void killAndCount(int created) {
        try (Portal portal = Portal.start()) {
            Rest rest = start(portal);
            Waiting.until(created + " leads", WORK, () -> rest.count("lead", "") >= created);
            portal.kill9();
            portal.restart();
            Waiting.until("the import to go on", WORK, () -> rest.count("lead", "") > created);
            portal.kill9();
            portal.restart();

            Waiting.until("all leads", WORK, () -> rest.count("lead", "") >= ROWS);
            Waiting.until("all tasks", WORK, () -> rest.count("task", "") >= ROWS);
            Waiting.until("the robots to be idle", WORK, () -> quiet(rest));
            List<String> leads = rest.all("lead").stream().map(lead -> lead.path("ref").asString()).toList();
            Map<String, Long> tasks = rest.all("task").stream().map(CrashIT::about).collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

            assertThat(leads).as("killed at %d leads", created).hasSize(ROWS);
            assertThat(tasks.keySet()).as("leads with a task, killed at %d leads", created).containsExactlyInAnyOrderElementsOf(leads);
            assertThat(tasks.values()).as("tasks of a lead, killed at %d leads", created).containsOnly(1L);
        }
    }

    private Rest start(Portal portal) {
        try (Tab tab = chromium.signedIn(portal)) {
            Rest rest = new Rest(portal, tab.tokens().issue("walk"));
            tab.importPage("lead").choose(Leads.file(folder, "Crash", ROWS)).start();
            return rest;
        }
    }

    /// No task came within two seconds.
    private static boolean quiet(Rest rest) throws InterruptedException {
        long before = rest.count("task", "");
        Thread.sleep(2_000);
        return rest.count("task", "") == before;
    }

    private static String about(JsonNode task) {
        JsonNode about = task.path("fields").path("about");
        return about.isString() ? about.asString() : about.path("ref").asString();
    }
}
