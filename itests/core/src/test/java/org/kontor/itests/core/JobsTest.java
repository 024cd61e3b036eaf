package org.kontor.itests.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.itests.core.RobotDesk.until;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.jobs.NotYet;
import org.kontor.api.jobs.Work;
import org.kontor.storage.Engine;
import org.kontor.testkit.portal.TestPortal;

/// Work at a time.
@ParameterizedClass
@EnumSource(Engine.class)
class JobsTest {
    private final TestPortal portal;
    private final List<Work> done = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();

    JobsTest(Engine engine) {
        portal = TestPortal.open(engine, List.of(), "org.kontor.core.documents");
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void isDoneAtItsTime() {
        portal.register("test.job", work -> done.add(work));
        Instant due = Instant.now().plusMillis(300);

        portal.jobs().at(due, "test.job", "a", "payload");

        until("it is done", () -> !done.isEmpty());
        assertThat(Instant.now()).isAfterOrEqualTo(due);
        assertThat(done).containsExactly(new Work("a", "payload", 1));
    }

    @Test
    void isKeptWithTheTransactionThatAskedForIt() throws InterruptedException {
        portal.register("test.job", work -> done.add(work));

        try {
            portal.database().database().write(_ -> {
                portal.jobs().at(Instant.now(), "test.job", "gone", "");
                throw new IllegalStateException("no");
            });
        } catch (IllegalStateException e) {
            portal.jobs().at(Instant.now(), "test.job", "kept", "");
        }

        until("it is done", () -> !done.isEmpty());
        assertThat(done).extracting(Work::key).containsExactly("kept");
    }

    @Test
    void isKeptOnceWhenManyAskForItAtTheSameMoment() {
        List<Thread> asking = IntStream.range(0, 8).mapToObj(_ -> Thread.ofPlatform().start(() -> {
            for (int round = 0; round < 20; round++) {
                portal.jobs().at(Instant.now().plusSeconds(3600), "test.job", "round " + round, "");
                asked.incrementAndGet();
            }
        })).toList();

        until("all have asked", () -> asking.stream().noneMatch(Thread::isAlive));

        assertThat(asked).hasValue(160);
    }

    @Test
    void isMovedWhenItIsAskedForAgain() {
        portal.jobs().at(Instant.now().plusSeconds(3600), "test.job", "a", "old");
        portal.jobs().at(Instant.now(), "test.job", "a", "new");

        portal.register("test.job", work -> done.add(work));

        until("it is done", () -> !done.isEmpty());
        assertThat(done).extracting(Work::payload).containsExactly("new");
    }

    @Test
    void isTakenBack() {
        portal.jobs().at(Instant.now().plusSeconds(3600), "test.job", "a", "");

        assertThat(portal.jobs().cancel("test.job", "a")).isTrue();
        assertThat(portal.jobs().cancel("test.job", "a")).isFalse();
    }

    @Test
    void isCalledAgainSoonWhenWhatItNeedsIsNotThereYet() {
        portal.register("test.job", work -> {
            if (asked.incrementAndGet() < 2) {
                throw new NotYet("what it needs");
            }
            done.add(work);
        });
        portal.jobs().at(Instant.now(), "test.job", "a", "payload");

        until("it is done", () -> !done.isEmpty());
        assertThat(done).containsExactly(new Work("a", "payload", 2));
    }

    @Test
    void waitsWhileItsBundleIsAway() {
        portal.jobs().at(Instant.now(), "test.job", "a", "");
        Runnable leave = portal.register("test.job", work -> done.add(work));
        until("it is done", () -> done.size() == 1);
        leave.run();
        portal.jobs().at(Instant.now(), "test.job", "b", "");

        portal.register("test.job", work -> done.add(work));

        until("the other is done", () -> done.size() == 2);
    }

    @Test
    void isTriedAgainAfterItFailed() {
        portal.register("test.job", work -> {
            done.add(work);
            if (work.attempt() == 1) {
                throw new NoClassDefFoundError("gone for a moment");
            }
        });

        portal.jobs().at(Instant.now(), "test.job", "a", "");

        until("it is tried again", () -> done.size() == 2);
        assertThat(done).extracting(Work::attempt).containsExactly(1, 2);
    }

    @Test
    void canAskForItselfAgain() {
        portal.register("test.job", work -> {
            done.add(work);
            if (done.size() < 4) {
                portal.jobs().at(Instant.now().plusMillis(20), "test.job", work.key(), "");
            }
        });

        portal.jobs().at(Instant.now(), "test.job", "a", "");

        until("it is done four times", () -> done.size() == 4);
    }
}
