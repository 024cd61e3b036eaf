package org.kontor.ui.shell.internal.list;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.api.documents.Board;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Money;
import org.kontor.api.documents.Stage;
import org.kontor.api.documents.Total;
import org.kontor.ui.shell.internal.parts.Elements;

/// A stage as a column of tiles.
final class StageColumn {
    /// More than a sum of money holds is shown as a plain number.
    private static final int DIGITS = 15;

    private final Stage stage;
    private final Showing showing;
    private final Section column = new Section();
    private final Span count = Elements.test(Elements.text("badge", ""), "column-count");
    private final Div sums = Elements.test(Elements.div("column-sum"), "column-sum");
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
        column.add(Elements.div("column-head", Elements.dot(stage), name, count), sums, Elements.div("column-body", body, none, this.more));
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
        sums.setText(now.totals().stream().map(each -> sum(each, now.count().exact())).collect(Collectors.joining(" · ")));
        column.getElement().setAttribute("aria-label", showing.name(stage) + ", " + total + (sums.getText().isEmpty() ? "" : ", " + sums.getText()));
        none.setVisible(now.documents().isEmpty());
        more.setVisible(now.documents().size() < now.count().value());
    }

    /// A sum in whole units; with a plus when it is over a part of the documents only.
    private String sum(Total total, boolean exact) {
        BigDecimal whole = total.amount().setScale(0, RoundingMode.HALF_UP);
        Optional<String> money = total.currency().filter(_ -> whole.precision() <= DIGITS).flatMap(currency -> showing.type().field(total.fieldId()).map(field ->
                showing.portal().notation.show(field, Money.of(whole, currency), showing.tab().habits())));
        return money.orElseGet(() -> NumberFormat.getIntegerInstance(showing.tab().habits().language()).format(whole)) + (exact ? "" : "+");
    }
}
