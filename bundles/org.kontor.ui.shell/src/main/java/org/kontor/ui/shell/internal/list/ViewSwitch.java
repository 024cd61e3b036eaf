package org.kontor.ui.shell.internal.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.function.Consumer;
import org.kontor.ui.shell.internal.parts.Elements;

/// Switches between list, board and groups.
final class ViewSwitch {
    private final NativeButton list;
    private final NativeButton board;
    private final NativeButton groups;
    private final Div content;

    ViewSwitch(Showing showing, Consumer<Lens.View> look) {
        list = button("list", showing.text("view.list"), () -> look.accept(Lens.View.LIST));
        board = button("kanban", showing.text("view.board"), () -> look.accept(Lens.View.BOARD));
        groups = button("sigma", showing.text("view.groups"), () -> look.accept(Lens.View.GROUPS));
        content = Elements.div("segmented", Elements.test(list, "view-list"), Elements.test(board, "view-board"), Elements.test(groups, "view-groups"));
        board.setVisible(showing.way().isPresent());
        content.getElement().setAttribute("role", "group");
        content.getElement().setAttribute("aria-label", showing.text("view"));
    }

    Component content() {
        return content;
    }

    void show(Lens.View view) {
        list.getElement().setAttribute("aria-pressed", Boolean.toString(view == Lens.View.LIST));
        board.getElement().setAttribute("aria-pressed", Boolean.toString(view == Lens.View.BOARD));
        groups.getElement().setAttribute("aria-pressed", Boolean.toString(view == Lens.View.GROUPS));
    }

    private static NativeButton button(String icon, String name, Runnable act) {
        NativeButton button = Elements.button("", icon, "", act);
        button.add(Elements.text("words", name));
        return Elements.named(button, name);
    }
}
