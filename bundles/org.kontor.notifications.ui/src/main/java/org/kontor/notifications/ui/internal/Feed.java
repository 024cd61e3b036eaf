package org.kontor.notifications.ui.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.kontor.api.documents.DocumentEvent;
import org.kontor.api.events.Watcher;
import org.kontor.notifications.Notification;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/// Tells open bells that notifications came or were read, twice a second at most.
@Component(service = {Feed.class, Watcher.class})
public final class Feed implements Watcher {
    private static final long PAUSE_MILLIS = 500;

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean pending = new AtomicBoolean();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("kontor-bell").factory());

    @Activate
    public Feed() {}

    @Deactivate
    void close() {
        clock.shutdownNow();
        listeners.clear();
    }

    /// Calls `changed` until the handle is run.
    Runnable listen(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    @Override
    public void committed(List<Seen> events) {
        boolean ours = events.stream().anyMatch(seen -> seen.event() instanceof DocumentEvent event && event.document().type().equals(Notification.TYPE));
        if (ours && !listeners.isEmpty() && !clock.isShutdown() && pending.compareAndSet(false, true)) {
            clock.schedule(this::deliver, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void deliver() {
        pending.set(false);
        listeners.forEach(Runnable::run);
    }
}
