package org.kontor.ui.shell.internal.list;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.ui.shell.internal.parts.Elements;

/// A document on the board.
final class Tile implements DocumentPart {
    private static final int MOST_LINES = 3;

    private final Showing showing;
    private final Article tile = Elements.test(new Article(), "tile");
    private final Anchor link = Elements.link("");
    private final Div lines = Elements.div("lines");
    private final Div foot = Elements.div("foot");

    Tile(Showing showing) {
        this.showing = showing;
        tile.addClassName("tile");
        link.addClassName("name");
        tile.getElement().setAttribute("draggable", "true");
        link.getElement().setAttribute("draggable", "false");
        link.getElement().setAttribute("aria-keyshortcuts", "Alt+ArrowLeft Alt+ArrowRight");
        tile.add(link, lines, foot);
    }

    @Override
    public Element element() {
        return tile.getElement();
    }

    @Override
    public void show(Document document) {
        link.setHref("/" + document.ref());
        link.setText(showing.title(document));
        lines.removeAll();
        values(document).forEach(value -> lines.add(Elements.text("", value)));
        foot.removeAll();
        sum(document).ifPresent(sum -> foot.add(Elements.text("tile-sum", sum)));
        foot.add(Elements.div("grow"));
        document.stageSince().ifPresent(moment -> {
            Span since = Elements.text("tile-since", "");
            since.add(Elements.icon("clock"), new Text(showing.since(moment)));
            since.getElement().setAttribute("title", showing.text("in-stage-since", showing.full(moment)));
            foot.add(since);
        });
        showing.responsible(document).ifPresent(name -> {
            Span who = Elements.avatar(name);
            who.getElement().setAttribute("title", name);
            foot.add(who, Elements.text("out-of-sight", name));
        });
    }

    /// The first listed values that tell what it is; addresses are for the card.
    private List<String> values(Document document) {
        DocumentType type = showing.type();
        return type.listedFields().stream()
                .filter(field -> !field.equals(type.title()) && !Optional.of(field).equals(type.responsible()))
                .filter(field -> switch (field.kind()) {
                    case Kind.PhoneNumber _, Kind.Email _, Kind.WebLink _, Kind.Sum _, Kind.Attachment _, Kind.Address _ -> false;
                    case Kind.Text _, Kind.Number _, Kind.YesNo _, Kind.Date _, Kind.Moment _, Kind.Choice _, Kind.User _, Kind.Link _, Kind.Booking _, Kind.Many<?> _ -> true;
                })
                .map(field -> showing.value(field, document)).filter(value -> !value.isEmpty()).limit(MOST_LINES).toList();
    }

    private Optional<String> sum(Document document) {
        return showing.type().listedFields().stream().filter(field -> field.kind() instanceof Kind.Sum).map((Field<?> field) -> showing.value(field, document))
                .filter(value -> !value.isEmpty()).findFirst();
    }
}
