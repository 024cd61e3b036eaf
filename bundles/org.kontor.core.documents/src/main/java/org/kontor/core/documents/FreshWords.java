package org.kontor.core.documents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.jobs.Jobs;
import org.kontor.storage.Sql;
import org.kontor.storage.Transaction;

/// The words of new documents, one row each, written with them and searched by reading them all; [FillSearch] moves them into the index of [SearchText] a moment later, a thousand at a time.
///
/// A document has a dozen words and more, each an entry somewhere in an index (measured on H2: about 25 us each, in whatever order and however many at once). Written with the document they were most of
/// what it costs to create one; written later, nobody and no import waits for them.
final class FreshWords {
    /// So many of the newest are read by a search.
    static final int READ = 5_000;
    private static final int MANY = 100;
    private static final Duration LATER = Duration.ofSeconds(2);

    private final Jobs jobs;
    private final Clock clock;
    private final Map<String, Instant> asked = new ConcurrentHashMap<>();

    FreshWords(Jobs jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /// Adds the words of new documents and asks to move them: of few no more than every two seconds, since what comes meanwhile is moved with them or by the look the job takes after its work; of many each time, so that
    /// the work waits for the end of an import.
    void add(Transaction tx, DocumentType type, List<Document> fresh) {
        tx.behind("insert into search_fresh (type_id, doc_id, in_title, in_all) values (?, ?, ?, ?)", fresh.stream()
                .map(document -> Terms.of(type, document))
                .map(terms -> List.<Object>of(type.id(), terms.id(), terms.inTitle(), terms.inAll()))
                .toList());
        Instant now = clock.instant();
        if (fresh.size() > MANY || asked.getOrDefault(type.id(), Instant.MIN).isBefore(now)) {
            asked.put(type.id(), now.plus(LATER));
            jobs.at(now.plus(LATER), FillSearch.ID, type.id(), "");
        }
    }

    /// False when the document is not among the fresh ones.
    static boolean update(Transaction tx, DocumentType type, Terms now) {
        return tx.update(Sql.of("update search_fresh set in_title = ?, in_all = ? where type_id = ? and doc_id = ?", now.inTitle(), now.inAll(), type.id(), now.id())) > 0;
    }

    static void delete(Transaction tx, DocumentType type, List<Long> ids) {
        if (!ids.isEmpty()) {
            List<Object> parameters = new ArrayList<>(List.of(type.id()));
            parameters.addAll(ids);
            tx.update(new Sql("delete from search_fresh where type_id = ? and doc_id in (" + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")", parameters));
        }
    }

    /// Takes some of a type, at most `most`, held until the transaction ends. Each is taken away by its place: H2 compares the numbers of a long list one after the other.
    static List<Terms> take(Transaction tx, DocumentType type, int most) {
        List<List<Object>> places = new ArrayList<>();
        List<Terms> some = tx.query(Sql.of("select place, doc_id, in_title, in_all from search_fresh where type_id = ? order by doc_id limit ? for update", type.id(), most), row -> {
            places.add(List.of(row.number("place")));
            return new Terms(row.number("doc_id"), row.text("in_title"), row.text("in_all"));
        });
        if (!places.isEmpty()) {
            tx.batch("delete from search_fresh where place = ?", places);
        }
        return some;
    }

    /// The ids of fresh documents of a type with words that begin as those given.
    static Sql found(DocumentType type, List<String> reading) {
        return Sql.of("select doc_id from search_fresh where type_id = ?", type.id()).then(Terms.have("in_all", reading));
    }

    /// The newest fresh documents of some types with the words of one of the readings: `type_id`, `doc_id` and `in_title`. Of all types the newest are read, whichever are wanted: so the table is read
    /// from its end, and no more than that.
    static Sql newest(List<DocumentType> types, List<List<String>> readings, int limit) {
        String marks = String.join(", ", Collections.nCopies(types.size(), "?"));
        Sql any = readings.stream().map(reading -> Sql.of("(true").then(Terms.have("in_all", reading)).then(")")).reduce((a, b) -> a.then(" or ").then(b)).orElseThrow();
        return Sql.of("select type_id, doc_id, in_title from (select place, type_id, doc_id, in_title, in_all from search_fresh order by place desc limit " + READ + ") as f where (")
                .then(any).then(new Sql(") and type_id in (" + marks + ") order by place desc limit " + limit, types.stream().<Object>map(DocumentType::id).toList()));
    }
}
