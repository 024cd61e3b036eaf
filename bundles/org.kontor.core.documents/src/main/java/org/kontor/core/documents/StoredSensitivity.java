package org.kontor.core.documents;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Access;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.DocumentShape;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Refusal;
import org.kontor.api.documents.SensitiveTypes;
import org.kontor.api.labels.Labels;
import org.kontor.api.people.Actor;
import org.kontor.core.documents.ShapeStore.Part;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/// Which types are sensitive: what their shapes say, unless an administrator set it.
@Component(service = SensitiveTypes.class)
public final class StoredSensitivity implements SensitiveTypes {
    private static final String SETTING = "sensitive";

    private final DocumentTypes types;
    private final ShapeStore store;
    private final ShapeRights rights;
    private final Map<DocumentShape, String> declared = new ConcurrentHashMap<>();
    private final ServiceTracker<DocumentShape, DocumentShape> tracker;

    @Activate
    public StoredSensitivity(BundleContext context, @Reference DocumentTypes types, @Reference ShapeStore store, @Reference Access access, @Reference Labels labels) {
        this.types = types;
        this.store = store;
        this.rights = new ShapeRights(access, labels);
        this.tracker = new ServiceTracker<>(context, DocumentShape.class, new Shapes(context));
        tracker.open();
    }

    @Deactivate
    void close() {
        tracker.close();
    }

    @Override
    public boolean contains(String typeId) {
        return store.find(Part.SETTING, typeId, SETTING).map(kept -> kept.body().equals("true")).orElseGet(() -> declared.containsValue(typeId));
    }

    @Override
    public Amendment<Boolean> set(String typeId, boolean sensitive, Actor actor) {
        types.require(typeId);
        Optional<Refusal> denied = rights.denied(actor);
        if (denied.isPresent()) {
            return new Amendment.Refused<>(denied.stream().toList());
        }
        store.put(Part.SETTING, typeId, SETTING, Boolean.toString(sensitive));
        return new Amendment.Done<>(sensitive);
    }

    private final class Shapes implements ServiceTrackerCustomizer<DocumentShape, DocumentShape> {
        private final BundleContext context;

        Shapes(BundleContext context) {
            this.context = context;
        }

        @Override
        public @Nullable DocumentShape addingService(ServiceReference<DocumentShape> reference) {
            DocumentShape shape = context.getService(reference);
            if (shape != null && shape.sensitive()) {
                declared.put(shape, shape.type().id());
            }
            return shape;
        }

        @Override
        public void modifiedService(ServiceReference<DocumentShape> reference, DocumentShape shape) {}

        @Override
        public void removedService(ServiceReference<DocumentShape> reference, DocumentShape shape) {
            declared.remove(shape);
            context.ungetService(reference);
        }
    }
}
