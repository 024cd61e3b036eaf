package org.kontor.ui.shell.internal.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.util.List;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Tokens.Token;
import org.kontor.ui.api.Viewer;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.Portal;

/// A person's tokens, each with a way to take it back.
final class TokenList {
    private static final Field<Instant> MOMENT = Field.of("moment", new Kind.Moment());

    private final Viewer viewer;
    private final Portal portal;
    private final Div place = new Div();

    TokenList(Viewer viewer, Portal portal) {
        this.viewer = viewer;
        this.portal = portal;
        draw();
    }

    Component content() {
        return place;
    }

    void draw() {
        place.removeAll();
        List<Token> tokens = portal.tokens.of(viewer.person().id());
        if (tokens.isEmpty()) {
            place.add(Elements.empty("key", viewer.text(Label.of("tokens.none")), viewer.text(Label.of("tokens.none.hint"))));
            return;
        }
        SheetTable table = new SheetTable(viewer.text(Label.of("tokens.title")), heads());
        tokens.forEach(token -> table.row(
                Elements.text("strong", token.name()),
                Elements.text("chip", viewer.text(Label.of("tokens.scope." + token.scope()))),
                Elements.text("quiet", moment(token.issued())),
                Elements.text("quiet", token.lastUsed().map(this::moment).orElseGet(() -> viewer.text(Label.of("tokens.never")))),
                new Armed(viewer, Label.of("tokens.revoke"), Label.of("tokens.revoke.sure"), () -> revoke(token)).content()));
        place.add(table.content());
    }

    private List<String> heads() {
        return List.of("tokens.name", "tokens.scope", "tokens.issued", "tokens.used", "").stream().map(key -> key.isEmpty() ? "" : viewer.text(Label.of(key))).toList();
    }

    private String moment(Instant moment) {
        return portal.notation.show(MOMENT, moment, viewer.habits());
    }

    private void revoke(Token token) {
        portal.tokens.revoke(token.id(), viewer.actor());
        viewer.tell(Label.of("tokens.revoked", token.name()));
        draw();
    }
}
