package org.kontor.core.documents;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.api.documents.Computation;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;

/// A roll-up field of `parent`, and the fields of `child` it is made from; `value` is absent for a count.
record Feed(DocumentType parent, Field<?> field, Computation.RollUp way, DocumentType child, Field<?> link, Optional<Field<?>> value) {

    /// The feed of a field; nothing when it is no roll-up, or what it is made from is gone.
    static Optional<Feed> of(DocumentType parent, Field<?> field, Optional<DocumentType> child) {
        if (field.computation().isEmpty() || !(field.computation().get() instanceof Computation.RollUp way) || child.isEmpty()) {
            return Optional.empty();
        }
        Optional<Field<?>> value = way.fieldId().flatMap(child.get()::field);
        return child.get().field(way.linkField())
                .filter(_ -> way.how() == Computation.RollUp.How.COUNT || value.isPresent())
                .map(link -> new Feed(parent, field, way, child.get(), link, value));
    }

    /// The documents of the parent type whose figure changes with a write.
    Stream<Long> touched(Written written) {
        Optional<Long> old = written.before().flatMap(this::target);
        Optional<Long> now = written.after().flatMap(this::target);
        boolean same = old.equals(now) && Objects.equals(written.before().flatMap(this::counted), written.after().flatMap(this::counted));
        return same ? Stream.empty() : Stream.concat(old.stream(), now.stream());
    }

    private Optional<Long> target(Document document) {
        return document.values().any(link).filter(DocumentRef.class::isInstance).map(DocumentRef.class::cast).filter(ref -> ref.type().equals(parent.id())).map(DocumentRef::id);
    }

    private Optional<Object> counted(Document document) {
        return value.flatMap(document.values()::any);
    }
}
