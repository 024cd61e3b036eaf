package org.kontor.core.modules;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells who watches that something changed: once for a burst of events.
final class Notices implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final long PAUSE_MILLIS = 100;

    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("kontor-modules").factory());
    private final AtomicBoolean pending = new AtomicBoolean();

    AutoCloseable watch(Runnable changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }

    void soon() {
        if (pending.compareAndSet(false, true)) {
            in(PAUSE_MILLIS, this::tell);
        }
    }

    /// Runs `act` on the thread of notices after a pause; not when the portal stops before.
    void in(long millis, Runnable act) {
        try {
            clock.schedule(act, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException _) {
            LOG.debug("the portal stops: nobody is told any more");
        }
    }

    private void tell() {
        pending.set(false);
        for (Runnable watcher : watchers) {
            try {
                watcher.run();
            } catch (RuntimeException e) {
                LOG.warn("a watcher of modules failed, the others are told", e);
            }
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
