package org.kontor.core.documents;

import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kontor.api.access.Access;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Search;
import org.kontor.api.documents.Values;
import org.kontor.api.people.Actor;
import org.kontor.api.people.PersonId;
import org.kontor.storage.Database;
import org.kontor.storage.Row;
import org.kontor.storage.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Search in the words of all types: one statement for the fresh words and one for up to [#TOGETHER] types. Of each type it takes no more than [#CANDIDATES] documents with the words that the actor may
/// read, of the first [#WINDOW] that the rarest word leads to, so that beginnings which very many have cost no more.
@Component(service = Search.class)
public final class WordSearch implements Search {
    private static final int TOGETHER = 25;
    private static final int CANDIDATES = 200;
    private static final int WINDOW = 10_000;
    private static final String TITLE = "named";
    private static final String OWNER = "owner";

    private record Fresh(DocumentRef ref, boolean byTitle) {}

    private final Database database;
    private final DocumentTypes types;
    private final Rights rights;

    @Activate
    public WordSearch(@Reference Database database, @Reference DocumentTypes types, @Reference Access access) {
        this.database = database;
        this.types = types;
        this.rights = new Rights(access, database);
    }

    @Override
    public List<Hit> find(Wanted wanted, Actor actor) {
        List<List<String>> readings = SearchWords.readings(wanted.words());
        List<DocumentType> among = wanted.types().isEmpty() ? types.all() : wanted.types().stream().distinct().map(types::require).toList();
        Map<DocumentRef, Hit> hits = new LinkedHashMap<>();
        List<Fresh> fresh = readings.isEmpty() || among.isEmpty() ? List.of() : fresh(among, readings);
        for (int start = 0; start < among.size() && !readings.isEmpty(); start += TOGETHER) {
            Sql sql = union(among.subList(start, Math.min(start + TOGETHER, among.size())), readings, fresh, wanted.limit(), actor);
            database.read(tx -> tx.query(sql, this::hit)).forEach(hit -> hits.merge(hit.document().ref(), hit, (a, b) -> a.byTitle() ? a : b));
        }
        Comparator<Hit> titlesFirst = Comparator.comparing(hit -> !hit.byTitle());
        return hits.values().stream().sorted(titlesFirst.thenComparing(hit -> hit.document().created(), Comparator.reverseOrder())).limit(wanted.limit()).toList();
    }

    /// Documents that are not in the index yet.
    private List<Fresh> fresh(List<DocumentType> among, List<List<String>> readings) {
        return database.read(tx -> tx.query(FreshWords.newest(among, readings, CANDIDATES), row -> {
            List<String> title = Terms.split(row.text("in_title"));
            boolean byTitle = readings.stream().anyMatch(reading -> reading.stream().allMatch(word -> title.stream().anyMatch(each -> each.startsWith(word))));
            return new Fresh(new DocumentRef(row.text("type_id"), row.number("doc_id")), byTitle);
        }));
    }

    private Sql union(Collection<DocumentType> among, List<List<String>> readings, List<Fresh> fresh, int limit, Actor actor) {
        Viewpoint view = Viewpoint.of(actor, types, rights, Clock.systemUTC());
        return among.stream()
                .flatMap(type -> Stream.of(true, false).map(inTitle -> part(type, readings, fresh, inTitle, limit, view)))
                .reduce((a, b) -> a.then(" union all ").then(b))
                .orElseThrow();
    }

    private static Sql part(DocumentType type, List<List<String>> readings, List<Fresh> fresh, boolean inTitle, int limit, Viewpoint view) {
        String table = Tables.name(type);
        String title = Column.of(type.title()).getFirst().name();
        String owner = type.responsible().map(field -> Column.of(field).getFirst().name()).orElse("cast(null as bigint)");
        Sql there = Sql.of("exists (select 1 from " + table + " where id = w.doc_id and ").then(view.there(type, Reading.NUMBERED)).then(SearchText.PROBE + ")");
        List<Object> known = fresh.stream().filter(each -> each.ref().type().equals(type.id()) && (each.byTitle() || !inTitle)).<Object>map(each -> each.ref().id()).toList();
        Stream<Sql> waiting = known.isEmpty() ? Stream.of()
                : Stream.of(new Sql("(select id from " + table + " where id in (" + String.join(", ", Collections.nCopies(known.size(), "?")) + ") and ", known).then(view.there(type, Reading.NUMBERED)).then(")"));
        Sql candidates = Stream.concat(readings.stream().map(reading -> Sql.of("(").then(SearchText.some(type, reading, inTitle, there, WINDOW, CANDIDATES)).then(")")), waiting)
                .reduce((a, b) -> a.then(" union all ").then(b))
                .orElseThrow();
        return Sql.of("(select '" + type.id() + "' as type_id, " + inTitle + " as by_title, id, version, stage, stage_since, created, changed, created_by, " + title + " as " + TITLE + ", " + owner
                        + " as " + OWNER + " from " + table + " where id in (")
                .then(candidates).then(") order by id desc limit ?)", limit);
    }

    private Hit hit(Row row) {
        DocumentType type = types.require(row.text("type_id").strip());
        Values values = row.optionalText(TITLE).map(title -> Values.none().with(type.title(), title)).orElse(Values.none());
        Values owned = type.responsible().flatMap(field -> row.optionalNumber(OWNER).map(id -> values.with(field, new PersonId(id)))).orElse(values);
        Document document = new Document(
                new DocumentRef(type.id(), row.number("id")),
                row.number("version"),
                row.optionalText("stage"),
                row.optionalMoment("stage_since"),
                owned,
                row.optionalNumber("created_by").map(PersonId::new),
                row.moment("created"),
                row.moment("changed"));
        return new Hit(document, row.yes("by_title"));
    }
}
