package org.kontor.ui.shell.internal.list;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.kontor.api.documents.Board;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Stage;
import org.kontor.ui.shell.internal.parts.Elements;

/// A stage as a column of tiles.
final class StageColumn {
    private final Stage stage;
    private final Showing showing;
    private final Section column = new Section();
    private final Span count = Elements.test(Elements.text("badge", ""), "column-count");
    private final Div body = Elements.div("column-tiles");
    private final Span none;
    private final NativeButton more;
    private final Sequence<Tile> tiles;

    StageColumn(Stage stage, Showing showing, Runnable more) {
        this.stage = stage;
        this.showing = showing;
        this.tiles = new Sequence<>(body.getElement(), _ -> new Tile(showing));
        this.none = Elements.text("none quiet small", showing.text("no-tiles"));
        this.more = Elements.test(Elements.button("plain", "", showing.text("more"), more), "more-" + stage.id());
        H2 name = new H2(showing.name(stage));
        column.addClassNames("column", "stage-" + stage.colour());
        column.getElement().setAttribute("data-stage", stage.id());
        column.add(Elements.div("column-head", Elements.dot(stage), name, count), Elements.div("column-body", body, none, this.more));
        Elements.test(column, "column-" + stage.id());
    }

    Section content() {
        return column;
    }

    Stage stage() {
        return stage;
    }

    Optional<Document> document(DocumentRef ref) {
        return tiles.has(ref) ? Optional.of(tiles.document(ref)) : Optional.empty();
    }

    void show(Board.Column now, boolean fresh) {
        tiles.show(now.documents(), fresh);
        String total = showing.count(now.count());
        count.setText(total);
        column.getElement().setAttribute("aria-label", showing.name(stage) + ", " + total);
        none.setVisible(now.documents().isEmpty());
        more.setVisible(now.documents().size() < now.count().value());
    }
}
