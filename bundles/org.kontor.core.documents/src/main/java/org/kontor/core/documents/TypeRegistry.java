package org.kontor.core.documents;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kontor.api.documents.DocumentShape;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.storage.Database;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The types of the shapes that are there; makes their tables before anybody can use them.
@Component(service = {DocumentTypes.class, TypeRegistry.class})
public final class TypeRegistry implements DocumentTypes {
    private static final Logger LOG = LoggerFactory.getLogger(TypeRegistry.class);

    private final Map<String, DocumentType> types = new ConcurrentHashMap<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final Tables tables;
    private final Optional<ServiceTracker<DocumentShape, DocumentType>> tracker;

    @Activate
    public TypeRegistry(BundleContext context, @Reference Database database) {
        tables = new Tables(database);
        ServiceTracker<DocumentShape, DocumentType> shapes = new ServiceTracker<>(context, DocumentShape.class, new Shapes(context));
        tracker = Optional.of(shapes);
        shapes.open();
    }

    /// With a fixed set of types, for tests.
    TypeRegistry(Database database, List<DocumentType> fixed) {
        tables = new Tables(database);
        tracker = Optional.empty();
        fixed.forEach(this::add);
    }

    @Deactivate
    void close() {
        tracker.ifPresent(ServiceTracker::close);
    }

    @Override
    public List<DocumentType> all() {
        return types.values().stream().sorted(Comparator.comparing(DocumentType::id)).toList();
    }

    @Override
    public Optional<DocumentType> find(String typeId) {
        return Optional.ofNullable(types.get(typeId));
    }

    @Override
    public DocumentType require(String typeId) {
        return find(typeId).orElseThrow(() -> new IllegalArgumentException(
                "no document type '" + typeId + "' is registered: is the module that declares it switched on?"));
    }

    @Override
    public AutoCloseable watch(Runnable changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }

    private void add(DocumentType type) {
        tables.prepare(type);
        types.put(type.id(), type);
        watchers.forEach(Runnable::run);
    }

    private final class Shapes implements ServiceTrackerCustomizer<DocumentShape, DocumentType> {
        private final BundleContext context;

        Shapes(BundleContext context) {
            this.context = context;
        }

        @Override
        public @org.jspecify.annotations.Nullable DocumentType addingService(ServiceReference<DocumentShape> reference) {
            try {
                DocumentType type = context.getService(reference).type();
                add(type);
                return type;
            } catch (RuntimeException e) {
                LOG.error("the document type of bundle {} can't be used", reference.getBundle(), e);
                return null;
            }
        }

        @Override
        public void modifiedService(ServiceReference<DocumentShape> reference, DocumentType type) {}

        @Override
        public void removedService(ServiceReference<DocumentShape> reference, DocumentType type) {
            types.remove(type.id(), type);
            context.ungetService(reference);
            watchers.forEach(Runnable::run);
        }
    }
}
