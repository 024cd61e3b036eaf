package org.kontor.core.workflow;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// A thread that calls steps, and the one it is calling now.
final class Turn {
    /// The step that is being called, for who looks after the time.
    record Current(RunTable.Wait waiting, String activityId) {}

    private final Thread thread;
    private final AtomicReference<Optional<Current>> current = new AtomicReference<>(Optional.empty());
    private volatile boolean givenUp;

    Turn(String name, Consumer<Turn> work) {
        thread = Thread.ofPlatform().daemon().name(name).unstarted(() -> work.accept(this));
    }

    void start() {
        thread.start();
    }

    void begins(Current step) {
        current.set(Optional.of(step));
    }

    void ends() {
        current.set(Optional.empty());
    }

    /// The step that is being called, which is forgotten with that.
    Optional<Current> takeCurrent() {
        return current.getAndSet(Optional.empty());
    }

    /// Its transaction was taken away: whatever it still does counts for nothing.
    void giveUp() {
        givenUp = true;
        thread.interrupt();
    }

    boolean givenUp() {
        return givenUp;
    }

    void join(Duration patience) throws InterruptedException {
        thread.join(patience);
    }
}
