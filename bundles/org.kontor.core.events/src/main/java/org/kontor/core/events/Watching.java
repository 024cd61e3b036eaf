package org.kontor.core.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.kontor.api.documents.DocumentEvent;
import org.kontor.api.events.Occurrence;
import org.kontor.api.events.Watcher;
import org.kontor.storage.Journal;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows the journal from now on and shows what happened to documents to all watchers.
@Component(service = Watching.class, immediate = true)
public final class Watching {
    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);
    private static final int PAGE = 500;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Journal journal;
    private final EventTypes types = new EventTypes(DocumentEvent.class);
    private final ServiceTracker<Watcher, Watcher> watchers;
    private final AutoCloseable subscription;
    private final Bell bell = new Bell();
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Watcher> busy = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean stopped;

    @Activate
    public Watching(BundleContext context, @Reference Journal journal) {
        this.journal = journal;
        watchers = new ServiceTracker<>(context, Watcher.class, null);
        watchers.open();
        subscription = journal.onCommit(bell::ring);
        thread = Thread.ofVirtual().name("kontor-watching").start(this::follow);
    }

    @Deactivate
    public void close() throws Exception {
        stopped = true;
        subscription.close();
        bell.ring();
        thread.join(PATIENCE);
        watchers.close();
        calls.shutdownNow();
    }

    private void follow() {
        Optional<Journal.Cursor> cursor = Optional.empty();
        while (!stopped) {
            try {
                List<Journal.Entry> page = cursor.isEmpty() ? List.of() : journal.after(cursor.get(), PAGE);
                cursor = Optional.of(page.isEmpty() ? cursor.orElseGet(journal::end) : page.getLast().cursor());
                show(page);
                if (page.size() < PAGE) {
                    bell.await(IDLE);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                LOG.warn("open screens are not kept current for {} s", PATIENCE.toSeconds(), e);
                rest();
            }
        }
    }

    private void rest() {
        try {
            bell.await(PATIENCE);
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    private void show(List<Journal.Entry> page) throws InterruptedException {
        List<Watcher.Seen> seen = new ArrayList<>();
        for (Journal.Entry entry : page) {
            types.read(entry).ifPresent(event ->
                    seen.add(new Watcher.Seen(event, new Occurrence(entry.cursor().position(), entry.moment(), entry.actor(), entry.cause()))));
        }
        if (!seen.isEmpty()) {
            for (Watcher watcher : watchers.getServices(new Watcher[0])) {
                show(watcher, List.copyOf(seen));
            }
        }
    }

    /// A watcher that does not return in time is left out until it does.
    private void show(Watcher watcher, List<Watcher.Seen> seen) throws InterruptedException {
        if (!busy.add(watcher)) {
            return;
        }
        Future<?> call = calls.submit(() -> {
            try {
                watcher.committed(seen);
            } finally {
                busy.remove(watcher);
            }
        });
        try {
            call.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            LOG.error("watcher {} failed", watcher.getClass().getName(), e.getCause());
        } catch (TimeoutException e) {
            LOG.error("watcher {} did not return within {} s: it is left out until it does", watcher.getClass().getName(), PATIENCE.toSeconds());
        }
    }
}
