package org.kontor.core.documents;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kontor.api.documents.CustomTypes;
import org.kontor.api.documents.DocumentShape;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.TypeAway;
import org.kontor.core.documents.ShapeStore.Part;
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

/// The types of the shapes that are there, and those of administrators; makes their tables before anybody can use them.
@Component(service = {DocumentTypes.class, TypeRegistry.class})
public final class TypeRegistry implements DocumentTypes {
    private static final Logger LOG = LoggerFactory.getLogger(TypeRegistry.class);

    private final Map<String, DocumentType> declared = new ConcurrentHashMap<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final Tables tables;
    private final ShapeStore store;
    private final Sections sections;
    private final Composition composition;
    private final AutoCloseable subscription;
    private final Optional<ServiceTracker<DocumentShape, DocumentType>> tracker;
    private volatile Map<String, DocumentType> types = Map.of();

    @Activate
    public TypeRegistry(BundleContext context, @Reference Database database, @Reference ShapeStore store) {
        this(database, store, Optional.of(context), List.of());
    }

    /// With a fixed set of types, for tests.
    TypeRegistry(Database database, ShapeStore store, List<DocumentType> fixed) {
        this(database, store, Optional.empty(), fixed);
    }

    private TypeRegistry(Database database, ShapeStore store, Optional<BundleContext> context, List<DocumentType> fixed) {
        this.tables = new Tables(database);
        this.store = store;
        this.sections = new Sections(database);
        this.composition = new Composition(store);
        fixed.forEach(type -> declared.put(type.id(), type));
        compose();
        this.subscription = store.watch(this::refresh);
        this.tracker = context.map(some -> new ServiceTracker<>(some, DocumentShape.class, new Shapes(some)));
        tracker.ifPresent(ServiceTracker::open);
    }

    @Deactivate
    void close() throws Exception {
        subscription.close();
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
        return find(typeId).orElseThrow(() -> new TypeAway(typeId));
    }

    @Override
    public AutoCloseable watch(Runnable changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }

    /// A type as its module declares it, without what administrators changed.
    Optional<DocumentType> declared(String typeId) {
        return Optional.ofNullable(declared.get(typeId)).or(() -> store.all(Part.TYPE, "").stream().filter(each -> each.id().equals(typeId)).map(this::list).findFirst());
    }

    /// What administrators changed.
    ShapeStore store() {
        return store;
    }

    /// Makes the columns of a field that is to be added: `type` has it already.
    void widen(DocumentType type, Field<?> field) {
        tables.clear(type, field);
        tables.prepare(type);
    }

    /// The values of a directory that a type which is here uses; the sections of a list.
    Optional<List<Kind.Choice.Option>> directory(String directoryId) {
        if (find(directoryId).filter(ListType::sectioned).isPresent()) {
            return Optional.of(Sections.options(sections.of(directoryId)));
        }
        return all().stream().flatMap(type -> type.fields().stream()).flatMap(field -> Directed.choice(field.kind()).stream())
                .filter(choice -> choice.directory().filter(directoryId::equals).isPresent()).findFirst().map(Kind.Choice::options);
    }

    /// Composes all types anew and tells who watches.
    void refresh() {
        compose();
        watchers.forEach(Runnable::run);
    }

    private synchronized void compose() {
        Map<String, DocumentType> composed = new HashMap<>();
        Map<String, List<Kind.Choice.Option>> directories = new HashMap<>(Directed.declared(declared.values()));
        directories.putAll(sectioned());
        Stream.concat(declared.values().stream(), store.all(Part.TYPE, "").stream().map(this::list)).forEach(each -> {
            DocumentType type = composition.of(each, directories);
            if (!type.equals(types.get(type.id()))) {
                tables.prepare(type);
            }
            composed.put(type.id(), type);
        });
        types = Map.copyOf(composed);
    }

    /// The sections of lists, by the id of the list: choices of other types may take them as their options (FLD-21).
    private Map<String, List<Kind.Choice.Option>> sectioned() {
        return store.all(Part.TYPE, "").stream().filter(each -> ListType.read(each.body()).sectioned()).collect(Collectors.toMap(ShapeStore.Kept::id, each -> Sections.options(sections.of(each.id()))));
    }

    private DocumentType list(ShapeStore.Kept kept) {
        CustomTypes.NewType list = ListType.read(kept.body());
        return ListType.type(kept.id(), list, list.sectioned() ? sections.of(kept.id()) : List.of());
    }

    private final class Shapes implements ServiceTrackerCustomizer<DocumentShape, DocumentType> {
        private final BundleContext context;

        Shapes(BundleContext context) {
            this.context = context;
        }

        @Override
        public @Nullable DocumentType addingService(ServiceReference<DocumentShape> reference) {
            DocumentType type = null;
            try {
                type = context.getService(reference).type();
                declared.put(type.id(), type);
                refresh();
                return type;
            } catch (RuntimeException e) {
                LOG.error("the document type of bundle {} can't be used", reference.getBundle(), e);
                if (type != null) {
                    declared.remove(type.id(), type);
                }
                return null;
            }
        }

        @Override
        public void modifiedService(ServiceReference<DocumentShape> reference, DocumentType type) {}

        @Override
        public void removedService(ServiceReference<DocumentShape> reference, DocumentType type) {
            declared.remove(type.id(), type);
            context.ungetService(reference);
            refresh();
        }
    }
}
