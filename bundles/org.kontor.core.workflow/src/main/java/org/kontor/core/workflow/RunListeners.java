package org.kontor.core.workflow;

import java.util.Optional;
import java.util.Set;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.workflow.RunChanged;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who wants to know that runs went on. One that throws disturbs nobody else.
final class RunListeners {
    private static final Logger LOG = LoggerFactory.getLogger(RunListeners.class);

    private final Optional<ServiceTracker<RunChanged, RunChanged>> tracker;

    private RunListeners(Optional<ServiceTracker<RunChanged, RunChanged>> tracker) {
        this.tracker = tracker;
    }

    static RunListeners of(BundleContext context) {
        ServiceTracker<RunChanged, RunChanged> services = new ServiceTracker<>(context, RunChanged.class, null);
        services.open();
        return new RunListeners(Optional.of(services));
    }

    void tell(Set<DocumentRef> documents) {
        if (documents.isEmpty() || tracker.isEmpty()) {
            return;
        }
        for (RunChanged listener : tracker.get().getServices(new RunChanged[0])) {
            try {
                listener.changed(documents);
            } catch (RuntimeException | LinkageError e) {
                LOG.warn("{} can't show that runs went on", listener.getClass().getName(), e);
            }
        }
    }

    void close() {
        tracker.ifPresent(ServiceTracker::close);
    }
}
