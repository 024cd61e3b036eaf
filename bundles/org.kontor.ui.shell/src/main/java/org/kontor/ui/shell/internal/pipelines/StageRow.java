package org.kontor.ui.shell.internal.pipelines;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.stream.Collectors;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Stage;
import org.kontor.ui.shell.internal.parts.DragOrder;
import org.kontor.ui.shell.internal.parts.Elements;

/// A stage as a row of the editor: what it asks for, and what can be done with it. One of the skeleton says why it stays.
final class StageRow {

    /// What its buttons do.
    interface Acts {
        void edit(Stage stage);

        void delete(Stage stage);
    }

    private final Desk desk;
    private final Pipeline way;
    private final Stage stage;
    private final Acts acts;
    private final String name;

    StageRow(Desk desk, Pipeline way, Stage stage, Acts acts) {
        this.desk = desk;
        this.way = way;
        this.stage = stage;
        this.acts = acts;
        this.name = desk.tab().text(stage.name());
    }

    /// `index` is its place among the `count` stages in work, -1 when it is none of them.
    Component content(int index, int count) {
        boolean movable = index >= 0;
        Div buttons = Elements.div("row-acts");
        if (movable) {
            buttons.add(DragOrder.arrows(desk.tab(), name, index == 0, index == count - 1));
        }
        buttons.add(Elements.test(Elements.iconButton("pencil", desk.text("stage.edit", name), () -> acts.edit(stage)), "edit"));
        if (skeleton()) {
            buttons.add(Elements.test(Elements.div("locked", Elements.icon("lock"), Elements.text("small", desk.text("protected." + stage.meaning()))), "protected"));
        } else {
            buttons.add(Elements.test(Elements.iconButton("trash-2", desk.text("stage.delete", name), () -> acts.delete(stage)), "delete"));
        }
        Div words = Elements.div("grow row wrap", Elements.text("strong", name));
        if (stage.meaning().closed()) {
            words.add(Elements.text("chip", desk.text("meaning." + stage.meaning())));
        }
        facts(words);
        Div row = Elements.div("order-row", movable ? DragOrder.grip() : Elements.div("grip"), Elements.div("swatch stage-" + stage.colour()), words, buttons);
        row.getElement().setAttribute("role", "listitem");
        return Elements.test(movable ? DragOrder.row(row, stage.id()) : row, "stage-row-" + stage.id());
    }

    private void facts(Div words) {
        if (!stage.requires().isEmpty()) {
            String fields = desk.type().fields().stream().filter(field -> stage.requires().contains(field.id())).map(field -> desk.tab().text(desk.type().nameOf(field))).collect(Collectors.joining(", "));
            words.add(Elements.text("quiet small", desk.text("stage.requires", fields)));
        }
        stage.next().ifPresent(next -> {
            String names = way.stages().stream().filter(each -> next.contains(each.id())).map(each -> desk.tab().text(each.name())).collect(Collectors.joining(", "));
            words.add(Elements.text("quiet small", next.isEmpty() ? desk.text("stage.no-next") : desk.text("stage.next", names)));
        });
    }

    /// Whether the pipeline can't do without it (LST-3).
    private boolean skeleton() {
        return stage.meaning() == Stage.Meaning.INITIAL || stage.meaning().closed() && way.stages().stream().filter(each -> each.meaning() == stage.meaning()).count() == 1;
    }
}
