package org.kontor.core.documents;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.people.Actor;
import org.kontor.storage.Sql;

/// From where documents are looked at: which of each type may be seen, and what is today.
record Viewpoint(DocumentTypes types, Function<DocumentType, GrantSql> readable, Clock clock) {

    static Viewpoint of(Actor actor, DocumentTypes types, Rights rights, Clock clock) {
        return new Viewpoint(types, type -> rights.readable(type, actor), clock);
    }

    /// That of the portal itself, which sees all.
    static Viewpoint everything(DocumentTypes types, Rights rights, Clock clock) {
        return new Viewpoint(types, rights::everything, clock);
    }

    LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /// The condition on the documents of a type that are there for who looks. Its columns are those of the nearest table around it.
    Sql there(DocumentType type, Reading reading) {
        return there(readable.apply(type).condition(reading));
    }

    /// The same in parts, each of which has an order of its own: together they are what is there, and no two share a document.
    List<Sql> stretches(DocumentType type, Reading reading) {
        return readable.apply(type).stretches(reading).stream().map(Viewpoint::there).toList();
    }

    private static Sql there(Sql condition) {
        return Sql.of("deleted = false and ").then(condition);
    }

    /// Whether what is there is little enough to be gathered, see [GrantSql#narrow].
    boolean narrow(DocumentType type) {
        return readable.apply(type).narrow();
    }
}
