package org.kontor.ui.shell.internal.batch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.kontor.ui.api.Viewer;

/// Looks again and again in a tab, as long as there is something to look for. To be used in the tab.
final class Again {
    private static final Executor SOON = CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS, Thread::startVirtualThread);

    private final Viewer viewer;
    private final BooleanSupplier look;
    private boolean waiting;
    private boolean stopped;

    /// `look` says whether to look once more.
    Again(Viewer viewer, BooleanSupplier look) {
        this.viewer = viewer;
        this.look = look;
    }

    void start() {
        if (waiting || stopped) {
            return;
        }
        waiting = true;
        SOON.execute(() -> viewer.later(() -> {
            waiting = false;
            if (!stopped && look.getAsBoolean()) {
                start();
            }
        }));
    }

    void stop() {
        stopped = true;
    }
}
