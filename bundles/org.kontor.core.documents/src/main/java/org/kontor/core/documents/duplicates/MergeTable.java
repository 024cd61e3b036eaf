package org.kontor.core.documents.duplicates;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Duplicates.Plan;
import org.kontor.storage.Database;
import org.kontor.storage.Sql;
import org.kontor.storage.Transaction;

/// The merges there were, with what is needed to take them back.
final class MergeTable {
    /// `position` is the survivor's journal entry, 0 when its values stayed as they were.
    record Kept(long id, DocumentRef survivor, long position, List<DocumentRef> losers, List<KeptLink> links) {}

    record KeptLink(DocumentRef from, String fieldId, DocumentRef loser) {}

    private record Head(long id, DocumentRef survivor, long position) {}

    private final Database database;

    MergeTable(Database database) {
        this.database = database;
    }

    long add(Plan plan, long position, List<LinkMoves.Link> links, String actor, Instant now) {
        String typeId = plan.survivor().type();
        return database.write(tx -> {
            long id = tx.insert(Sql.of("insert into document_merge (type_id, survivor, position, actor, merged) values (?, ?, ?, ?, ?)", typeId, plan.survivor().id(), position, actor, now), "id");
            tx.batch("insert into merge_loser (merge_id, type_id, loser) values (?, ?, ?)", plan.losers().stream().map(loser -> List.<Object>of(id, typeId, loser.id())).toList());
            if (!links.isEmpty()) {
                tx.batch("insert into merge_link (merge_id, link_type, doc_id, field_id, loser) values (?, ?, ?, ?, ?)",
                        links.stream().map(link -> List.<Object>of(id, link.from().type(), link.from().id(), link.field().id(), link.loser().id())).toList());
            }
            return id;
        });
    }

    /// A merge that was not taken back, held until the transaction ends.
    Optional<Kept> hold(long id) {
        return database.write(tx -> head(tx, Sql.of("select * from document_merge where id = ? and undone is null for update", id)).map(head -> kept(tx, head)));
    }

    /// The last merge a document was lost in, if it was not taken back.
    Optional<Kept> of(DocumentRef loser) {
        Sql sql = Sql.of("select * from document_merge where undone is null and id in (select merge_id from merge_loser where type_id = ? and loser = ?) order by id desc", loser.type(), loser.id());
        return database.read(tx -> head(tx, sql).map(head -> kept(tx, head)));
    }

    void undone(long id, Instant now) {
        database.write(tx -> tx.update(Sql.of("update document_merge set undone = ? where id = ?", now, id)));
    }

    private static Optional<Head> head(Transaction tx, Sql sql) {
        return tx.one(sql, row -> new Head(row.number("id"), new DocumentRef(row.text("type_id"), row.number("survivor")), row.number("position")));
    }

    private static Kept kept(Transaction tx, Head head) {
        String typeId = head.survivor().type();
        List<DocumentRef> losers = tx.query(Sql.of("select loser from merge_loser where merge_id = ? order by loser", head.id()), row -> new DocumentRef(typeId, row.number("loser")));
        List<KeptLink> links = tx.query(Sql.of("select link_type, doc_id, field_id, loser from merge_link where merge_id = ? order by link_type, doc_id", head.id()),
                row -> new KeptLink(new DocumentRef(row.text("link_type"), row.number("doc_id")), row.text("field_id"), new DocumentRef(typeId, row.number("loser"))));
        return new Kept(head.id(), head.survivor(), head.position(), losers, links);
    }
}
