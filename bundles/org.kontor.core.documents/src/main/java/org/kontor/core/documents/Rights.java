package org.kontor.core.documents;

import java.util.Optional;
import org.kontor.api.access.Access;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.api.people.PersonId;
import org.kontor.storage.Sql;

/// What an actor may do with documents of a type, as a condition in SQL or for one document.
final class Rights {
    private final Access access;

    Rights(Access access) {
        this.access = access;
    }

    /// The condition that limits reading to what the actor may see.
    Sql readable(DocumentType type, Actor actor) {
        return switch (access.reach(actor, type.id(), Operation.READ)) {
            case ALL -> Sql.of("true");
            case NONE -> Sql.of("false");
            case OWN -> actor.person().map(person -> Sql.of(owner(type) + " = ?", person.value())).orElse(Sql.of("false"));
        };
    }

    boolean may(Operation operation, DocumentType type, Document document, Actor actor) {
        return switch (access.reach(actor, type.id(), operation)) {
            case ALL -> true;
            case NONE -> false;
            case OWN -> actor.person().isPresent() && owner(type, document).equals(actor.person());
        };
    }

    /// Whether the actor may create a document at all.
    boolean mayCreate(DocumentType type, Actor actor) {
        return access.reach(actor, type.id(), Operation.CREATE) != Reach.NONE;
    }

    Label rule(Operation operation, DocumentType type, Actor actor) {
        return access.explain(actor, type.id(), operation).rule();
    }

    private static String owner(DocumentType type) {
        return type.responsible().map(field -> Column.of(field).getFirst().name()).orElse("created_by");
    }

    private static Optional<PersonId> owner(DocumentType type, Document document) {
        return type.responsible().map(document::get).orElse(document.createdBy());
    }
}
