package org.kontor.core.access;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.DocumentShape;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/// What the shapes of types say about employees' rights. A type that nobody declares is out of reach; those of administrators are like any other.
final class DeclaredReach implements AutoCloseable {
    private final BundleContext context;
    private final Runnable changed;
    private final Map<String, DocumentShape> shapes = new ConcurrentHashMap<>();
    private final ServiceTracker<DocumentShape, DocumentShape> tracker;

    DeclaredReach(BundleContext context, Runnable changed) {
        this.context = context;
        this.changed = changed;
        this.tracker = new ServiceTracker<>(context, DocumentShape.class, new Following());
        tracker.open();
    }

    Reach of(String typeId, Operation operation, boolean custom) {
        return custom ? usual(operation) : of(typeId, operation);
    }

    private static Reach usual(Operation operation) {
        return switch (operation) {
            case READ, CREATE, IMPORT, EXPORT -> Reach.ALL;
            case CHANGE, DELETE -> Reach.OWN;
        };
    }

    private Reach of(String typeId, Operation operation) {
        return Optional.ofNullable(shapes.get(typeId)).map(shape -> shape.employees(operation)).orElseGet(() -> justDeclared(typeId, operation));
    }

    /// Others may hear of a new shape earlier than the tracker does: then it is in the registry already.
    private Reach justDeclared(String typeId, Operation operation) {
        try {
            for (ServiceReference<DocumentShape> reference : context.getServiceReferences(DocumentShape.class, null)) {
                DocumentShape shape = context.getService(reference);
                if (shape != null) {
                    try {
                        if (shape.type().id().equals(typeId)) {
                            return shape.employees(operation);
                        }
                    } finally {
                        context.ungetService(reference);
                    }
                }
            }
            return Reach.NONE;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("no filter was given, so none can be wrong", e);
        }
    }

    @Override
    public void close() {
        tracker.close();
    }

    private final class Following implements ServiceTrackerCustomizer<DocumentShape, DocumentShape> {
        @Override
        public DocumentShape addingService(ServiceReference<DocumentShape> reference) {
            DocumentShape shape = context.getService(reference);
            if (shape != null) {
                shapes.put(shape.type().id(), shape);
                changed.run();
            }
            return shape;
        }

        @Override
        public void modifiedService(ServiceReference<DocumentShape> reference, DocumentShape shape) {}

        @Override
        public void removedService(ServiceReference<DocumentShape> reference, DocumentShape shape) {
            shapes.remove(shape.type().id(), shape);
            changed.run();
            context.ungetService(reference);
        }
    }
}
