package org.kontor.ui.shell.internal.list;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final PageTab tab;
    private final Portal portal;
    private final List<Field<?>> links;
    private final Map<DocumentRef, String> titles = new HashMap<>();

    LinkedTitles(PageTab tab, Portal portal, DocumentType type) {
        this.tab = tab;
        this.portal = portal;
        this.links = type.listedFields().stream().filter(field -> field.kind() instanceof Kind.Link).toList();
    }

    /// Reads the titles that are not known yet for documents about to be shown.
    void prepare(List<Document> documents) {
        Map<String, Set<Object>> missing = new HashMap<>();
        for (Field<?> link : links) {
            for (Document document : documents) {
                document.values().any(link).map(DocumentRef.class::cast).filter(ref -> !titles.containsKey(ref))
                        .ifPresent(ref -> missing.computeIfAbsent(ref.type(), _ -> new HashSet<>()).add(ref.id()));
            }
        }
        missing.forEach((typeId, ids) -> portal.types.find(typeId).ifPresent(type -> read(type, ids)));
    }

    /// The title of a linked document; empty when there is none, or not for the viewer.
    Optional<String> of(DocumentRef ref) {
        return Optional.ofNullable(titles.get(ref));
    }

    private void read(DocumentType type, Set<Object> ids) {
        List<Object> some = ids.stream().limit(Query.MOST).toList();
        Query query = Query.newest(type.id()).where(new Filter.In("id", some)).limited(Query.MOST);
        portal.documents.find(query, tab.actor()).documents().forEach(document -> document.get(type.title()).ifPresent(title -> titles.put(document.ref(), title)));
    }
}
