package org.kontor.api.documents;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.api.labels.Label;
import org.kontor.api.people.PersonId;

/// The shape of a kind of document: what is kept, on which way it goes, how it is named.
///
/// Lists, boards, cards, REST, import and search are drawn from it. `id` is `lead` or, with a vendor, `acme.parcel`; names are the
/// labels `type.<id>.one` and `type.<id>.many`. `title` is the field that names a document; `responsible` the one that tells
/// whose it is. `icon` names one of the theme's icons. A type that is not `listed` has no entry in the menu.
public record DocumentType(
        String id,
        String icon,
        List<Field<?>> fields,
        Field<String> title,
        Optional<Field<PersonId>> responsible,
        Optional<Pipeline> pipeline,
        boolean listed) {

    public DocumentType {
        fields = List.copyOf(fields);
        if (!id.matches("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)?") || id.length() > 50) {
            throw new IllegalArgumentException("document type id '" + id + "' must look like 'lead' or 'acme.parcel'");
        }
        if (fields.stream().map(Field::id).distinct().count() < fields.size()) {
            throw new IllegalArgumentException("document type '" + id + "' has two fields of the same id");
        }
        if (!fields.contains(title) || !fields.containsAll(responsible.stream().toList())) {
            throw new IllegalArgumentException("title and responsible of document type '" + id + "' must be among its fields");
        }
    }

    /// A field by id.
    public Optional<Field<?>> field(String fieldId) {
        return fields.stream().filter(field -> field.id().equals(fieldId)).findFirst();
    }

    /// A stage by id; empty also when the type has no pipeline.
    public Optional<Stage> stage(String stageId) {
        return pipeline.flatMap(way -> way.stage(stageId));
    }

    /// The name of a field for people.
    public Label nameOf(Field<?> field) {
        return field.name().orElseGet(() -> Label.of("type." + id + ".field." + field.id()));
    }

    /// The name of one document of this type.
    public Label one() {
        return Label.of("type." + id + ".one");
    }

    /// The name of many of them.
    public Label many() {
        return Label.of("type." + id + ".many");
    }

    /// Fields shown in lists by default, title first.
    public List<Field<?>> listedFields() {
        return fields.stream().filter(field -> field.listed() || field.equals(title)).collect(Collectors.toUnmodifiableList());
    }
}
