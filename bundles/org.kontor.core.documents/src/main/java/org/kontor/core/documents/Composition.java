package org.kontor.core.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.FieldRule;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Pipeline;
import org.kontor.core.documents.ShapeStore.Kept;
import org.kontor.core.documents.ShapeStore.Part;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts a type together: what its module declares, and what administrators changed and added.
final class Composition {
    private static final Logger LOG = LoggerFactory.getLogger(Composition.class);

    private final ShapeStore store;

    Composition(ShapeStore store) {
        this.store = store;
    }

    /// `directories` are the values that directories start with.
    DocumentType of(DocumentType plain, Map<String, List<Kind.Choice.Option>> directories) {
        DocumentType declared = opening(plain);
        Map<String, Kept> changes = new LinkedHashMap<>();
        store.all(Part.FIELD, declared.id()).forEach(each -> changes.put(each.id(), each));
        List<Field<?>> fields = new ArrayList<>();
        for (Field<?> field : declared.fields()) {
            Field<?> composed = changes.containsKey(field.id()) ? changed(field, FieldJson.read(changes.get(field.id()).body())) : field;
            fields.add(Directed.filled(composed, id -> options(id, directories)));
        }
        changes.values().stream().filter(each -> declared.field(each.id()).isEmpty()).forEach(each -> read(each).map(field -> Directed.filled(field, id -> options(id, directories))).ifPresent(fields::add));
        fields.sort(Comparator.comparingInt(Field::sort));
        DocumentType type = declared.with(fields, pipelines(declared));
        return type.with(fields.stream().<Field<?>>map(field -> changes.containsKey(field.id()) ? field.ruledBy(rules(changes.get(field.id()), type)) : field).toList(), type.pipelines());
    }

    /// The type with the flag that rights know (ACL-11).
    private static DocumentType opening(DocumentType plain) {
        return plain.listed() && plain.field(DocumentType.OPEN.id()).isEmpty()
                ? plain.with(Stream.concat(plain.fields().stream(), Stream.of(DocumentType.OPEN)).toList(), plain.pipelines())
                : plain;
    }

    /// A declared field keeps its kind and what it declares; the rest may be changed.
    private static <T> Field<T> changed(Field<T> declared, Field<?> change) {
        Field<T> field = declared.shownAs(change.display()).at(change.sort());
        for (Field.Trait trait : change.traits()) {
            field = field.with(trait);
        }
        return change.name().isPresent() ? field.named(change.name().get()) : field;
    }

    private static Optional<Field<?>> read(Kept kept) {
        try {
            return Optional.of(FieldJson.read(kept.body()));
        } catch (RuntimeException e) {
            LOG.error("custom field {} of {} can't be read: it is left out", kept.id(), kept.typeId(), e);
            return Optional.empty();
        }
    }

    private static FieldRule[] rules(Kept kept, DocumentType type) {
        try {
            return FieldJson.rules(kept.body(), type).toArray(FieldRule[]::new);
        } catch (RuntimeException e) {
            LOG.warn("rules of field {} of {} look at a field that is gone: they are left out", kept.id(), kept.typeId(), e);
            return new FieldRule[0];
        }
    }

    /// The values of a directory as administrators left them, else as declared.
    private Optional<List<Kind.Choice.Option>> options(String directoryId, Map<String, List<Kind.Choice.Option>> directories) {
        return store.find(Part.DIRECTORY, "", directoryId).map(kept -> ((Kind.Choice) KindJson.read(kept.body())).options()).or(() -> Optional.ofNullable(directories.get(directoryId)));
    }

    private List<Pipeline> pipelines(DocumentType declared) {
        Map<String, Pipeline> all = new LinkedHashMap<>();
        declared.pipelines().forEach(pipeline -> all.put(pipeline.id(), pipeline));
        store.all(Part.PIPELINE, declared.id()).forEach(each -> all.put(each.id(), PipelineJson.read(each.body())));
        return List.copyOf(all.values());
    }
}
