package org.kontor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.storage.Database;
import org.kontor.storage.DatabaseFailure;
import org.kontor.storage.Engine;
import org.kontor.storage.Sql;
import org.kontor.storage.Transaction;

@ParameterizedClass
@EnumSource(Engine.class)
class TransactionsTest {
    private final TestDatabase opened;
    private final Database database;

    TransactionsTest(Engine engine) {
        opened = TestDatabase.open(engine);
        database = opened.database();
    }

    @BeforeEach
    void migrate() {
        database.migrate("sample", TransactionsTest.class);
    }

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void runEachMigrationOnce() {
        database.migrate("sample", TransactionsTest.class);

        assertThat(names()).containsExactly("first");
    }

    @Test
    void refuseAPartWithoutFiles() {
        assertThatThrownBy(() -> database.migrate("nothing", TransactionsTest.class)).hasMessageStartingWith("no file db/nothing/V<number>__<name>.sql lies beside");
    }

    @Test
    void sayWhichMigrationIsWrong() {
        assertThatThrownBy(() -> database.migrate("broken", TransactionsTest.class)).hasMessageContaining("V1__broken.sql");
    }

    @Test
    void takeBackEverythingWhenTheWorkThrows() {
        assertThatThrownBy(() -> database.write(tx -> {
            add(tx, "a");
            throw new IllegalStateException("no");
        })).hasMessage("no");

        assertThat(names()).containsExactly("first");
    }

    @Test
    void joinTheOneTheCallerIsIn() {
        assertThatThrownBy(() -> database.write(tx -> {
            database.write(inner -> add(inner, "inner"));
            throw new IllegalStateException("no");
        })).hasMessage("no");

        assertThat(names()).containsExactly("first");
    }

    @Test
    void readWhatTheyWrote() {
        List<String> seen = database.write(tx -> {
            add(tx, "mine");
            return names();
        });

        assertThat(seen).containsExactly("first", "mine");
    }

    @Test
    void takeBackOnlyWhatANestedPartWrote() {
        database.write(tx -> {
            add(tx, "kept");
            assertThatThrownBy(() -> tx.nested(() -> {
                add(tx, "gone");
                throw new IllegalStateException("no");
            })).hasMessage("no");
            return add(tx, "kept too");
        });

        assertThat(names()).containsExactly("first", "kept", "kept too");
    }

    @Test
    void goOnAfterANestedDuplicate() {
        database.write(tx -> {
            assertThatThrownBy(() -> tx.nested(() -> add(tx, "first"))).isInstanceOfSatisfying(DatabaseFailure.class, failure -> assertThat(failure.duplicate()).isTrue());
            return add(tx, "second");
        });

        assertThat(names()).containsExactly("first", "second");
    }

    @Test
    void readAndKeepWhatTheyLeftBehind() {
        List<String> seen = database.write(tx -> {
            leave(tx, "a");
            leave(tx, "b", "c");
            List<String> before = names();
            leave(tx, "d");
            return before;
        });

        assertThat(seen).containsExactly("first", "a", "b", "c");
        assertThat(names()).containsExactly("first", "a", "b", "c", "d");
    }

    @Test
    void sendWhatTheyLeaveBehindTogether() {
        List<String> sent = opened.statements().sentDuring(() -> database.write(tx -> {
            add(tx, "one");
            leave(tx, "a");
            leave(tx, "b", "c");
            leave(tx, "d");
            return 1;
        }));

        assertThat(sent).hasSize(database.engine() == Engine.POSTGRESQL ? 2 : 4);
        assertThat(names()).containsExactly("first", "one", "a", "b", "c", "d");
    }

    @Test
    void keepNothingWhenWhatTheyLeftBehindFails() {
        assertThatThrownBy(() -> database.write(tx -> {
            add(tx, "a");
            leave(tx, "first");
            return 1;
        })).isInstanceOfSatisfying(DatabaseFailure.class, failure -> assertThat(failure.duplicate()).isTrue());

        assertThat(names()).containsExactly("first");
    }

    @Test
    void forgetWhatAFailedPartLeftBehind() {
        database.write(tx -> {
            leave(tx, "kept");
            assertThatThrownBy(() -> tx.nested(() -> {
                leave(tx, "gone");
                throw new IllegalStateException("no");
            })).hasMessage("no");
            assertThatThrownBy(() -> tx.nested(() -> {
                leave(tx, "first");
                return 1;
            })).isInstanceOf(DatabaseFailure.class);
            leave(tx, "kept too");
            return 1;
        });

        assertThat(names()).containsExactly("first", "kept", "kept too");
    }

    private static void leave(Transaction tx, String... names) {
        tx.behind("insert into sample (name) values (?)", Arrays.stream(names).map(List::<Object>of).toList());
    }

    @Test
    void changeARowThatIsThereAndInsertOneThatIsNot() {
        database.write(tx -> put(tx, "first", "first, changed"));
        database.write(tx -> put(tx, "none", "new"));

        assertThat(names()).containsExactly("first, changed", "new");
    }

    @Test
    void putARowThatSomebodyElseIsJustInserting() {
        CountDownLatch inserted = new CountDownLatch(1);
        CompletableFuture<Void> slow = CompletableFuture.runAsync(() -> database.write(tx -> {
            add(tx, "shared");
            inserted.countDown();
            return sleep(500);
        }), Thread::startVirtualThread);
        await(inserted);

        database.write(tx -> {
            tx.put(Sql.of("update sample set name = name where name = ?", "shared"), Sql.of("insert into sample (name) values (?)", "shared"));
            return add(tx, "and went on");
        });
        slow.join();

        assertThat(names()).containsExactly("first", "shared", "and went on");
    }

    private static int put(Transaction tx, String name, String changed) {
        tx.put(Sql.of("update sample set name = ? where name = ?", changed, name), Sql.of("insert into sample (name) values (?)", changed));
        return 1;
    }

    @Test
    void actAfterTheCommitOnly() {
        List<String> said = new ArrayList<>();

        database.write(tx -> {
            tx.afterCommit(() -> said.add("committed " + names().size()));
            return add(tx, "a");
        });
        assertThatThrownBy(() -> database.write(tx -> {
            tx.afterCommit(() -> said.add("never"));
            throw new IllegalStateException("no");
        })).hasMessage("no");

        assertThat(said).containsExactly("committed 2");
    }

    @Test
    void giveKeysInTheOrderOfTheRows() {
        List<Long> keys = database.write(tx -> tx.insertAll("insert into sample (name) values (?)", List.of(List.of("x"), List.of("y"), List.of("z")), "id"));

        List<String> names = keys.stream().map(key -> database.read(tx -> tx.one(Sql.of("select name from sample where id = ?", key), row -> row.text("name"))).orElseThrow()).toList();
        assertThat(names).containsExactly("x", "y", "z");
    }

    @Test
    void areTakenAwayWhenTheyLastTooLong() throws InterruptedException {
        CountDownLatch overdue = new CountDownLatch(1);

        assertThatThrownBy(() -> database.writeWithin(Duration.ofMillis(200), overdue::countDown, tx -> {
            add(tx, "slow");
            await(overdue);
            return database.write(inner -> add(inner, "late"));
        })).hasMessageContaining("took longer than 0.2 s and was rolled back");

        assertThat(names()).containsExactly("first");
    }

    @Test
    void areTakenAwayInTheMiddleOfAStatement() {
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        CompletableFuture<Void> holder = CompletableFuture.runAsync(() -> database.write(tx -> {
            tx.update(Sql.of("update sample set name = 'held' where name = 'first'"));
            locked.countDown();
            return await(done, 2);
        }));
        await(locked);

        long start = System.nanoTime();
        assertThatThrownBy(() -> database.writeWithin(Duration.ofMillis(300), () -> {}, tx -> tx.update(Sql.of("update sample set name = 'other' where id > 0"))))
                .isInstanceOf(RuntimeException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
        done.countDown();
        holder.join();
    }

    /// To H2 they write one after another: none meets another by half, and none runs into a deadlock.
    @Test
    void writeToH2OneAfterAnotherWhileReadersGoOn() throws Exception {
        assumeTrue(database.engine() == Engine.H2);
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        List<String> order = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> database.write(tx -> {
            add(tx, "one");
            written.countDown();
            await(finish);
            return order.add("one");
        }), Thread::startVirtualThread);
        await(written);

        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> database.write(tx -> {
            assertThat(tx.query(Sql.of("select name from sample"), row -> row.text("name"))).doesNotContain("one");
            add(tx, "two");
            return order.add("two");
        }), Thread::startVirtualThread);
        Thread.sleep(100);
        assertThat(order).isEmpty();
        assertThat(names()).containsExactly("first");
        finish.countDown();
        CompletableFuture.allOf(first, second).join();

        assertThat(order).containsExactly("one", "two");
        assertThat(names()).containsExactly("first", "one", "two");
    }

    @Test
    void commitNothingAfterADeadlock() throws Exception {
        assumeTrue(database.engine() == Engine.POSTGRESQL);
        database.write(tx -> add(tx, "second"));
        CyclicBarrier both = new CyclicBarrier(2);

        List<CompletableFuture<Boolean>> attempts = List.of(deadlocking("first", "second", both), deadlocking("second", "first", both));
        long committed = attempts.stream().filter(CompletableFuture::join).count();

        assertThat(names().stream().filter(name -> name.startsWith("note of")).count()).isEqualTo(committed).isLessThan(2);
    }

    /// Locks two rows and meets somebody who does so the other way round; notes something before, swallows the failure and tries to commit.
    private CompletableFuture<Boolean> deadlocking(String one, String other, CyclicBarrier both) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                database.write(tx -> {
                    add(tx, "note of " + one);
                    lock(tx, one);
                    meet(both);
                    try {
                        tx.nested(() -> lock(tx, other));
                    } catch (DatabaseFailure e) {
                        assertThat(e.passing()).isTrue();
                    }
                    return true;
                });
                return true;
            } catch (RuntimeException e) {
                return false;
            }
        });
    }

    @Test
    void surviveAnInterruptedThread() throws InterruptedException {
        AtomicReference<Throwable> problem = new AtomicReference<>();
        for (int i = 0; i < 20; i++) {
            String name = "interrupted " + i;
            Thread thread = Thread.ofPlatform().start(() -> {
                try {
                    Thread.currentThread().interrupt();
                    database.write(tx -> add(tx, name + "x".repeat(20)));
                } catch (RuntimeException e) {
                    problem.set(e);
                }
            });
            thread.join(10_000);
        }

        database.write(tx -> add(tx, "after"));

        assertThat(names()).contains("after");
    }

    private static int add(Transaction tx, String name) {
        return tx.update(Sql.of("insert into sample (name) values (?)", name));
    }

    private static int lock(Transaction tx, String name) {
        return tx.query(Sql.of("select id from sample where name = ? for update", name), row -> row.number("id")).size();
    }

    private List<String> names() {
        return database.read(tx -> tx.query(Sql.of("select name from sample order by id"), row -> row.text("name")));
    }

    private static int sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return millis;
    }

    private static void meet(CyclicBarrier both) {
        try {
            both.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean await(CountDownLatch latch) {
        return await(latch, 10);
    }

    private static boolean await(CountDownLatch latch, int seconds) {
        try {
            return latch.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
