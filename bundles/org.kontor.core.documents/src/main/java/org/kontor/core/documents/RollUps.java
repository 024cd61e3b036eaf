package org.kontor.core.documents;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kontor.api.documents.Computation;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Values;
import org.kontor.storage.Database;
import org.kontor.storage.Sql;
import org.kontor.storage.Transaction;

/// Keeps roll-up fields, and formulas over them, up to date: whoever writes documents calls [#follow] in the same transaction.
///
/// For each type that looks at what was written: the documents concerned are locked in the order of their ids, their figures read and written, all in a fixed number
/// of statements. They are locked first because on PostgreSQL a statement that waited for a lock would still add up what it saw before. Figures
/// follow from other documents: they change neither version nor history of the document.
final class RollUps {
    private static final int PAGE = 200;

    private final DocumentTypes types;
    private final Formulas formulas;
    private final Figures figures;
    private volatile Feeds feeds = new Feeds(List.of(), Map.of());

    /// All feeds by the type they are made from, for one state of the types.
    private record Feeds(List<DocumentType> types, Map<String, List<Feed>> byChild) {
        boolean of(List<DocumentType> others) {
            return types.size() == others.size() && IntStream.range(0, types.size()).allMatch(place -> types.get(place) == others.get(place));
        }
    }

    RollUps(Database database, DocumentTypes types, Formulas formulas, Clock clock) {
        this.types = types;
        this.formulas = formulas;
        this.figures = new Figures(new RateTable(database), clock);
    }

    /// The values of a new document with what its roll-ups start with.
    static Values start(DocumentType type, Values values) {
        Values started = values;
        for (Field<?> field : type.fields()) {
            if (field.computation().isPresent() && field.computation().get() instanceof Computation.RollUp way) {
                Optional<Object> zero = Figures.start(field.kind(), way.how());
                started = zero.isPresent() ? started.withAny(field, zero.get()) : started;
            }
        }
        return started;
    }

    /// Brings up to date what follows from documents of a type that were written.
    void follow(Transaction tx, DocumentType type, List<Written> written) {
        Map<String, Map<Feed, TreeSet<Long>>> touched = new LinkedHashMap<>();
        for (Feed feed : feeds().getOrDefault(type.id(), List.of())) {
            TreeSet<Long> ids = new TreeSet<>();
            written.forEach(each -> feed.touched(each).forEach(ids::add));
            if (!ids.isEmpty()) {
                touched.computeIfAbsent(feed.parent().id(), _ -> new LinkedHashMap<>()).put(feed, ids);
            }
        }
        touched.values().forEach(byFeed -> {
            TreeSet<Long> all = new TreeSet<>();
            byFeed.values().forEach(all::addAll);
            DocumentType parent = byFeed.keySet().iterator().next().parent();
            update(tx, parent, locked(tx, parent, all), byFeed);
        });
    }

    /// Computes all computed fields of the next documents behind an id anew.
    ///
    /// @return the id of the last of them; nothing at the end
    Optional<Long> recompute(Transaction tx, DocumentType type, long after) {
        List<Document> page = locked(tx, type, Sql.of("id > ? order by id limit ?", after, (long) PAGE));
        if (page.isEmpty()) {
            return Optional.empty();
        }
        List<Long> ids = page.stream().map(document -> document.ref().id()).toList();
        Map<Feed, Collection<Long>> byFeed = new LinkedHashMap<>();
        type.fields().forEach(field -> feed(type, field).ifPresent(feed -> byFeed.put(feed, ids)));
        update(tx, type, page, byFeed);
        return Optional.of(ids.getLast());
    }

    private static List<Document> locked(Transaction tx, DocumentType type, Collection<Long> ids) {
        return locked(tx, type, new Sql("id in (" + ids.stream().map(_ -> "?").collect(Collectors.joining(", ")) + ") order by id", List.copyOf(ids)));
    }

    private static List<Document> locked(Transaction tx, DocumentType type, Sql where) {
        return tx.query(Reader.select(type, where).then(" for update"), row -> Reader.document(type, row));
    }

    private void update(Transaction tx, DocumentType type, List<Document> documents, Map<Feed, ? extends Collection<Long>> byFeed) {
        Map<Feed, Map<Long, Optional<Object>>> values = new LinkedHashMap<>();
        byFeed.forEach((feed, ids) -> values.put(feed, figures.of(tx, feed, ids)));
        List<Written> changed = new ArrayList<>();
        for (Document before : documents) {
            Values now = before.values();
            for (Map.Entry<Feed, Map<Long, Optional<Object>>> each : values.entrySet()) {
                Optional<Object> figure = each.getValue().getOrDefault(before.ref().id(), before.values().any(each.getKey().field()));
                now = figure.isPresent() ? now.withAny(each.getKey().field(), figure.get()) : now.cleared(each.getKey().field());
            }
            Document after = new Document(before.ref(), before.version(), before.stage(), before.stageSince(), formulas.complete(type, now), before.createdBy(), before.created(), before.changed());
            if (computed(type).stream().anyMatch(field -> !before.values().any(field).equals(after.values().any(field)))) {
                changed.add(Written.changed(before, after));
            }
        }
        if (!changed.isEmpty()) {
            write(tx, type, changed);
            follow(tx, type, changed);
        }
    }

    private static void write(Transaction tx, DocumentType type, List<Written> changed) {
        List<Field<?>> fields = computed(type);
        List<String> columns = fields.stream().flatMap(field -> Column.of(field).stream()).map(column -> column.name() + " = ?").toList();
        tx.batch("update " + Tables.name(type) + " set " + String.join(", ", columns) + " where id = ?", changed.stream().map(each -> {
            Document after = each.after().orElseThrow();
            List<Object> row = new ArrayList<>();
            fields.forEach(field -> row.addAll(Column.parameters(field, after.values().any(field))));
            row.add(after.ref().id());
            return row;
        }).toList());
    }

    private static List<Field<?>> computed(DocumentType type) {
        return type.fields().stream().filter(field -> field.computation().isPresent()).toList();
    }

    private Map<String, List<Feed>> feeds() {
        List<DocumentType> now = types.all();
        Feeds known = feeds;
        if (!known.of(now)) {
            Map<String, List<Feed>> byChild = new LinkedHashMap<>();
            now.forEach(type -> computed(type).forEach(field -> feed(type, field).ifPresent(feed -> byChild.computeIfAbsent(feed.child().id(), _ -> new ArrayList<>()).add(feed))));
            known = new Feeds(now, byChild);
            feeds = known;
        }
        return known.byChild();
    }

    private Optional<Feed> feed(DocumentType type, Field<?> field) {
        return field.computation().filter(Computation.RollUp.class::isInstance).flatMap(way -> Feed.of(type, field, types.find(((Computation.RollUp) way).typeId())));
    }
}
