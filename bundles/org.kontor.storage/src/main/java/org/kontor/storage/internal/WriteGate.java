package org.kontor.storage.internal;

import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.kontor.storage.DatabaseFailure;

/// Lets transactions write: all at once, or to an H2 file one after another, each from its first write to its end, in the order they came.
///
/// What H2 writes to its file at a commit is a snapshot it takes table by table while others go on. A transaction that is just being committed by another thread is in it by half, and a
/// crash before the next snapshot leaves it so: rows of one table without those of the next (h2database issue 2080 tells how). With one
/// writer no snapshot meets another transaction on its way. Readers go on meanwhile.
final class WriteGate {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LOOK_EVERY_MILLIS = 1_000;
    private static final String LOCK_TIMEOUT = "HYT00";

    private final Semaphore writers;

    private WriteGate(int writers) {
        this.writers = new Semaphore(writers, true);
    }

    static WriteGate open() {
        return new WriteGate(Integer.MAX_VALUE);
    }

    static WriteGate oneByOne() {
        return new WriteGate(1);
    }

    /// Waits until nobody else writes; who entered must [#leave]. `look` is called each second meanwhile and ends the waiting by throwing; whoever waits longer loses the place in the line to it. An interruption of the thread is kept for later,
    /// as a statement would.
    ///
    /// @throws DatabaseFailure that passes, when others took too long
    void enter(Runnable look) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                look.run();
                try {
                    if (writers.tryAcquire(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                        return;
                    }
                } catch (InterruptedException e) {
                    interrupted = true;
                }
                if (System.nanoTime() > end) {
                    String message = "another change has been written for more than " + PATIENCE.toSeconds() + " s: try again";
                    throw new DatabaseFailure(message, new SQLTransientException(message, LOCK_TIMEOUT));
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void leave() {
        writers.release();
    }
}
