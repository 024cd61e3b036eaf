package org.kontor.core.documents.once;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.kontor.api.documents.Once;
import org.kontor.storage.Database;
import org.kontor.storage.DatabaseFailure;
import org.kontor.storage.Sql;
import org.kontor.storage.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Answers in a table, written in the transaction of the work. The primary key makes the second of two requests wait for the first.
@Component
public final class KeptAnswers implements Once {
    private static final Duration TIDYING = Duration.ofMinutes(10);

    private final Database database;
    private final Clock clock;
    private volatile Instant tidied = Instant.EPOCH;

    @Activate
    public KeptAnswers(@Reference Database database) {
        this(database, Clock.systemUTC());
    }

    KeptAnswers(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        database.migrate("once", KeptAnswers.class);
    }

    @Override
    public Answer ask(Request request, Duration span, Supplier<Optional<String>> work) {
        tidy();
        return database.write(tx -> known(tx, request).orElseGet(() -> fresh(tx, request, span, work)));
    }

    private Answer fresh(Transaction tx, Request request, Duration span, Supplier<Optional<String>> work) {
        try {
            tx.nested(() -> {
                tx.update(Sql.of("delete from once_answer where scope = ? and request_key = ? and kept_until <= ?", request.scope(), request.key(), clock.instant()));
                return tx.update(Sql.of("insert into once_answer (scope, request_key, content, kept_until) values (?, ?, ?, ?)",
                        request.scope(), request.key(), request.content(), clock.instant().plus(span)));
            });
        } catch (DatabaseFailure e) {
            if (!e.duplicate()) {
                throw e;
            }
            return known(tx, request).orElseThrow(() -> e);
        }
        Optional<String> text = work.get();
        tx.update(text.isPresent()
                ? Sql.of("update once_answer set answer = ? where scope = ? and request_key = ?", text.get(), request.scope(), request.key())
                : Sql.of("delete from once_answer where scope = ? and request_key = ?", request.scope(), request.key()));
        return new Answer.Fresh(text);
    }

    private Optional<Answer> known(Transaction tx, Request request) {
        Sql sql = Sql.of("select content, answer from once_answer where scope = ? and request_key = ? and kept_until > ?", request.scope(), request.key(), clock.instant());
        return tx.one(sql, row -> row.text("content").equals(request.content()) ? new Answer.Again(row.optionalText("answer").orElse("")) : new Answer.Other());
    }

    private void tidy() {
        Instant now = clock.instant();
        if (tidied.plus(TIDYING).isBefore(now)) {
            tidied = now;
            database.write(tx -> tx.update(Sql.of("delete from once_answer where kept_until < ?", now)));
        }
    }
}
