package org.kontor.core.documents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kontor.api.documents.DocumentType;
import org.kontor.storage.Database;
import org.kontor.storage.Engine;
import org.kontor.storage.Sql;

/// Knows of conditions that an index serves whether few documents fulfil them. Then they are gathered by that index and sorted; else a page is found sooner by reading in its order.
///
/// H2 does not weigh that by itself, and PostgreSQL takes persons for alike who are not (measured among 50,000 documents, for ten persons with ten: 53 and 15 ms instead of 0.1). So a few places of
/// the index are counted, and the answer is kept for a minute: a wrong one costs time, never a document.
final class Rarity {
    /// So many are gathered and sorted sooner than a page among all documents is found.
    static final int FEW = 2_000;
    /// So many are gathered and sorted in less than 0.1 s, while reading in an order in which they all come late takes as long as reading everything (measured on PostgreSQL for 10,000 of 1,000,000: 44 ms
    /// instead of 721).
    static final int SOME = 20_000;
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 2_000;

    private record Known(boolean rare, Instant until) {}

    private final Database database;
    private final Clock clock;
    private final Map<Sql, Known> known = new ConcurrentHashMap<>();

    Rarity(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Engine engine() {
        return database.engine();
    }

    /// Whether at most [#FEW] documents fulfil a condition, as it was a minute ago at the most.
    boolean few(DocumentType type, Sql condition) {
        return atMost(FEW, type, condition);
    }

    /// Whether at most so many documents fulfil a condition, as it was a minute ago at the most.
    boolean atMost(int bound, DocumentType type, Sql condition) {
        Sql count = Sql.of("select count(*) as n from (select 1 as x from " + Tables.name(type) + " where ").then(condition).then(" limit ?) as counted", bound + 1);
        Known answer = known.get(count);
        if (answer == null || !clock.instant().isBefore(answer.until())) {
            answer = new Known(database.read(tx -> tx.one(count, row -> row.number("n"))).orElse(0L) <= bound, clock.instant().plus(KEPT));
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(count, answer);
        }
        return answer.rare();
    }
}
