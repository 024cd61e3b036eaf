package org.kontor.ui.shell.internal.duplicates;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Duplicates.Like;
import org.kontor.api.documents.Values;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// Says which documents match what is being typed, or what is there, and by what; those that a rule forbids in red.
public final class LikeNotes {
    private static final int SHOWN = 5;

    private final PageTab tab;
    private final Portal portal;
    private final String typeId;
    private final Optional<DocumentRef> except;
    private final Function<Document, List<Component>> acts;
    private final Div content = Elements.test(Elements.div("like-notes"), "duplicates");
    private Optional<Values> looked = Optional.empty();
    private List<Like> shown = List.of();

    /// `except` is the document that is not its own duplicate; `acts` are put beside each that is found.
    public LikeNotes(String typeId, Optional<DocumentRef> except, Function<Document, List<Component>> acts, PageTab tab, Portal portal) {
        this.tab = tab;
        this.portal = portal;
        this.typeId = typeId;
        this.except = except;
        this.acts = acts;
        content.getElement().setAttribute("role", "status");
    }

    public Component content() {
        return content;
    }

    /// Looks for what matches these values; does nothing when the same were looked for before.
    public void look(Values values) {
        if (looked.equals(Optional.of(values))) {
            return;
        }
        looked = Optional.of(values);
        refresh();
    }

    /// Looks again for the same: others may have come or gone.
    public void refresh() {
        List<Like> found = looked.filter(_ -> !portal.duplicates.rules(typeId).isEmpty()).map(values -> portal.duplicates.like(typeId, values, except, tab.actor())).orElse(List.of());
        if (!found.equals(shown)) {
            shown = found;
            draw();
        }
    }

    private void draw() {
        content.removeAll();
        if (shown.isEmpty()) {
            return;
        }
        boolean blocked = shown.stream().anyMatch(like -> like.rule().blocks());
        Div note = Elements.div(blocked ? "note bad" : "note warn", Elements.icon("copy"));
        Div body = Elements.div("grow stack", Elements.text("strong", tab.text(Label.of(blocked ? "like.blocked" : "like.warning", shown.size()))));
        shown.stream().limit(SHOWN).forEach(like -> body.add(line(like)));
        note.add(body);
        content.add(note);
    }

    private Component line(Like like) {
        DocumentType type = portal.types.require(typeId);
        Document document = like.document();
        Anchor link = new Anchor("/" + document.ref(), document.get(type.title()).orElseGet(document.ref()::toString));
        link.setTarget("_blank");
        link.getElement().setAttribute("rel", "noopener");
        String fields = like.rule().fields().stream().flatMap(id -> type.field(id).stream()).map(field -> tab.text(type.nameOf(field))).collect(Collectors.joining(", "));
        Div line = Elements.div("row wrap", link, Elements.text("small", tab.text(Label.of("like.by", fields))));
        acts.apply(document).forEach(line::add);
        return Elements.test(line, "duplicate");
    }
}
