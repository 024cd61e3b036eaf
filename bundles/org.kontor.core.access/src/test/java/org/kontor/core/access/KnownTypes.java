package org.kontor.core.access;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;

/// Types that come and go as a test says.
final class KnownTypes implements DocumentTypes {
    private final List<DocumentType> types = new CopyOnWriteArrayList<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    void put(DocumentType type) {
        types.removeIf(each -> each.id().equals(type.id()));
        types.add(type);
        watchers.forEach(Runnable::run);
    }

    void remove(String typeId) {
        types.removeIf(each -> each.id().equals(typeId));
        watchers.forEach(Runnable::run);
    }

    @Override
    public List<DocumentType> all() {
        return List.copyOf(types);
    }

    @Override
    public Optional<DocumentType> find(String typeId) {
        return types.stream().filter(type -> type.id().equals(typeId)).findFirst();
    }

    @Override
    public DocumentType require(String typeId) {
        return find(typeId).orElseThrow(() -> new IllegalArgumentException("no document type '" + typeId + "' is known to this test"));
    }

    @Override
    public AutoCloseable watch(Runnable changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }
}
