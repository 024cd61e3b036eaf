package org.kontor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.events.Cause;
import org.kontor.api.people.Actor;
import org.kontor.api.people.PersonId;
import org.kontor.api.people.TokenScope;
import org.kontor.storage.Database;
import org.kontor.storage.Engine;
import org.kontor.storage.Journal;
import org.kontor.storage.Sql;
import org.kontor.storage.Transaction;

@ParameterizedClass
@EnumSource(Engine.class)
class JournalTest {
    private static final Actor TEST = new Actor.Robot("test");

    private final TestDatabase opened;
    private final Database database;
    private final Journal journal;

    JournalTest(Engine engine) {
        opened = TestDatabase.open(engine);
        database = opened.database();
        journal = opened.journal();
    }

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void handsOutNothingBeforeItsTransactionCommits() {
        database.write(tx -> {
            journal.append(List.of(entry("a")));
            send(tx);
            assertThat(elsewhere(Journal.Cursor.START)).isEmpty();
            return true;
        });

        assertThat(read(Journal.Cursor.START)).containsExactly("a");
    }

    @Test
    void neverSkipsAnEntryOfASlowerTransaction() throws InterruptedException {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        CompletableFuture<Void> slow = CompletableFuture.runAsync(() -> database.write(tx -> {
            journal.append(List.of(entry("slow")));
            send(tx);
            written.countDown();
            return await(finish);
        }));
        assertThat(written.await(10, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Void> fast = later("fast");
        assertThat(read(Journal.Cursor.START)).isEmpty();
        finish.countDown();
        CompletableFuture.allOf(slow, fast).join();

        assertThat(read(Journal.Cursor.START)).containsExactly("slow", "fast");
    }

    @Test
    void wakesReadersWhenTheSlowerTransactionRollsBack() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        CompletableFuture<Void> slow = CompletableFuture.runAsync(() -> database.write(tx -> {
            journal.append(List.of(entry("slow")));
            send(tx);
            written.countDown();
            await(finish);
            throw new IllegalStateException("no");
        }));
        assertThat(written.await(10, TimeUnit.SECONDS)).isTrue();
        later("fast");
        Semaphore woken = new Semaphore(0);

        try (AutoCloseable _ = journal.onCommit(woken::release)) {
            finish.countDown();
            assertThatThrownBy(slow::join).hasRootCauseMessage("no");
            assertThat(seenSoon(woken, "fast")).isTrue();
        }
    }

    /// Makes a transaction send what it left behind: entries get their places then.
    private static void send(Transaction tx) {
        tx.query(Sql.of("select 1 as n"), row -> row.number("n"));
    }

    // On PostgreSQL an entry also waits for older transactions that write no entry at all.
    @Test
    void wakesReadersWhenAnOlderTransactionWithoutEntriesEnds() throws Exception {
        database.migrate("sample", JournalTest.class);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        CompletableFuture<Void> older = CompletableFuture.runAsync(() -> database.write(tx -> {
            tx.update(Sql.of("update sample set name = 'older'"));
            begun.countDown();
            return await(finish);
        }));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        Semaphore woken = new Semaphore(0);

        try (AutoCloseable _ = journal.onCommit(woken::release)) {
            later("fast");
            finish.countDown();
            older.join();
            assertThat(seenSoon(woken, "fast")).isTrue();
        }
    }

    @Test
    void losesNothingAndKeepsTheOrderOfManyWriters() {
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (int writer = 0; writer < 6; writer++) {
            int number = writer;
            writers.add(CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 40; i++) {
                    journal.append(List.of(entry(number + "-" + i)));
                }
            }));
        }
        Journal.Cursor cursor = Journal.Cursor.START;
        while (seen.size() < 240) {
            List<Journal.Entry> page = journal.after(cursor, 7);
            page.forEach(entry -> seen.add(entry.body()));
            cursor = page.isEmpty() ? cursor : page.getLast().cursor();
        }

        writers.forEach(CompletableFuture::join);
        assertThat(seen).doesNotHaveDuplicates().hasSize(240);
        assertThat(seen.stream().filter(body -> body.startsWith("3-"))).isSortedAccordingTo((a, b) -> Integer.compare(number(a), number(b)));
    }

    @Test
    void remembersWhoAndWhy() {
        Actor client = new Actor.Client(new PersonId(7), "my: script", TokenScope.WRITE);
        journal.append(List.of(entry("a")));
        long parent = journal.end().position();

        journal.because(new Cause.Follows(parent, 1), () -> {
            journal.append(List.of(new Journal.NewEntry("x", Optional.of(new DocumentRef("lead", 5)), "b", client)));
            return true;
        });
        Journal.Entry last = journal.of(new DocumentRef("lead", 5), Long.MAX_VALUE, 10).getFirst();

        assertThat(last.actor()).isEqualTo(client);
        assertThat(last.cause()).isEqualTo(new Cause.Follows(parent, 1));
        assertThat(journal.at(parent)).map(Journal.Entry::body).contains("a");
    }

    @Test
    void endsBehindItsNewestEntry() {
        journal.append(List.of(entry("a"), entry("b")));

        Journal.Cursor end = journal.end();
        journal.append(List.of(entry("c")));

        assertThat(read(end)).containsExactly("c");
    }

    /// Writes an entry beside what this thread does; to H2 it comes when the writers before it are done.
    private CompletableFuture<Void> later(String body) throws InterruptedException {
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> journal.append(List.of(entry(body))), Thread::startVirtualThread);
        Thread.sleep(50);
        return writing;
    }

    private boolean seenSoon(Semaphore woken, String body) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!read(Journal.Cursor.START).contains(body) && System.nanoTime() < end) {
            if (!woken.tryAcquire(5, TimeUnit.SECONDS)) {
                return false;
            }
        }
        return read(Journal.Cursor.START).contains(body);
    }

    private List<String> read(Journal.Cursor from) {
        return journal.after(from, 100).stream().map(Journal.Entry::body).toList();
    }

    private List<String> elsewhere(Journal.Cursor from) {
        return CompletableFuture.supplyAsync(() -> read(from)).join();
    }

    private static Journal.NewEntry entry(String body) {
        return new Journal.NewEntry("test.event", Optional.empty(), body, TEST);
    }

    private static int number(String body) {
        return Integer.parseInt(body.substring(body.indexOf('-') + 1));
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
