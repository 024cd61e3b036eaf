package org.kontor.ui.shell.internal.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.ContextMenuPosition;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.pipelines.CrossDialog;

/// What can be done with the selected rows at once; there only while some are.
final class SelectionBar {

    /// What its buttons do.
    interface Acts {
        void move(Stage to);

        void delete();

        void change();

        /// Moves them to another pipeline; asked for only where that is allowed.
        void cross();

        /// Takes all that pass the filter, those that are not shown too.
        void everything();

        void clear();
    }

    private final Showing showing;
    private final Span count = Elements.text("strong", "");
    private final NativeButton all;
    private final Div bar;

    SelectionBar(Showing showing, Acts acts) {
        this.showing = showing;
        all = Elements.test(Elements.button("plain", "", showing.text("select-everything"), acts::everything), "select-everything");
        bar = Elements.test(Elements.div("selection-bar", count, all), "selection");
        bar.getElement().setAttribute("role", "toolbar");
        bar.getElement().setAttribute("aria-label", showing.text("selection"));
        showing.way().ifPresent(way -> bar.add(mover(way.stages(), acts::move)));
        if (crossing(showing)) {
            bar.add(Elements.test(Elements.button("", "arrow-right-left", showing.tab().text(Label.of("pipelines.cross.short")), acts::cross), "cross-selected"));
        }
        bar.add(Elements.test(Elements.button("", "pencil", showing.text("change"), acts::change), "change-selected"));
        bar.add(Elements.test(Elements.button("danger", "trash-2", showing.text("delete"), acts::delete), "delete-selected"));
        bar.add(Elements.iconButton("x", showing.text("select-none"), acts::clear));
        show(0, false, false);
    }

    Component content() {
        return bar;
    }

    /// `everything` when all that pass the filter are meant; `more` when that would be more than the selected ones.
    void show(int selected, boolean everything, boolean more) {
        bar.setVisible(selected > 0);
        all.setVisible(more && !everything);
        count.setText(everything ? showing.text("selected-all") : showing.text("selected", selected));
    }

    private static boolean crossing(Showing showing) {
        return showing.portal().types.find(showing.type().id()).filter(type -> !CrossDialog.targets(showing.tab(), showing.portal(), type, List.of()).isEmpty()).isPresent();
    }

    private NativeButton mover(Iterable<Stage> stages, Consumer<Stage> move) {
        NativeButton button = Elements.test(Elements.button("", "arrow-right", showing.text("move-to"), () -> {}), "move-selected");
        button.getElement().setAttribute("aria-haspopup", "menu");
        ContextMenu menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        menu.setPosition(ContextMenuPosition.TOP_START);
        for (Stage stage : stages) {
            menu.addItem(Elements.div("row", Elements.dot(stage), Elements.text("", showing.name(stage))), _ -> move.accept(stage));
        }
        return button;
    }
}
