package org.kontor.core.documents;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.api.access.Access;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.CustomFields;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Notation;
import org.kontor.api.documents.Preset;
import org.kontor.api.documents.Refusal;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;
import org.kontor.api.people.Actor;
import org.kontor.core.documents.ShapeStore.Part;
import org.kontor.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Keeps custom fields, and what is changed of declared ones (FLD-1 to 10, 24).
@Component(service = CustomFields.class)
public final class StoredFields implements CustomFields {
    private static final int MOST = 500;
    private static final Set<String> RESERVED = Set.of("id", "stage", "created", "changed", "stageSince", "createdBy", "version", "deleted");

    private final Database database;
    private final TypeRegistry types;
    private final ShapeStore store;
    private final Notation notation;
    private final ShapeRights rights;

    @Activate
    public StoredFields(@Reference Database database, @Reference TypeRegistry types, @Reference ShapeStore store, @Reference Notation notation, @Reference Access access,
            @Reference Labels labels) {
        this.database = database;
        this.types = types;
        this.store = store;
        this.notation = notation;
        this.rights = new ShapeRights(access, labels);
    }

    @Override
    public List<Field<?>> of(String typeId) {
        return types.require(typeId).fields().stream().filter(Field::custom).toList();
    }

    @Override
    public Amendment<Field<?>> add(String typeId, Field<?> field, Actor actor) {
        DocumentType type = types.require(typeId);
        Optional<Refusal> reason = rights.denied(actor).or(() -> named(field)).or(() -> taken(type, field)).or(() -> objection(type, field))
                .or(() -> of(typeId).size() >= MOST ? Optional.of(Refusal.of(Label.of("documents.shape.too-many-fields", MOST))) : Optional.empty());
        return reason.<Amendment<Field<?>>>map(StoredFields::refused).orElseGet(() -> saved(typeId, field.with(Field.Trait.CUSTOM)));
    }

    /// An id for a field that is to be called `name`: unique among the fields of a type, those in the trash included.
    static String freeId(DocumentType type, ShapeStore store, String name) {
        return NewId.camelCase(name, id -> RESERVED.contains(id) || type.field(id).isPresent() || store.find(Part.FIELD, type.id(), id).isPresent());
    }

    @Override
    public String idFor(String typeId, Label name) {
        return freeId(types.require(typeId), store, rights.plain(name));
    }

    @Override
    public Amendment<Field<?>> change(String typeId, Field<?> field, Actor actor) {
        DocumentType type = types.require(typeId);
        Optional<Field<?>> before = type.field(field.id());
        Optional<Refusal> reason = rights.denied(actor).or(() -> unknown(type, field.id()))
                .or(() -> sameKind(before.orElseThrow(), field))
                .or(() -> field.custom() ? named(field) : field.name().flatMap(rights::objection))
                .or(() -> objection(type, field))
                .or(() -> lostOptions(type, before.orElseThrow(), field));
        return reason.<Amendment<Field<?>>>map(StoredFields::refused).orElseGet(() -> saved(typeId, before.orElseThrow().custom() ? field.with(Field.Trait.CUSTOM) : field));
    }

    @Override
    public Amendment<Field<?>> delete(String typeId, String fieldId, Actor actor) {
        DocumentType type = types.require(typeId);
        Optional<Refusal> reason = rights.denied(actor).or(() -> unknown(type, fieldId))
                .or(() -> type.field(fieldId).filter(field -> !field.custom()).map(field -> Refusal.of(field, Label.of("documents.shape.declared-field", type.nameOf(field)))))
                .or(() -> used(type, fieldId));
        if (reason.isPresent()) {
            return refused(reason.get());
        }
        Field<?> gone = type.field(fieldId).orElseThrow();
        store.trash(Part.FIELD, typeId, fieldId);
        return new Amendment.Done<>(gone);
    }

    @Override
    public Amendment<Field<?>> restore(String typeId, String fieldId, Actor actor) {
        Optional<ShapeStore.Kept> kept = store.deleted(Part.FIELD, typeId).stream().filter(each -> each.id().equals(fieldId)).findFirst();
        Optional<Refusal> reason = rights.denied(actor).or(() -> kept.isPresent() ? Optional.empty() : Optional.of(Refusal.of(Label.of("documents.shape.no-field", fieldId))));
        if (reason.isPresent()) {
            return refused(reason.get());
        }
        store.restore(Part.FIELD, typeId, fieldId);
        return new Amendment.Done<>(types.require(typeId).field(fieldId).orElseThrow());
    }

    @Override
    public List<Deleted> deleted(String typeId) {
        return store.deleted(Part.FIELD, typeId).stream().map(each -> new Deleted(typeId, FieldJson.read(each.body()), each.deleted().orElseThrow())).toList();
    }

    private Amendment<Field<?>> saved(String typeId, Field<?> field) {
        store.put(Part.FIELD, typeId, field.id(), FieldJson.write(field, with(types.require(typeId), field)));
        return new Amendment.Done<>(types.require(typeId).field(field.id()).orElseThrow());
    }

    /// The type with the field in its new form: rules may look at the field itself.
    private static DocumentType with(DocumentType type, Field<?> field) {
        List<Field<?>> fields = type.fields().stream().filter(each -> !each.id().equals(field.id())).collect(Collectors.toCollection(java.util.ArrayList::new));
        fields.add(field);
        return type.with(fields, type.pipelines());
    }

    private Optional<Refusal> named(Field<?> field) {
        return field.name().map(rights::objection).orElseGet(() -> Optional.of(Refusal.of(Label.of("documents.shape.name-missing", "en"))));
    }

    private Optional<Refusal> taken(DocumentType type, Field<?> field) {
        boolean taken = RESERVED.contains(field.id()) || type.field(field.id()).isPresent() || store.find(Part.FIELD, type.id(), field.id()).isPresent();
        return taken ? Optional.of(Refusal.of(Label.of("documents.shape.id-taken", field.id()))) : Optional.empty();
    }

    private static Optional<Refusal> unknown(DocumentType type, String fieldId) {
        return type.field(fieldId).isPresent() ? Optional.empty() : Optional.of(Refusal.of(Label.of("documents.shape.no-field", fieldId)));
    }

    /// The kind stays (FLD-7, FLD-10); a choice may get other options, a text grow longer.
    private static Optional<Refusal> sameKind(Field<?> before, Field<?> after) {
        return alike(before.kind(), after.kind()) ? Optional.empty() : Optional.of(Refusal.of(Label.of("documents.shape.kind-stays", before.id())));
    }

    private static boolean alike(Kind<?> before, Kind<?> after) {
        return switch (before) {
            case Kind.Choice one -> after instanceof Kind.Choice other && one.directory().equals(other.directory());
            case Kind.Text one -> after instanceof Kind.Text other && other.longest() == one.longest();
            case Kind.Link _ -> after instanceof Kind.Link;
            case Kind.Many<?> one -> after instanceof Kind.Many<?> other && alike(one.of(), other.of());
            default -> before.equals(after);
        };
    }

    private Optional<Refusal> objection(DocumentType type, Field<?> field) {
        Optional<Label> preset = field.preset() instanceof Preset.Fixed(Object value)
                ? field.kind().type().isInstance(value) ? notation.objection(field, value) : Optional.of(Label.of("documents.wrong-kind", String.valueOf(value)))
                : Optional.empty();
        List<String> known = with(type, field).fields().stream().map(Field::id).toList();
        Optional<String> stranger = field.rules().stream().flatMap(rule -> FilterJson.fields(rule.when()).stream())
                .filter(id -> !known.contains(id) && !RESERVED.contains(id)).findFirst();
        return preset.map(label -> Refusal.of(field, label)).or(() -> stranger.map(id -> Refusal.of(Label.of("documents.shape.no-field", id))));
    }

    /// Options that documents have can't be taken away: they can only be not offered any more.
    private Optional<Refusal> lostOptions(DocumentType type, Field<?> before, Field<?> after) {
        if (!(before.kind() instanceof Kind.Choice one) || !(after.kind() instanceof Kind.Choice other)) {
            return Optional.empty();
        }
        String column = Column.of(before).getFirst().name();
        return one.options().stream()
                .filter(option -> other.options().stream().noneMatch(each -> each.id().equals(option.id())))
                .filter(option -> new Occupancy(database).count(type, column, option.id()) > 0)
                .findFirst()
                .map(option -> Refusal.of(after, Label.of("documents.shape.option-used", option.name())));
    }

    /// A field that stages or rules look at stays while they do.
    private static Optional<Refusal> used(DocumentType type, String fieldId) {
        Optional<Label> stage = type.pipelines().stream().flatMap(way -> way.stages().stream()).filter(each -> each.requires().contains(fieldId)).findFirst().map(each -> each.name());
        Optional<Label> rule = type.fields().stream().filter(field -> field.rules().stream().anyMatch(each -> FilterJson.fields(each.when()).contains(fieldId))).findFirst().map(type::nameOf);
        return stage.or(() -> rule).map(user -> Refusal.of(Label.of("documents.shape.field-used", user)));
    }

    private static Amendment<Field<?>> refused(Refusal reason) {
        return new Amendment.Refused<>(List.of(reason));
    }
}
