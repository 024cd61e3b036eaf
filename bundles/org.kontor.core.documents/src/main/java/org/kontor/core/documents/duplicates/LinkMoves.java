package org.kontor.core.documents.duplicates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Change;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Duplicates;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Slice;
import org.kontor.api.documents.Values;
import org.kontor.api.people.Actor;

/// Links of all types to some documents, and how they are turned to another.
final class LinkMoves {
    static final Actor ROBOT = new Actor.Robot("documents.merge");

    /// A link of a document to a loser.
    record Link(DocumentRef from, Field<?> field, DocumentRef loser) {}

    private final DocumentTypes types;
    private final Documents documents;

    LinkMoves(DocumentTypes types, Documents documents) {
        this.types = types;
        this.documents = documents;
    }

    /// At most one more than [Duplicates#MOST_LINKS].
    List<Link> to(List<DocumentRef> losers) {
        List<Link> links = new ArrayList<>();
        for (DocumentType type : types.all()) {
            for (Field<?> field : type.fields()) {
                if (field.computation().isEmpty() && linksTo(field, losers.getFirst().type())) {
                    losers.forEach(loser -> add(links, type, field, loser));
                }
            }
        }
        return links;
    }

    private static boolean linksTo(Field<?> field, String typeId) {
        Kind<?> kind = field.kind() instanceof Kind.Many<?> many ? many.of() : field.kind();
        return kind instanceof Kind.Link(List<String> targets) && (targets.isEmpty() || targets.contains(typeId));
    }

    private void add(List<Link> links, DocumentType type, Field<?> field, DocumentRef loser) {
        Query query = Query.newest(type.id()).where(new Filter.Compare(field.id(), Filter.Operator.EQUAL, loser)).sorted("id", false).limited(Query.MOST).only(List.of(field.id()));
        Optional<Slice> page = Optional.of(documents.find(query, ROBOT));
        while (page.isPresent() && links.size() <= Duplicates.MOST_LINKS) {
            page.get().documents().stream().limit(Duplicates.MOST_LINKS + 1L - links.size()).forEach(document -> links.add(new Link(document.ref(), field, loser)));
            page = page.get().next().map(next -> documents.find(query.from(next), ROBOT));
        }
    }

    /// Turns a link from one document to another, if it still points there.
    boolean turn(DocumentRef document, Field<?> field, DocumentRef from, DocumentRef to) {
        return documents.get(document, ROBOT)
                .flatMap(found -> turned(found, field, from, to))
                .map(values -> documents.change(document, Draft.of(values), ROBOT) instanceof Change.Changed)
                .orElse(false);
    }

    private static Optional<Values> turned(Document document, Field<?> field, DocumentRef from, DocumentRef to) {
        return document.values().any(field).flatMap(value -> switch (value) {
            case List<?> many when many.contains(from) -> Optional.of(Values.none().withAny(field, many.stream().<Object>map(each -> each.equals(from) ? to : each).distinct().toList()));
            case DocumentRef ref when ref.equals(from) -> Optional.of(Values.none().withAny(field, to));
            default -> Optional.empty();
        });
    }
}
