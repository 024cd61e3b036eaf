package org.kontor.core.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.api.documents.Board;
import org.kontor.api.documents.Count;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Slice;
import org.kontor.api.documents.Stage;
import org.kontor.api.documents.Values;
import org.kontor.api.people.PersonId;
import org.kontor.storage.Database;
import org.kontor.storage.Row;
import org.kontor.storage.Sql;

/// Reads documents from their table. Every read is one statement; a board is two.
final class Reader {
    private static final int BOARD_COUNT = 10_000;

    private final Database database;

    Reader(Database database) {
        this.database = database;
    }

    Optional<Document> get(DocumentType type, long id, boolean deleted, boolean lock) {
        Sql sql = select(type, Sql.of("id = ? and deleted = ?", id, deleted)).then(lock ? " for update" : "");
        return database.read(tx -> tx.one(sql, row -> document(type, row)));
    }

    Slice page(DocumentType type, Query query, Sql readable) {
        Paging paging = new Paging(type, query);
        Sql where = live(type, query.filter(), readable);
        if (query.after().isPresent()) {
            where = where.then(" and ").then(paging.behind(query.after().get()));
        }
        Sql sql = select(type, where).then(paging.order()).then(" limit ?", query.limit() + 1);
        List<Document> found = new ArrayList<>(database.read(tx -> tx.query(sql, row -> document(type, row))));
        boolean more = found.size() > query.limit();
        if (more) {
            found.removeLast();
        }
        return new Slice(found, more ? Optional.of(paging.cursor(found.getLast())) : Optional.empty());
    }

    Count count(DocumentType type, Filter filter, int bound, Sql readable) {
        Sql sql = Sql.of("select count(*) as n from (select 1 as x from " + Tables.name(type) + " where ")
                .then(live(type, filter, readable))
                .then(" limit ?) as found", bound + 1);
        long value = database.read(tx -> tx.one(sql, row -> row.number("n"))).orElse(0L);
        return new Count(Math.min(value, bound), value <= bound);
    }

    Board board(DocumentType type, Filter filter, int perStage, Sql readable) {
        List<Stage> stages = type.pipeline()
                .orElseThrow(() -> new IllegalArgumentException("document type '" + type.id() + "' has no pipeline: it can't be shown as a board"))
                .stages();
        Sql where = live(type, filter, readable);
        Map<Optional<String>, List<Document>> documents = database.read(tx -> tx.query(union(stages, stage -> Sql.of("(")
                        .then(select(type, where.then(" and stage = ?", stage.id())))
                        .then(" order by stage_since desc, id desc limit ?)", perStage)), row -> document(type, row)))
                .stream().collect(Collectors.groupingBy(Document::stage));
        Map<String, Long> counts = database.read(tx -> tx.query(union(stages, stage -> Sql.of("(select cast(? as varchar(50)) as stage, count(*) as n from (select 1 as x from " + Tables.name(type) + " where ", stage.id())
                        .then(where).then(" and stage = ? limit ?) as s)", stage.id(), BOARD_COUNT + 1)), row -> Map.entry(row.text("stage"), row.number("n"))))
                .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Board(stages.stream()
                .map(stage -> {
                    long count = counts.getOrDefault(stage.id(), 0L);
                    List<Document> top = new ArrayList<>(documents.getOrDefault(Optional.of(stage.id()), List.of()));
                    top.sort(java.util.Comparator.comparing((Document document) -> document.stageSince().orElseThrow()).thenComparing(document -> document.ref().id()).reversed());
                    return new Board.Column(stage, new Count(Math.min(count, BOARD_COUNT), count <= BOARD_COUNT), top);
                })
                .toList());
    }

    private static Sql union(List<Stage> stages, java.util.function.Function<Stage, Sql> part) {
        return stages.stream().map(part).reduce((a, b) -> a.then(" union all ").then(b)).orElseThrow();
    }

    private static Sql live(DocumentType type, Filter filter, Sql readable) {
        return Sql.of("deleted = false and ").then(readable).then(" and ").then(new FilterSql(type).of(filter));
    }

    private static Sql select(DocumentType type, Sql where) {
        String fields = type.fields().stream().flatMap(field -> Column.of(field).stream()).map(Column::name).collect(Collectors.joining(", "));
        return Sql.of("select id, version, stage, stage_since, created, changed, created_by, " + fields + " from " + Tables.name(type) + " where ").then(where);
    }

    private static Document document(DocumentType type, Row row) {
        Values values = Values.none();
        for (Field<?> field : type.fields()) {
            Optional<Object> value = Column.read(field, row);
            if (value.isPresent()) {
                values = values.withAny(field, value.get());
            }
        }
        return new Document(
                new DocumentRef(type.id(), row.number("id")),
                row.number("version"),
                row.optionalText("stage"),
                row.optionalMoment("stage_since"),
                values,
                row.optionalNumber("created_by").map(PersonId::new),
                row.moment("created"),
                row.moment("changed"));
    }
}
