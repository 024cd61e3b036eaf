package org.kontor.ui.shell.internal.list;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Query;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// What the documents are called that the shown ones link to: read for a whole page at once, one query for each linked type.
final class LinkedTitles {
    /// So many of a field with many links are shown.
    static final int MOST_SHOWN = 3;

    private final PageTab tab;
    private final Portal portal;
    private final List<Field<?>> links;
    private final Map<DocumentRef, String> titles = new HashMap<>();

    LinkedTitles(PageTab tab, Portal portal, DocumentType type) {
        this.tab = tab;
        this.portal = portal;
        this.links = type.fields().stream().filter(field -> LinkedTitles.links(field.kind())).toList();
    }

    /// Reads the titles that are not known yet for documents about to be shown.
    void prepare(List<Document> documents) {
        Map<String, Set<Object>> missing = new HashMap<>();
        for (Field<?> link : links) {
            for (Document document : documents) {
                document.values().any(link).ifPresent(value -> refs(value).filter(ref -> !titles.containsKey(ref))
                        .forEach(ref -> missing.computeIfAbsent(ref.type(), _ -> new HashSet<>()).add(ref.id())));
            }
        }
        missing.forEach((typeId, ids) -> portal.types.find(typeId).ifPresent(type -> read(type, ids)));
    }

    /// As [#prepare] for single links.
    void prepareRefs(Collection<DocumentRef> refs) {
        refs.stream().filter(ref -> !titles.containsKey(ref)).collect(Collectors.groupingBy(DocumentRef::type, Collectors.mapping(ref -> (Object) ref.id(), Collectors.toSet())))
                .forEach((typeId, ids) -> portal.types.find(typeId).ifPresent(type -> read(type, ids)));
    }

    private static boolean links(Kind<?> kind) {
        return kind instanceof Kind.Link || kind instanceof Kind.Booking || kind instanceof Kind.Many<?> many && links(many.of());
    }

    private static Stream<DocumentRef> refs(Object value) {
        return value instanceof List<?> many ? many.stream().limit(MOST_SHOWN).map(DocumentRef.class::cast) : Stream.of((DocumentRef) value);
    }

    /// The title of a linked document; empty when there is none, or not for the viewer.
    Optional<String> of(DocumentRef ref) {
        return Optional.ofNullable(titles.get(ref));
    }

    private void read(DocumentType type, Set<Object> ids) {
        List<Object> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += Query.MOST) {
            List<Object> some = all.subList(from, Math.min(from + Query.MOST, all.size()));
            Query query = Query.newest(type.id()).where(new Filter.In("id", some)).limited(Query.MOST).only(List.of());
            portal.documents.find(query, tab.actor()).documents().forEach(document -> document.get(type.title()).ifPresent(title -> titles.put(document.ref(), title)));
        }
    }
}
