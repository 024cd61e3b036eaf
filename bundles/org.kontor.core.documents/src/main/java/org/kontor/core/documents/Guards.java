package org.kontor.core.documents;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kontor.api.documents.DocumentGuard;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/// The guards that are there now, as a list that follows them.
final class Guards implements AutoCloseable {
    private final List<DocumentGuard> present = new CopyOnWriteArrayList<>();
    private final ServiceTracker<DocumentGuard, DocumentGuard> tracker;

    Guards(BundleContext context) {
        tracker = new ServiceTracker<>(context, DocumentGuard.class, new Following(context));
        tracker.open();
    }

    List<DocumentGuard> present() {
        return present;
    }

    @Override
    public void close() {
        tracker.close();
    }

    private final class Following implements ServiceTrackerCustomizer<DocumentGuard, DocumentGuard> {
        private final BundleContext context;

        Following(BundleContext context) {
            this.context = context;
        }

        @Override
        public @org.jspecify.annotations.Nullable DocumentGuard addingService(ServiceReference<DocumentGuard> reference) {
            DocumentGuard guard = context.getService(reference);
            if (guard != null) {
                present.add(guard);
            }
            return guard;
        }

        @Override
        public void modifiedService(ServiceReference<DocumentGuard> reference, DocumentGuard guard) {}

        @Override
        public void removedService(ServiceReference<DocumentGuard> reference, DocumentGuard guard) {
            present.remove(guard);
            context.ungetService(reference);
        }
    }
}
