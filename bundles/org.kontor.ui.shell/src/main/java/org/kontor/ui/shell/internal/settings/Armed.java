package org.kontor.ui.shell.internal.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import org.kontor.api.labels.Label;
import org.kontor.ui.api.Viewer;
import org.kontor.ui.shell.internal.parts.Elements;

/// A button for what can't be undone: the first click shows what it will do, the second does it.
public final class Armed {
    private final Viewer viewer;
    private final Label first;
    private final Label second;
    private final Runnable action;
    private final Div place = Elements.div("row");

    public Armed(Viewer viewer, Label first, Label second, Runnable action) {
        this.viewer = viewer;
        this.first = first;
        this.second = second;
        this.action = action;
        rest();
    }

    public Component content() {
        return place;
    }

    private void rest() {
        place.removeAll();
        place.add(Elements.test(Elements.button("plain danger", "", viewer.text(first), this::arm), "arm"));
    }

    private void arm() {
        place.removeAll();
        NativeButton sure = Elements.test(Elements.button("danger", "", viewer.text(second), action), "sure");
        place.add(sure, Elements.iconButton("x", viewer.text(Label.of("settings.keep")), this::rest));
        sure.focus();
    }
}
