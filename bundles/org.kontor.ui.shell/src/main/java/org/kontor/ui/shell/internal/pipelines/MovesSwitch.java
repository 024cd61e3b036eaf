package org.kontor.ui.shell.internal.pipelines;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import org.kontor.ui.shell.internal.parts.Elements;

/// Whether documents may move from one pipeline to another; off until somebody switches it on (Q1).
final class MovesSwitch {
    private final Desk desk;
    private final NativeButton button = new NativeButton();

    MovesSwitch(Desk desk) {
        this.desk = desk;
        button.addClassName("switch");
        button.getElement().setAttribute("type", "button").setAttribute("role", "switch").setAttribute("aria-label", desk.text("moves"));
        button.addClickListener(_ -> turn());
        Elements.test(button, "allow-moves");
        show();
    }

    Component content() {
        Paragraph hint = new Paragraph(desk.text("moves.hint"));
        hint.addClassNames("quiet", "small");
        Div words = Elements.div("grow", new H2(desk.text("moves")), hint);
        return Elements.div("panel moves-switch", words, button);
    }

    private void turn() {
        desk.done(desk.portal().pipelines.allowMoves(desk.typeId(), !allowed(), desk.tab().actor()));
        show();
    }

    private void show() {
        button.getElement().setAttribute("aria-checked", Boolean.toString(allowed()));
    }

    private boolean allowed() {
        return desk.portal().pipelines.movesAllowed(desk.typeId());
    }
}
