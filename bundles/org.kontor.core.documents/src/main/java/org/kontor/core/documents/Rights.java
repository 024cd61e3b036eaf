package org.kontor.core.documents;

import java.time.Clock;
import java.util.Optional;
import org.kontor.api.access.Access;
import org.kontor.api.access.Grant;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.access.Subject;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Values;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.api.people.PersonId;
import org.kontor.storage.Database;

/// What an actor may do with documents of a type, as a condition in SQL or for one document. Whatever can be done asks for reading as well.
final class Rights {
    private final Access access;
    private final Rarity rarity;

    Rights(Access access, Database database) {
        this.access = access;
        this.rarity = new Rarity(database, Clock.systemUTC());
    }

    /// What the actor may see.
    GrantSql readable(DocumentType type, Actor actor) {
        return new GrantSql(type, access.grant(actor, type.id(), Operation.READ), rarity);
    }

    /// What the portal itself sees, which is everything.
    GrantSql everything(DocumentType type) {
        return new GrantSql(type, Grant.of(Optional.empty(), Reach.ALL), rarity);
    }

    boolean may(Operation operation, DocumentType type, Document document, Actor actor) {
        return access.grant(actor, type.id(), operation).covers(type.subject(document));
    }

    /// Why a document may not be created with these values in this stage (none stands for the initial one), if so.
    Optional<Label> creating(DocumentType type, Values values, Optional<String> stage, Actor actor) {
        Optional<String> first = stage.or(() -> type.pipeline().map(way -> way.initial().id()));
        Optional<PersonId> owner = type.responsible().flatMap(values::get).or(actor::person);
        Subject fresh = new Subject(type.id(), first, owner, values.get(DocumentType.OPEN).orElse(false));
        return access.grant(actor, type.id(), Operation.CREATE).covers(fresh) ? Optional.empty() : Optional.of(access.explain(actor, type.id(), first, Operation.CREATE).rule());
    }

    /// Why a document may not be moved to a stage: one needs the right to change it where it is and where it goes. Giving a document to somebody
    /// else is part of changing it.
    Optional<Label> moving(DocumentType type, Document before, Optional<String> stage, Actor actor) {
        Grant grant = access.grant(actor, type.id(), Operation.CHANGE);
        return grant.covers(type.subject(before).in(stage)) ? Optional.empty() : Optional.of(access.explain(actor, type.id(), stage, Operation.CHANGE).rule());
    }

    /// Which rule decides where no document is meant.
    Label rule(Operation operation, DocumentType type, Actor actor) {
        return access.explain(actor, type.id(), operation).rule();
    }

    /// Which rule decides about a document.
    Label rule(Operation operation, DocumentType type, Document document, Actor actor) {
        return access.explain(actor, type.id(), document.stage(), operation).rule();
    }
}
