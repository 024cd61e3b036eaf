package org.kontor.core.documents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.SensitiveTypes;
import org.kontor.api.people.Actor;
import org.kontor.api.people.PersonId;
import org.kontor.storage.Database;
import org.kontor.storage.Journal;
import org.kontor.storage.Sql;
import org.kontor.storage.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Keeps who looked at documents of sensitive types: a journal entry for a person and a document, at most once an hour (TL-8).
///
/// What was noted last is in a small table, so that neither a restart nor another node notes it twice.
@Component(service = Views.class)
public final class Views {
    static final Duration ONCE_IN = Duration.ofHours(1);

    private final Database database;
    private final Journal journal;
    private final SensitiveTypes sensitive;
    private final Clock clock;

    @Activate
    public Views(@Reference Database database, @Reference Journal journal, @Reference SensitiveTypes sensitive) {
        this(database, journal, sensitive, Clock.systemUTC());
    }

    Views(Database database, Journal journal, SensitiveTypes sensitive, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.sensitive = sensitive;
        this.clock = clock;
    }

    /// Notes that an actor is shown a document, when that is to be kept. Robots are not.
    void note(Document document, Actor actor) {
        Optional<PersonId> person = actor.person();
        if (person.isEmpty() || !sensitive.contains(document.ref().type())) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (seen(document, person.get()).filter(moment -> moment.isAfter(now.minus(ONCE_IN))).isEmpty()) {
            database.write(tx -> {
                boolean first = claimed(tx, document, person.get(), now);
                if (first) {
                    journal.append(List.of(entry(document, actor)));
                }
                return first;
            });
        }
    }

    private Optional<Instant> seen(Document document, PersonId person) {
        Sql sql = Sql.of("select seen from viewed_document where type_id = ? and doc_id = ? and person = ?", document.ref().type(), document.ref().id(), person.value());
        return database.read(tx -> tx.one(sql, row -> row.moment("seen")));
    }

    /// False when somebody else noted the same meanwhile.
    private static boolean claimed(Transaction tx, Document document, PersonId person, Instant now) {
        int renewed = tx.update(Sql.of("update viewed_document set seen = ? where type_id = ? and doc_id = ? and person = ? and seen <= ?",
                now, document.ref().type(), document.ref().id(), person.value(), now.minus(ONCE_IN)));
        return renewed > 0 || tx.insertUnlessTaken(Sql.of("insert into viewed_document (type_id, doc_id, person, seen) values (?, ?, ?, ?)",
                document.ref().type(), document.ref().id(), person.value(), now));
    }

    private static Journal.NewEntry entry(Document document, Actor actor) {
        return new Journal.NewEntry(History.VIEWED, Optional.of(document.ref()), EntryBody.write(document.ref(), 0), actor);
    }
}
