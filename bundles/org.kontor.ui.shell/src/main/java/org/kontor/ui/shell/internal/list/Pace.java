package org.kontor.ui.shell.internal.list;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.kontor.ui.api.Viewer;

/// Lets a page catch up with changes without hurrying: at once after a quiet time, twice a second at most while thousands of changes
/// come in, and never more than a tenth of the time. To be used in the tab.
final class Pace {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int SHARE = 10;

    private final Viewer viewer;
    private final Runnable action;
    private long notBefore = System.nanoTime();
    private boolean waiting;
    private boolean stopped;

    Pace(Viewer viewer, Runnable action) {
        this.viewer = viewer;
        this.action = action;
    }

    /// Something changed: acts now or a little later, once for all that comes until then.
    void beat() {
        if (waiting || stopped) {
            return;
        }
        long wait = notBefore - System.nanoTime();
        if (wait <= 0) {
            act();
            return;
        }
        waiting = true;
        Executor later = CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS, Thread::startVirtualThread);
        later.execute(() -> viewer.later(() -> {
            waiting = false;
            if (!stopped) {
                act();
            }
        }));
    }

    void stop() {
        stopped = true;
    }

    private void act() {
        long start = System.nanoTime();
        action.run();
        long end = System.nanoTime();
        notBefore = end + Math.max(PAUSE.toNanos(), SHARE * (end - start));
    }
}
