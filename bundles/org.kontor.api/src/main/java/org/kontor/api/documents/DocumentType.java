package org.kontor.api.documents;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.api.access.Grant;
import org.kontor.api.access.Reach;
import org.kontor.api.access.Subject;
import org.kontor.api.labels.Label;
import org.kontor.api.people.PersonId;

/// The shape of a kind of document: what is kept, on which way it goes, how it is named.
///
/// Lists, boards, cards, REST, import and search are drawn from it. `id` is `lead` or, with a vendor, `acme.parcel`; names are the
/// labels `type.<id>.one` and `type.<id>.many`. `title` is the field that names a document; `responsible` the one that tells
/// whose it is. The first of the `pipelines` is the default one; there may be none. `icon` names one of the theme's icons. A type that is
/// not `listed` has no entry in the menu; a `custom` one was made by an administrator and is named by `name`.
public record DocumentType(
        String id,
        String icon,
        List<Field<?>> fields,
        Field<String> title,
        Optional<Field<PersonId>> responsible,
        List<Pipeline> pipelines,
        boolean listed,
        Optional<Name> name) {

    /// The flag "available to everyone" (ACL-11). Every listed type has it without declaring it; who may change a document may set it.
    public static final Field<Boolean> OPEN = Field.of("open", new Kind.YesNo()).named(Label.of("documents.open"));

    /// What an administrator called a type of their own.
    public record Name(Label one, Label many) {}

    public DocumentType {
        fields = List.copyOf(fields);
        pipelines = List.copyOf(pipelines);
        if (!id.matches("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)?") || id.length() > 50) {
            throw new IllegalArgumentException("document type id '" + id + "' must look like 'lead' or 'acme.parcel'");
        }
        if (fields.stream().map(Field::id).distinct().count() < fields.size()) {
            throw new IllegalArgumentException("document type '" + id + "' has two fields of the same id");
        }
        if (pipelines.stream().flatMap(way -> way.stages().stream()).map(Stage::id).distinct().count() < pipelines.stream().mapToInt(way -> way.stages().size()).sum()) {
            throw new IllegalArgumentException("pipelines of document type '" + id + "' share a stage id: stage ids are unique in a type");
        }
        if (!fields.contains(title) || !fields.containsAll(responsible.stream().toList())) {
            throw new IllegalArgumentException("title and responsible of document type '" + id + "' must be among its fields");
        }
    }

    /// A field by id.
    public Optional<Field<?>> field(String fieldId) {
        for (Field<?> field : fields) {
            if (field.id().equals(fieldId)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /// A type as a module declares it, with one pipeline or none.
    public DocumentType(
            String id, String icon, List<Field<?>> fields, Field<String> title, Optional<Field<PersonId>> responsible, Optional<Pipeline> pipeline, boolean listed) {
        this(id, icon, fields, title, responsible, pipeline.stream().toList(), listed, Optional.empty());
    }

    /// The default pipeline, if there is any.
    public Optional<Pipeline> pipeline() {
        return pipelines.stream().findFirst();
    }

    /// The pipeline a stage belongs to.
    public Optional<Pipeline> pipelineOf(String stageId) {
        return pipelines.stream().filter(way -> way.stage(stageId).isPresent()).findFirst();
    }

    /// A stage of any pipeline by id.
    public Optional<Stage> stage(String stageId) {
        return pipelines.stream().flatMap(way -> way.stage(stageId).stream()).findFirst();
    }

    /// Whose a document is: the responsible person's, in a type without one its author's.
    public Optional<PersonId> owner(Document document) {
        return responsible.map(document::get).orElse(document.createdBy());
    }

    /// What rights ask about a document.
    public Subject subject(Document document) {
        return new Subject(id, document.stage(), owner(document), document.get(OPEN).orElse(false));
    }

    /// The pipelines in which a grant reaches anything in at least one stage; the others don't exist for its actor (ACL-23).
    public List<Pipeline> pipelines(Grant grant) {
        return pipelines.stream().filter(way -> !stages(way, grant).isEmpty()).toList();
    }

    /// The stages of a pipeline in which a grant reaches anything, in their order.
    public List<Stage> stages(Pipeline way, Grant grant) {
        return way.stages().stream().filter(stage -> grant.at(Optional.of(stage.id())) != Reach.NONE).toList();
    }

    /// Whether an administrator made it.
    public boolean custom() {
        return name.isPresent();
    }

    /// The same type with other fields and pipelines; title and responsible are taken from the new fields by id.
    @SuppressWarnings("unchecked")
    public DocumentType with(List<Field<?>> others, List<Pipeline> ways) {
        Field<String> newTitle = (Field<String>) named(others, title.id());
        Optional<Field<PersonId>> newResponsible = responsible.map(field -> (Field<PersonId>) named(others, field.id()));
        return new DocumentType(id, icon, others, newTitle, newResponsible, ways, listed, name);
    }

    private static Field<?> named(List<Field<?>> fields, String fieldId) {
        return fields.stream().filter(field -> field.id().equals(fieldId)).findFirst().orElseThrow();
    }

    /// The name of a field for people.
    public Label nameOf(Field<?> field) {
        return field.name().orElseGet(() -> Label.of("type." + id + ".field." + field.id()));
    }

    /// The name of one document of this type.
    public Label one() {
        return name.map(Name::one).orElseGet(() -> Label.of("type." + id + ".one"));
    }

    /// The name of many of them.
    public Label many() {
        return name.map(Name::many).orElseGet(() -> Label.of("type." + id + ".many"));
    }

    /// Fields shown in lists by default, title first.
    public List<Field<?>> listedFields() {
        return fields.stream().filter(field -> field.listed() || field.equals(title)).collect(Collectors.toUnmodifiableList());
    }
}
