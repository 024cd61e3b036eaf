package org.kontor.ui.shell.internal.vaadin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All browser tabs that are open on this node, and the way to change what they show.
@Component(service = OpenTabs.class)
public final class OpenTabs {
    private static final Logger LOG = LoggerFactory.getLogger(OpenTabs.class);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Set<VaadinSession> sessions = ConcurrentHashMap.newKeySet();

    @Activate
    public OpenTabs() {}

    void follow(VaadinService service) {
        service.addSessionInitListener(event -> sessions.add(event.getSession()));
        service.addSessionDestroyListener(event -> sessions.remove(event.getSession()));
    }

    /// Lets every tab show what changed. Waits until the tabs that are free have done so.
    public void refresh() {
        each(OpenTabs::refresh);
    }

    /// Takes all that came from a class loader out of every tab, whether its browser still listens or not, and forgets its classes.
    public void leave(ClassLoader gone) {
        each(ui -> {
            if (connected(ui)) {
                refresh(ui);
                return;
            }
            // Nobody listens: what was changed in it and not fetched yet would hold the departed classes.
            VaadinSession session = ui.getSession();
            ui.close();
            session.removeUI(ui);
        });
        ClassCaches.forget(gone);
    }

    /// The shell itself goes: tabs come back by themselves, and no HTTP session keeps what belongs to the old one.
    void farewell() {
        each(ui -> ui.getPage().executeJs("setTimeout(() => location.reload(), 3000)"));
        for (VaadinSession session : List.copyOf(sessions)) {
            try {
                WrappedSession http = session.getSession();
                for (String name : List.copyOf(http.getAttributeNames())) {
                    if (http.getAttribute(name) instanceof VaadinSession) {
                        http.removeAttribute(name);
                    }
                }
            } catch (RuntimeException e) {
                LOG.debug("a session was gone already", e);
            }
        }
        sessions.clear();
    }

    private static void refresh(UI ui) {
        ui.getInternals().getActiveRouterTargetsChain().forEach(target -> {
            if (target instanceof RootView root) {
                root.refresh();
            }
        });
    }

    private static boolean connected(UI ui) {
        var push = ui.getInternals().getPushConnection();
        return push != null && push.isConnected();
    }

    /// A session in whose request this is called takes its turn at the end of that request: waiting for it would be waiting for oneself.
    private void each(Consumer<UI> task) {
        List<Future<Void>> pending = new ArrayList<>();
        for (VaadinSession session : sessions) {
            try {
                Future<Void> update = session.access((Command) () -> List.copyOf(session.getUIs()).forEach(ui -> in(ui, task)));
                if (!session.hasLock()) {
                    pending.add(update);
                }
            } catch (RuntimeException e) {
                LOG.debug("a session was gone already", e);
            }
        }
        long end = System.nanoTime() + PATIENCE_NANOS;
        for (Future<Void> each : pending) {
            try {
                each.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | ExecutionException e) {
                LOG.debug("a tab was not waited for", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void in(UI ui, Consumer<UI> task) {
        try {
            ui.accessSynchronously(() -> task.accept(ui));
        } catch (RuntimeException e) {
            LOG.warn("tab {} could not be brought up to date", ui.getUIId(), e);
        }
    }
}
