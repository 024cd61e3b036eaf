package org.kontor.core.documents.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Imports.Mode;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Slice;
import org.kontor.api.documents.Values;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.core.documents.MatchKeys;

/// Decides for rows whether they become documents or change some that are there: one query for many rows.
final class Matching {
    /// What is to become of a row.
    sealed interface Decision {
        record Create() implements Decision {}

        record Update(DocumentRef ref) implements Decision {}

        /// It changes what an earlier row of the same rows becomes; `row` counts from 0.
        record Follow(int row) implements Decision {}

        record Refuse(Label reason) implements Decision {}
    }

    private static final int AT_ONCE = 500;

    private final DocumentType type;
    private final Mode mode;
    private final Optional<Field<?>> field;
    private final Documents documents;
    private final MatchKeys keys;

    Matching(DocumentType type, Mode mode, Optional<Field<?>> field, Documents documents, MatchKeys keys) {
        this.type = type;
        this.mode = mode;
        this.field = field;
        this.documents = documents;
        this.keys = keys;
    }

    List<Decision> decide(List<Values> rows, Actor actor) {
        if (field.isEmpty()) {
            return rows.stream().<Decision>map(_ -> new Decision.Create()).toList();
        }
        List<List<Object>> keys = rows.stream().map(row -> row.any(field.get()).map(Matching::keys).orElse(List.of())).toList();
        Map<Object, List<DocumentRef>> present = present(rows, actor);
        Map<Object, Integer> earlier = new HashMap<>();
        List<Decision> decisions = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<Object> some = keys.get(i);
            decisions.add(some.isEmpty() ? withoutKey() : decide(some, some.stream().flatMap(key -> present.getOrDefault(key, List.of()).stream()).distinct().toList(), earlier));
            if (decisions.get(i) instanceof Decision.Create) {
                for (Object key : some) {
                    earlier.put(key, i);
                }
            }
        }
        return decisions;
    }

    private Decision withoutKey() {
        return mode == Mode.UPDATE ? new Decision.Refuse(Label.of("documents.import.no-key", type.nameOf(field.orElseThrow()))) : new Decision.Create();
    }

    private Decision decide(List<Object> keys, List<DocumentRef> present, Map<Object, Integer> earlier) {
        Object key = keys.getFirst();
        Label name = type.nameOf(field.orElseThrow());
        if (present.size() > 1) {
            return new Decision.Refuse(Label.of("documents.import.ambiguous", present.size(), name, shown(key)));
        }
        if (present.size() == 1) {
            return mode == Mode.CREATE
                    ? new Decision.Refuse(Label.of("documents.import.there-already", present.getFirst(), name, shown(key)))
                    : new Decision.Update(present.getFirst());
        }
        if (mode == Mode.UPDATE) {
            return new Decision.Refuse(Label.of("documents.import.not-there", name, shown(key)));
        }
        Optional<Object> twin = keys.stream().filter(earlier::containsKey).findFirst();
        if (twin.isEmpty()) {
            return new Decision.Create();
        }
        return mode == Mode.CREATE ? new Decision.Refuse(Label.of("documents.import.twice", name, shown(twin.get()))) : new Decision.Follow(earlier.get(twin.get()));
    }

    private Map<Object, List<DocumentRef>> present(List<Values> rows, Actor actor) {
        Field<?> by = field.orElseThrow();
        Set<Object> wanted = new LinkedHashSet<>();
        rows.forEach(row -> row.any(by).ifPresent(value -> each(value).forEach(one -> wanted.addAll(spellings(one)))));
        return documentsBy(documents, keys, type, by, List.copyOf(wanted), actor);
    }

    /// The documents that have one of the values, by its key. Looked for among match keys where a rule keeps them, else in the field's column: that is quick only when it has an index.
    static Map<Object, List<DocumentRef>> documentsBy(Documents documents, MatchKeys keys, DocumentType type, Field<?> by, List<Object> values, Actor actor) {
        Map<Object, List<DocumentRef>> found = new HashMap<>();
        for (int from = 0; from < values.size(); from += AT_ONCE) {
            List<Object> some = values.subList(from, Math.min(from + AT_ONCE, values.size()));
            Optional<List<Long>> ids = keys.having(type, by, some);
            Filter filter = ids.<Filter>map(known -> new Filter.In("id", known.stream().<Object>map(BigDecimal::valueOf).toList())).orElseGet(() -> new Filter.In(by.id(), some));
            if (ids.isEmpty() || !ids.get().isEmpty()) {
                find(documents, Query.newest(type.id()).where(filter).sorted("id", false).limited(Query.MOST).only(List.of(by.id())), by, found, actor);
            }
        }
        return found;
    }

    private static void find(Documents documents, Query query, Field<?> by, Map<Object, List<DocumentRef>> found, Actor actor) {
        for (Optional<Slice> page = Optional.of(documents.find(query, actor)); page.isPresent(); page = page.get().next().map(next -> documents.find(query.from(next), actor))) {
            for (Document document : page.get().documents()) {
                document.values().any(by).ifPresent(value -> each(value).forEach(one -> add(found, key(one), document.ref())));
            }
        }
    }

    private static void add(Map<Object, List<DocumentRef>> found, Object key, DocumentRef ref) {
        List<DocumentRef> refs = found.computeIfAbsent(key, _ -> new ArrayList<>());
        if (!refs.contains(ref)) {
            refs.add(ref);
        }
    }

    private static List<?> each(Object value) {
        return value instanceof List<?> many ? many : List.of(value);
    }

    /// The keys of a value: one for each where there are many.
    private static List<Object> keys(Object value) {
        return each(value).stream().map(Matching::key).distinct().toList();
    }

    /// What a row makes of a document that is there: of a match field with many values the document keeps those it has.
    Values onto(Values row, DocumentRef ref, Actor actor) {
        if (field.isEmpty() || !(row.any(field.get()).orElse("") instanceof List<?> more)) {
            return row;
        }
        List<?> before = documents.get(ref, actor).flatMap(document -> document.values().any(field.get())).map(value -> (List<?>) value).orElse(List.of());
        return row.withAny(field.get(), Stream.concat(before.stream(), more.stream()).<Object>map(each -> each).distinct().limit(Kind.Many.MOST).toList());
    }

    /// Texts are the same in any case.
    static Object key(Object value) {
        return value instanceof String text ? text.strip().toLowerCase(Locale.ROOT) : value;
    }

    /// Where a text may be stored in capitals or not, both are looked for.
    static List<Object> spellings(Object value) {
        return value instanceof String text ? List.of(text, text.toLowerCase(Locale.ROOT)) : List.of(value);
    }

    private static String shown(Object key) {
        String text = String.valueOf(key instanceof org.kontor.api.documents.Phone phone ? phone.number() : key);
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
