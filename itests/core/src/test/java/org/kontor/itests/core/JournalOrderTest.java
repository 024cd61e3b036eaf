package org.kontor.itests.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.people.Actor;
import org.kontor.storage.Engine;
import org.kontor.storage.Journal;
import org.kontor.storage.Sql;
import org.kontor.testkit.TestDatabase;

/// Many transactions write entries, rest at random before and after, and commit in any order or not at all: a reader that follows with a cursor sees each committed entry
/// once, and none that was taken back.
class JournalOrderTest {
    private static final Actor TEST = new Actor.Robot("test");
    private static final int WRITERS = 8;
    private static final int TRANSACTIONS = Integer.getInteger("kontor.journal.transactions", 100);
    private static final long SEED = Long.getLong("kontor.journal.seed", 20_261);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Set<String> committed = ConcurrentHashMap.newKeySet();

    @ParameterizedTest
    @EnumSource(Engine.class)
    void handsOutNoEntryTooEarlyAndSkipsNone(Engine engine) throws Exception {
        try (TestDatabase database = TestDatabase.open(engine); ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                threads.submit(() -> write(database, number));
            }
            threads.shutdown();
            List<String> seen = new ArrayList<>();
            Journal.Cursor cursor = Journal.Cursor.START;
            long end = System.nanoTime() + PATIENCE.toNanos();

            while ((!threads.isTerminated() || seen.size() < committed.size()) && System.nanoTime() < end) {
                List<Journal.Entry> page = database.journal().after(cursor, 7);
                page.forEach(entry -> seen.add(entry.body()));
                cursor = page.isEmpty() ? cursor : page.getLast().cursor();
                Thread.sleep(page.isEmpty() ? 1 : 0);
            }

            assertThat(threads.awaitTermination(1, TimeUnit.SECONDS)).isTrue();
            assertThat(seen).as("seed %d", SEED).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(committed);
            assertThat(database.journal().after(cursor, 10)).isEmpty();
        }
    }

    private void write(TestDatabase database, int writer) {
        Random random = new Random(SEED + writer);
        for (int i = 0; i < TRANSACTIONS; i++) {
            List<String> bodies = new ArrayList<>();
            boolean keep = random.nextInt(10) > 0;
            try {
                database.database().write(tx -> {
                    for (int part = 0; part <= random.nextInt(3); part++) {
                        bodies.add("\"" + writer + "/" + bodies.size() + "/" + random.nextLong() + "\"");
                        database.journal().append(List.of(new Journal.NewEntry("test.written", Optional.empty(), bodies.getLast(), TEST)));
                        if (random.nextBoolean()) {
                            tx.query(Sql.of("select 1 as n"), row -> row.number("n")); // sends the entry now, before others that are written meanwhile
                        }
                        rest(random);
                    }
                    if (!keep) {
                        throw new IllegalStateException("taken back");
                    }
                    return bodies;
                });
                committed.addAll(bodies);
            } catch (IllegalStateException e) {
                rest(random);
            }
        }
    }

    private static void rest(Random random) {
        try {
            Thread.sleep(random.nextInt(4) == 0 ? random.nextInt(15) : 0);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
