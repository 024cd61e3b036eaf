package org.kontor.core.workflow;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.kontor.api.workflow.Activity;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The activities that are there now, by id.
@Component(service = Activities.class)
public final class Activities {
    private static final Logger LOG = LoggerFactory.getLogger(Activities.class);

    record Known(String id, Activity<Record> activity, InputForm form) {}

    private final Map<String, Known> byId = new ConcurrentHashMap<>();
    private final List<Consumer<String>> watchers = new CopyOnWriteArrayList<>();
    private final ServiceTracker<Object, Known> tracker;

    @Activate
    public Activities(BundleContext context) {
        tracker = new ServiceTracker<>(context, Activity.class.getName(), new Following(context));
        tracker.open();
    }

    @Deactivate
    public void close() {
        tracker.close();
    }

    List<Known> all() {
        return byId.values().stream().sorted(Comparator.comparing(Known::id)).toList();
    }

    Optional<Known> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// Calls `changed` with the id of each activity that comes or goes.
    AutoCloseable watch(Consumer<String> changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }

    @SuppressWarnings("unchecked")
    Known add(String id, Activity<?> activity) {
        Known known = new Known(id, (Activity<Record>) activity, new InputForm(id, activity.input()));
        byId.put(id, known);
        watchers.forEach(watcher -> watcher.accept(id));
        return known;
    }

    /// Forgets an activity, unless another took its place meanwhile.
    void remove(Known known) {
        byId.remove(known.id(), known);
        watchers.forEach(watcher -> watcher.accept(known.id()));
    }

    private final class Following implements ServiceTrackerCustomizer<Object, Known> {
        private final BundleContext context;

        Following(BundleContext context) {
            this.context = context;
        }

        @Override
        public @org.jspecify.annotations.Nullable Known addingService(ServiceReference<Object> reference) {
            if (!(reference.getProperty("kontor.activity.id") instanceof String id) || !id.matches("[a-z][a-z0-9.-]{0,99}")) {
                LOG.error("an activity of bundle {} has no @ActivityId as in 'acme.send-sms': it can't be used", reference.getBundle());
                return null;
            }
            try {
                Object activity = context.getService(reference);
                if (activity == null) {
                    LOG.error("activity {} of bundle {} does not start: its steps wait", id, reference.getBundle());
                    return null;
                }
                return add(id, (Activity<?>) activity);
            } catch (RuntimeException | LinkageError e) {
                context.ungetService(reference);
                LOG.error("activity {} of bundle {} can't be used", id, reference.getBundle(), e);
                return null;
            }
        }

        @Override
        public void modifiedService(ServiceReference<Object> reference, Known known) {}

        @Override
        public void removedService(ServiceReference<Object> reference, Known known) {
            remove(known);
            context.ungetService(reference);
        }
    }
}
