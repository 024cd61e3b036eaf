package org.kontor.core.documents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kontor.api.access.Access;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.CustomFields;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Notation;
import org.kontor.api.documents.Refusal;
import org.kontor.api.jobs.Jobs;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;
import org.kontor.api.people.Actor;
import org.kontor.core.documents.ShapeStore.Part;
import org.kontor.storage.Database;
import org.kontor.storage.DatabaseFailure;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps custom fields, and what is changed of declared ones (FLD-1 to 10, 24). What speaks against it is in [FieldChecks].
@Component(service = CustomFields.class)
public final class StoredFields implements CustomFields {
    private static final Logger LOG = LoggerFactory.getLogger(StoredFields.class);
    private static final int MOST = 500;

    private final Database database;
    private final TypeRegistry types;
    private final ShapeStore store;
    private final ListChoices lists;
    private final Jobs jobs;
    private final ShapeRights rights;
    private final FieldChecks checks;

    @Activate
    public StoredFields(@Reference Database database, @Reference TypeRegistry types, @Reference Notation notation, @Reference Access access, @Reference Labels labels,
            @Reference Jobs jobs) {
        this.database = database;
        this.types = types;
        this.store = types.store();
        this.lists = new ListChoices(database, store);
        this.jobs = jobs;
        this.rights = new ShapeRights(access, labels);
        this.checks = new FieldChecks(database, types, notation, rights);
    }

    @Override
    public List<Field<?>> of(String typeId) {
        return types.require(typeId).fields().stream().filter(Field::custom).toList();
    }

    @Override
    public String idFor(String typeId, Label name) {
        DocumentType type = types.require(typeId);
        return NewId.camelCase(rights.plain(name), id -> FieldChecks.RESERVED.contains(id) || type.field(id).isPresent() || store.find(Part.FIELD, typeId, id).isPresent());
    }

    /// One at a time: who adds a field of an id that another is just adding would put its column aside.
    @Override
    public synchronized Amendment<Field<?>> add(String typeId, Field<?> field, Actor actor) {
        DocumentType type = types.require(typeId);
        Optional<Refusal> reason = rights.denied(actor).or(() -> checks.named(field)).or(() -> checks.taken(type, field)).or(() -> checks.objection(type, field))
                .or(() -> of(typeId).size() >= MOST ? Optional.of(Refusal.of(Label.of("documents.shape.too-many-fields", MOST))) : Optional.empty());
        if (reason.isPresent()) {
            return refused(reason.get());
        }
        Field<?> custom = field.with(Field.Trait.CUSTOM);
        try {
            types.widen(FieldChecks.with(type, custom), custom);
        } catch (DatabaseFailure e) {
            LOG.warn("field {} of {} could not be added", field.id(), typeId, e);
            return refused(Refusal.of(Label.of("documents.shape.busy", type.many())));
        }
        return saved(type, custom, () -> lists.show(type, custom, actor.person()));
    }

    @Override
    public Amendment<Field<?>> change(String typeId, Field<?> field, Actor actor) {
        DocumentType type = types.require(typeId);
        Optional<Field<?>> before = type.field(field.id());
        Optional<Refusal> reason = rights.denied(actor).or(() -> unknown(type, field.id()))
                .or(() -> FieldChecks.sameKind(before.orElseThrow(), field))
                .or(() -> field.custom() ? checks.named(field) : field.name().flatMap(rights::objection))
                .or(() -> checks.objection(type, field))
                .or(() -> checks.lostOptions(type, before.orElseThrow(), field));
        return reason.<Amendment<Field<?>>>map(StoredFields::refused)
                .orElseGet(() -> saved(type, before.orElseThrow().custom() ? field.with(Field.Trait.CUSTOM) : field, () -> {}));
    }

    @Override
    public Amendment<Field<?>> delete(String typeId, String fieldId, Actor actor) {
        DocumentType type = types.require(typeId);
        Optional<Refusal> reason = rights.denied(actor).or(() -> unknown(type, fieldId))
                .or(() -> type.field(fieldId).filter(field -> !field.custom()).map(field -> Refusal.of(field, Label.of("documents.shape.declared-field", type.nameOf(field)))))
                .or(() -> checks.used(type, fieldId));
        if (reason.isPresent()) {
            return refused(reason.get());
        }
        store.trash(Part.FIELD, typeId, fieldId);
        return new Amendment.Done<>(type.field(fieldId).orElseThrow());
    }

    @Override
    public Amendment<Field<?>> restore(String typeId, String fieldId, Actor actor) {
        Optional<Field<?>> gone = deleted(typeId).stream().map(Deleted::field).filter(field -> field.id().equals(fieldId)).<Field<?>>map(field -> field).findFirst();
        Optional<Refusal> reason = rights.denied(actor).or(() -> gone.isPresent() ? Optional.empty() : noField(fieldId))
                .or(() -> checks.objection(types.require(typeId), gone.orElseThrow()));
        if (reason.isPresent()) {
            return refused(reason.get());
        }
        database.write(_ -> {
            store.restore(Part.FIELD, typeId, fieldId);
            recompute(typeId, gone.orElseThrow());
            return true;
        });
        return done(typeId, gone.orElseThrow());
    }

    @Override
    public List<Deleted> deleted(String typeId) {
        return store.deleted(Part.FIELD, typeId).stream().map(each -> new Deleted(typeId, FieldJson.read(each.body()), each.deleted().orElseThrow())).toList();
    }

    /// Keeps the field; what is computed of documents that are there follows in the background.
    private Amendment<Field<?>> saved(DocumentType type, Field<?> field, Runnable also) {
        boolean sameComputation = type.field(field.id()).filter(before -> before.computation().equals(field.computation())).isPresent();
        database.write(_ -> {
            store.put(Part.FIELD, type.id(), field.id(), FieldJson.write(field, FieldChecks.with(type, field)));
            also.run();
            if (!sameComputation) {
                recompute(type.id(), field);
            }
            return true;
        });
        return done(type.id(), field);
    }

    private void recompute(String typeId, Field<?> field) {
        if (field.computation().isPresent()) {
            jobs.at(Instant.now(), Recompute.ID, typeId, typeId);
        }
    }

    /// As it is now; as given while the caller's transaction is still open.
    private Amendment<Field<?>> done(String typeId, Field<?> field) {
        return new Amendment.Done<>(types.require(typeId).field(field.id()).orElse(field));
    }

    private static Optional<Refusal> unknown(DocumentType type, String fieldId) {
        return type.field(fieldId).isPresent() ? Optional.empty() : noField(fieldId);
    }

    private static Optional<Refusal> noField(String fieldId) {
        return Optional.of(Refusal.of(Label.of("documents.shape.no-field", fieldId)));
    }

    private static Amendment<Field<?>> refused(Refusal reason) {
        return new Amendment.Refused<>(List.of(reason));
    }
}
