package org.kontor.itests.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Imports;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Slice;
import org.kontor.leads.Lead;
import org.kontor.storage.Engine;
import org.kontor.tasks.Task;
import org.kontor.testkit.TestDatabase;
import org.kontor.testkit.portal.TestPortal;

/// Kills a portal in the middle of an import (kill -9), again and again, and looks at what is there in the end.
///
/// `-Dkontor.crash.rounds=50` kills more often, `-Dkontor.crash.rows=5000` imports more, `-Dkontor.crash.seed=7` repeats the moments of a run.
class KilledImportTest {
    private static final int ROUNDS = Integer.getInteger("kontor.crash.rounds", 3);
    private static final int ROWS = Integer.getInteger("kontor.crash.rows", 2000);
    private static final long SEED = Long.getLong("kontor.crash.seed", 20_261);
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void losesAndDoublesNothing(Engine engine) throws Exception {
        String url = engine == Engine.H2 ? "" : TestDatabase.newPostgresql();
        Random random = new Random(SEED);

        for (int round = 0; round < ROUNDS; round++) {
            runAndKill(url, round == 0 ? ROWS : 0, random.nextInt(1_500));
        }

        try (TestPortal portal = LeadPortal.open(LeadPortal.database(folder, url))) {
            RobotDesk.until("the import is done, seed " + SEED, PATIENCE, () -> progress(portal).state() == Imports.State.DONE);
            RobotDesk.until("each lead has a task, seed " + SEED, PATIENCE, () -> all(portal, Task.TYPE).size() >= ROWS - ROWS / 10);
            Thread.sleep(500);
            assertThat(titles(portal)).as("leads, seed %d", SEED).isEqualTo(IntStream.rangeClosed(1, ROWS).filter(row -> row % 10 != 0).mapToObj(row -> "lead " + row).sorted().toList());
            assertThat(all(portal, Task.TYPE)).as("tasks, seed %d", SEED).hasSize(ROWS - ROWS / 10);
            assertThat(values(portal, Task.ABOUT)).as("what tasks are about, seed %d", SEED).hasSize(ROWS - ROWS / 10);
            assertThat(progress(portal)).satisfies(progress -> {
                assertThat(progress.created()).isEqualTo(ROWS - ROWS / 10);
                assertThat(progress.refused()).isEqualTo(ROWS / 10);
            });
        }
    }

    private void runAndKill(String url, int rows, int millis) throws IOException, InterruptedException {
        Files.deleteIfExists(folder.resolve("up"));
        Process portal = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-cp", System.getProperty("java.class.path"),
                        LeadPortal.class.getName(), folder.toString(), url, Integer.toString(rows))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
        try {
            RobotDesk.until("the portal is up", PATIENCE, () -> Files.exists(folder.resolve("up")) || !portal.isAlive());
            assertThat(portal.isAlive()).as(() -> output()).isTrue();
            Thread.sleep(millis);
        } finally {
            portal.destroyForcibly();
            assertThat(portal.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private String output() {
        try {
            return Files.readString(folder.resolve("out.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static Imports.Progress progress(TestPortal portal) {
        return portal.imports().latest(LeadPortal.ADMIN).getFirst();
    }

    private static List<String> titles(TestPortal portal) {
        return all(portal, Lead.TYPE).stream().map(lead -> lead.get(Lead.TITLE).orElseThrow()).sorted().toList();
    }

    private static <T> Set<T> values(TestPortal portal, Field<T> field) {
        Set<T> values = new HashSet<>();
        all(portal, Task.TYPE).forEach(document -> values.add(document.get(field).orElseThrow()));
        return values;
    }

    private static List<Document> all(TestPortal portal, String type) {
        List<Document> all = new java.util.ArrayList<>();
        Query query = Query.newest(type).sorted("id", false).limited(Query.MOST);
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            Slice page = portal.documents().find(next.get().isEmpty() ? query : query.from(next.get()), LeadPortal.ADMIN);
            all.addAll(page.documents());
            next = page.next();
        }
        return all;
    }
}
