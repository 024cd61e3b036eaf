package org.kontor.ui.shell.internal.tab;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.kontor.api.documents.DocumentEvent;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.events.Watcher;
import org.kontor.api.workflow.RunChanged;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/// Tells open pages which documents changed, a few times a second at most.
@Component(service = {LiveChanges.class, Watcher.class, RunChanged.class})
public final class LiveChanges implements Watcher, RunChanged {
    private static final long PAUSE_MILLIS = 250;
    private static final int MOST_REFS = 1000;

    /// A page that wants to know.
    private record Listener(UI ui, Consumer<Set<DocumentRef>> changed) {}

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Set<DocumentRef> pending = new HashSet<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("kontor-live").factory());

    @Activate
    public LiveChanges() {}

    @Deactivate
    void close() {
        clock.shutdownNow();
    }

    /// Calls `changed` in a tab after documents or their runs changed, until the handle is run.
    public Runnable listen(UI ui, Consumer<Set<DocumentRef>> changed) {
        Listener listener = new Listener(ui, changed);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void committed(List<Seen> events) {
        Set<DocumentRef> refs = new HashSet<>();
        for (Seen seen : events) {
            if (seen.event() instanceof DocumentEvent event) {
                refs.add(event.document());
            }
        }
        changed(refs);
    }

    @Override
    public void changed(Set<DocumentRef> documents) {
        synchronized (pending) {
            boolean first = pending.isEmpty();
            if (pending.size() < MOST_REFS) {
                pending.addAll(documents);
            } else {
                documents.stream().filter(ref -> pending.stream().noneMatch(known -> known.type().equals(ref.type()))).forEach(pending::add);
            }
            if (first && !pending.isEmpty()) {
                clock.schedule(this::deliver, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void deliver() {
        Set<DocumentRef> refs;
        synchronized (pending) {
            refs = Set.copyOf(pending);
            pending.clear();
        }
        for (Listener listener : listeners) {
            try {
                listener.ui().access(() -> listener.changed().accept(refs));
            } catch (UIDetachedException e) {
                listeners.remove(listener);
            }
        }
    }
}
