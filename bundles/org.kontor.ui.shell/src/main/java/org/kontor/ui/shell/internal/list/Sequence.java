package org.kontor.ui.shell.internal.list;

import com.vaadin.flow.dom.Element;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;

/// Keeps the children of an element in the order of documents and touches only what changed: focus, scroll and selection stay.
final class Sequence<P extends DocumentPart> {
    private record Kept<P>(P part, Document document) {}

    private final Element parent;
    private final Function<Document, P> maker;
    private final Map<DocumentRef, Kept<P>> kept = new HashMap<>();

    Sequence(Element parent, Function<Document, P> maker) {
        this.parent = parent;
        this.maker = maker;
    }

    /// Shows these documents in this order. With `fresh`, those that were not there are marked as just come.
    void show(List<Document> wanted, boolean fresh) {
        Set<DocumentRef> refs = wanted.stream().map(Document::ref).collect(Collectors.toSet());
        kept.entrySet().removeIf(each -> {
            boolean gone = !refs.contains(each.getKey());
            if (gone) {
                parent.removeChild(each.getValue().part().element());
            }
            return gone;
        });
        for (int i = 0; i < wanted.size(); i++) {
            place(part(wanted.get(i), fresh), i);
        }
    }

    /// The documents behind, without looking whether they are there.
    void append(List<Document> more) {
        more.forEach(document -> place(part(document, false), parent.getChildCount()));
    }

    Document document(DocumentRef ref) {
        return kept.get(ref).document();
    }

    boolean has(DocumentRef ref) {
        return kept.containsKey(ref);
    }

    private Element part(Document document, boolean fresh) {
        Kept<P> known = kept.get(document.ref());
        if (known != null) {
            if (known.document().version() != document.version()) {
                known.part().show(document);
                kept.put(document.ref(), new Kept<>(known.part(), document));
            }
            return known.part().element();
        }
        P part = maker.apply(document);
        part.element().setAttribute("data-ref", document.ref().toString());
        part.element().getClassList().set("fresh", fresh);
        part.show(document);
        kept.put(document.ref(), new Kept<>(part, document));
        return part.element();
    }

    private void place(Element child, int index) {
        int count = parent.getChildCount();
        if (index < count && parent.getChild(index).equals(child)) {
            return;
        }
        if (index + 1 < count && parent.getChild(index + 1).equals(child)) {
            // The one before went further down: taking it out leaves all the others where they are.
            parent.removeChild(parent.getChild(index));
            return;
        }
        parent.insertChild(Math.min(index, parent.getChildCount()), child);
    }
}
