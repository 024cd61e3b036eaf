package org.kontor.core.documents;

import java.time.Instant;
import java.util.List;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.people.Actor;
import org.kontor.storage.Sql;
import org.kontor.storage.Transaction;

/// What is in the trash, since when and by whom: beside the documents, so that it can be listed in that order without an index that every document pays for.
final class TrashTable {
    /// A row: the document's id and how it came there.
    record Thrown(long id, Instant since, Actor by) {}

    private TrashTable() {}

    static void add(Transaction tx, List<DocumentRef> refs, Instant since, Actor by) {
        tx.batch("insert into trashed_document (trash_type, trash_doc, trash_since, trash_actor) values (?, ?, ?, ?)",
                refs.stream().map(ref -> List.<Object>of(ref.type(), ref.id(), since, ActorText.write(by))).toList());
    }

    static void remove(Transaction tx, List<DocumentRef> refs) {
        tx.batch("delete from trashed_document where trash_type = ? and trash_doc = ?", refs.stream().map(ref -> List.<Object>of(ref.type(), ref.id())).toList());
    }

    /// The newest that pass a condition on the document and `more` on the trash.
    static List<Thrown> newest(Transaction tx, DocumentType type, Sql readable, Sql more, int limit) {
        Sql sql = from("select trash_doc, trash_since, trash_actor from ", type, readable).then(" and ").then(more).then(" order by trash_since desc, trash_doc desc limit ?", limit);
        return tx.query(sql, row -> new Thrown(row.number("trash_doc"), row.moment("trash_since"), ActorText.read(row.text("trash_actor"))));
    }

    static long count(Transaction tx, DocumentType type, Sql readable, int bound) {
        Sql sql = Sql.of("select count(*) as n from (").then(from("select 1 as x from ", type, readable)).then(" limit ?) as found", bound);
        return tx.one(sql, row -> row.number("n")).orElse(0L);
    }

    /// Ids of documents of a type that came there before a moment, oldest first.
    static List<Long> before(Transaction tx, String typeId, Instant moment, int limit) {
        return tx.query(Sql.of("select trash_doc from trashed_document where trash_type = ? and trash_since < ? order by trash_since, trash_doc limit ?", typeId, moment, limit),
                row -> row.number("trash_doc"));
    }

    private static Sql from(String select, DocumentType type, Sql readable) {
        return Sql.of(select + "trashed_document join " + Tables.name(type) + " on id = trash_doc where trash_type = ? and deleted = true and ", type.id()).then(readable);
    }
}
