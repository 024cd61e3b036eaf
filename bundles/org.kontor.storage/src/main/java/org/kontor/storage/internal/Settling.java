package org.kontor.storage.internal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.kontor.storage.Database;
import org.kontor.storage.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Wakes readers of the journal until what was committed may be handed out (PostgreSQL).
///
/// An entry waits for every older transaction of the whole server, and nobody announces the end of those. So after a commit the
/// snapshot is looked at again and again until it has passed; nothing is asked when nothing is committed.
final class Settling {
    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);
    private static final Duration SHORTEST = Duration.ofMillis(5);
    private static final Duration LONGEST = Duration.ofMillis(200);
    private static final Sql SNAPSHOT = Sql.of("select pg_snapshot_xmin(s)::text::bigint as low, pg_snapshot_xmax(s)::text::bigint as high from pg_current_snapshot() s");

    /// Transactions below `low` are over, those from `high` on had not begun.
    private record Snapshot(long low, long high) {}

    private final Database database;
    private final Runnable wake;
    private final Semaphore bell = new Semaphore(0);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    Settling(Database database, Runnable wake) {
        this.database = database;
        this.wake = wake;
        this.thread = Thread.ofVirtual().name("kontor-journal-settling").start(this::run);
    }

    void committed() {
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    void close() {
        closed.countDown();
        bell.release();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (closed.getCount() > 0) {
            try {
                bell.acquire();
                bell.drainPermits();
                settle();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.debug("the snapshot of the database can't be seen", e);
            }
        }
    }

    private void settle() throws InterruptedException {
        long wanted = snapshot().high();
        Duration pause = SHORTEST;
        while (snapshot().low() < wanted) {
            if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
            wake.run();
        }
        wake.run();
    }

    private Snapshot snapshot() {
        return database.read(tx -> tx.one(SNAPSHOT, row -> new Snapshot(row.number("low"), row.number("high")))).orElseThrow();
    }
}
