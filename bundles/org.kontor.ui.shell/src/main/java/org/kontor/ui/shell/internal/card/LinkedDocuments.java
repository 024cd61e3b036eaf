package org.kontor.ui.shell.internal.card;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;

/// The documents that link to this one, such as the tasks about a lead: the newest few of each type that has a place in the menu.
final class LinkedDocuments {
    private static final int SHOWN = 8;
    /// When more changed at once, as in an import, links from elsewhere are not looked for until this document itself is touched.
    private static final int FEW = 20;

    private final OpenDocument open;
    private final Div content = Elements.div("linked-documents");
    private Map<DocumentType, List<Document>> shown = Map.of();

    LinkedDocuments(OpenDocument open) {
        this.open = open;
        Elements.test(content, "linked");
        update();
    }

    Component content() {
        return content;
    }

    /// Whether these changes may concern it.
    boolean concerns(Set<DocumentRef> changed) {
        return changed.contains(open.ref())
                || shown.values().stream().flatMap(List::stream).map(Document::ref).anyMatch(changed::contains)
                || changed.size() <= FEW && changed.stream().anyMatch(ref -> open.portal().types.find(ref.type()).filter(type -> !links(type).isEmpty()).isPresent());
    }

    void update() {
        Map<DocumentType, List<Document>> found = new LinkedHashMap<>();
        for (DocumentType type : open.portal().types.all()) {
            List<Field<?>> links = links(type);
            if (!links.isEmpty()) {
                List<Document> documents = documents(type, links);
                if (!documents.isEmpty()) {
                    found.put(type, documents);
                }
            }
        }
        if (!found.equals(shown)) {
            shown = found;
            draw();
        }
        content.setVisible(!shown.isEmpty());
    }

    private List<Field<?>> links(DocumentType type) {
        List<Field<?>> links = new ArrayList<>();
        if (!type.listed()) {
            return links;
        }
        for (Field<?> field : type.fields()) {
            if (field.kind() instanceof Kind.Link(var types) && (types.isEmpty() || types.contains(open.ref().type()))) {
                links.add(field);
            }
        }
        return links;
    }

    private List<Document> documents(DocumentType type, List<Field<?>> links) {
        List<Filter> any = links.stream().<Filter>map(field -> new Filter.Compare(field.id(), Filter.Operator.EQUAL, open.ref())).toList();
        Filter filter = any.size() == 1 ? any.getFirst() : new Filter.Or(any);
        return open.portal().documents.find(Query.newest(type.id()).where(filter).limited(SHOWN + 1), open.tab().actor()).documents();
    }

    private void draw() {
        content.removeAll();
        shown.forEach((type, documents) -> {
            String count = documents.size() > SHOWN ? SHOWN + "+" : Integer.toString(documents.size());
            content.add(Elements.div("section-head", new H3(open.tab().text(type.many())), Elements.text("badge", count)));
            documents.stream().limit(SHOWN).forEach(document -> content.add(line(type, document)));
        });
    }

    private Anchor line(DocumentType type, Document document) {
        Anchor line = Elements.link(document.ref().toString(), Elements.icon(type.icon()), Elements.text("grow name", document.get(type.title()).orElseGet(document.ref()::toString)));
        Optional<Stage> stage = document.stage().flatMap(type::stage);
        stage.ifPresent(present -> line.add(Elements.dot(present), Elements.text("quiet small", open.tab().text(present.name()))));
        type.responsible().flatMap(document::get).flatMap(open.portal().people::find)
                .ifPresent(person -> {
                    var avatar = Elements.avatar(person.name());
                    avatar.setTitle(open.tab().text(Label.of("card.responsible", person.name())));
                    line.add(avatar);
                });
        line.addClassName("linked-line");
        line.getElement().setAttribute("data-ref", document.ref().toString());
        return Elements.test(line, "linked-document");
    }
}
