package org.kontor.core.documents;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.jobs.Jobs;
import org.kontor.storage.Sql;
import org.kontor.storage.Transaction;

/// The words of new documents: those of few are written with them, those of many by [FillSearch] a moment after the last of them.
///
/// Words lie all over their index. Written with each chunk of an import they made H2 write most of the index again for every chunk (measured with 40,000 rows: 2,650 rows/s, less with each thousand);
/// sorted, and thousands of documents at a time, every page is written once.
final class SearchBacklog {
    /// So many documents of one call are found as soon as they are there.
    static final int AT_ONCE = 100;
    private static final Duration LATER = Duration.ofSeconds(2);

    private final Jobs jobs;
    private final Clock clock;

    SearchBacklog(Jobs jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    void add(Transaction tx, DocumentType type, List<Document> fresh) {
        if (fresh.size() <= AT_ONCE) {
            SearchText.insert(tx, type, fresh);
            return;
        }
        long first = ids(fresh).min().orElseThrow();
        long last = ids(fresh).max().orElseThrow();
        tx.update(Sql.of("insert into search_backlog (type_id, first_id, last_id) values (?, ?, ?)", type.id(), first, last));
        jobs.at(clock.instant().plus(LATER), FillSearch.ID, type.id(), "");
    }

    private static LongStream ids(List<Document> documents) {
        return documents.stream().mapToLong(document -> document.ref().id());
    }
}
