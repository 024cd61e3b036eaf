package org.kontor.core.documents;

import java.util.List;
import org.kontor.api.documents.DocumentGuard;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/// The guards that are there now, as a list that follows them. The tracker ends with the bundle whose context it uses.
final class Guards {
    private Guards() {}

    static List<DocumentGuard> of(BundleContext context) {
        List<DocumentGuard> guards = Checks.changing();
        new ServiceTracker<>(context, DocumentGuard.class, new ServiceTrackerCustomizer<DocumentGuard, DocumentGuard>() {
            @Override
            public DocumentGuard addingService(ServiceReference<DocumentGuard> reference) {
                DocumentGuard guard = context.getService(reference);
                guards.add(guard);
                return guard;
            }

            @Override
            public void modifiedService(ServiceReference<DocumentGuard> reference, DocumentGuard guard) {}

            @Override
            public void removedService(ServiceReference<DocumentGuard> reference, DocumentGuard guard) {
                guards.remove(guard);
                context.ungetService(reference);
            }
        }).open();
        return guards;
    }
}
