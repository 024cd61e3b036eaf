package org.kontor.core.documents;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Board;
import org.kontor.api.documents.BoardQuery;
import org.kontor.api.documents.Count;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Grouping;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Slice;
import org.kontor.storage.Database;
import org.kontor.storage.Row;
import org.kontor.storage.Sql;

/// Reads documents from their table. Every read is one statement; two are a board, and a page that reaches the documents without a value of what it is sorted by.
final class Reader {
    private final Database database;
    private final LargeStages large;
    private final Rarity rarity;

    Reader(Database database) {
        this.database = database;
        this.rarity = new Rarity(database, Clock.systemUTC());
        this.large = new LargeStages(Clock.systemUTC());
    }

    Optional<Document> get(DocumentType type, long id, boolean deleted, boolean lock) {
        Selection selection = Selection.all(type);
        Sql sql = selection.from(Sql.of("id = ? and deleted = ?", id, deleted)).then(lock ? " for update" : "");
        return database.read(tx -> tx.one(sql, selection::read));
    }

    /// Documents that are not in the trash, held until the transaction ends; in the order of their ids.
    List<Document> hold(DocumentType type, List<Long> ids) {
        Selection selection = Selection.all(type);
        String marks = String.join(", ", Collections.nCopies(ids.size(), "?"));
        Sql sql = selection.from(new Sql("id in (" + marks + ") and deleted = false order by id", List.copyOf(ids))).then(" for update");
        return database.write(tx -> tx.query(sql, selection::read));
    }

    Slice page(DocumentType type, Query query, Viewpoint view) {
        Paging paging = new Paging(type, query);
        Selection selection = Selection.of(type, query.fields(), query.sortBy());
        Sql filter = FilterSql.ofPage(type, view, rarity).of(query.filter());
        List<Sql> live = view.stretches(type, paging.numbered() ? Reading.NUMBERED : Reading.SORTED).stream().map(there -> there.then(" and ").then(filter)).toList();
        List<Document> found = new ArrayList<>();
        for (Paging.Step step : paging.steps()) {
            int missing = query.limit() + 1 - found.size();
            if (missing > 0) {
                Sql sql = rows(selection, live, step, missing);
                found.addAll(database.read(tx -> tx.query(sql, selection::read)));
            }
        }
        boolean more = found.size() > query.limit();
        if (more) {
            found.removeLast();
        }
        if (paging.back()) {
            Collections.reverse(found);
        }
        return slice(paging, found, more);
    }

    /// Who comes from another page can go back to it.
    private static Slice slice(Paging paging, List<Document> found, boolean more) {
        boolean next = !found.isEmpty() && (paging.back() || more);
        boolean previous = !found.isEmpty() && (paging.back() ? more : paging.beside());
        return new Slice(
                found,
                next ? Optional.of(paging.cursor(found.getLast(), false)) : Optional.empty(),
                previous ? Optional.of(paging.cursor(found.getFirst(), true)) : Optional.empty());
    }

    /// Each condition is a stretch of the index by itself; one statement for all.
    private static Sql rows(Selection selection, List<Sql> live, Paging.Step step, int limit) {
        List<Sql> parts = live.stream().flatMap(there -> step.conditions().stream().map(each -> selection.from(there.then(" and ").then(each)).then(step.order() + " limit ?", limit))).toList();
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        Sql all = parts.stream().map(part -> Sql.of("(").then(part).then(")")).reduce((a, b) -> a.then(" union all ").then(b)).orElseThrow();
        return Sql.of("select * from (").then(all).then(") as stretches" + step.order() + " limit ?", limit);
    }

    Count count(DocumentType type, Filter filter, int bound, Viewpoint view) {
        Sql sql = Sql.of("select count(*) as n from (select 1 as x from " + Tables.name(type) + " where ").then(live(type, filter, view, Reading.WHOLE)).then(" limit ?) as found", bound + 1);
        long value = database.read(tx -> tx.one(sql, row -> row.number("n"))).orElse(0L);
        return new Count(Math.min(value, bound), value <= bound);
    }

    Board board(DocumentType type, BoardQuery query, Viewpoint view) {
        BoardReading board = new BoardReading(type, query, live(type, query.filter(), view, Reading.SORTED), live(type, query.filter(), view, Reading.WHOLE), view.narrow(type));
        return database.read(tx -> board.of(tx.query(board.documents(), board::document), board.parts(counts -> tx.query(counts, board::part), large)));
    }

    List<Grouping.Group> groups(DocumentType type, Grouping grouping, Viewpoint view) {
        GroupReading groups = new GroupReading(type, grouping, database.engine());
        return groups.of(database.read(tx -> tx.query(groups.sql(live(type, grouping.filter(), view, Reading.WHOLE)), groups::part)));
    }

    /// All fields of the documents for which `where` holds.
    static Sql select(DocumentType type, Sql where) {
        return Selection.all(type).from(where);
    }

    /// A document from a row of [#select].
    static Document document(DocumentType type, Row row) {
        return Selection.all(type).read(row);
    }

    private static Sql live(DocumentType type, Filter filter, Viewpoint view, Reading reading) {
        return view.there(type, reading).then(" and ").then(new FilterSql(type, view).of(filter));
    }
}
