package org.kontor.ui.shell.internal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.tab.PageTab;

/// A dialog over the page; Escape and a click beside it close it.
public final class Popup {
    private final Div veil = Elements.div("dialog-veil");
    private final Div box = Elements.div("dialog");

    public Popup(String title, Component... content) {
        box.getElement().setAttribute("role", "dialog");
        box.getElement().setAttribute("aria-modal", "true");
        box.getElement().setAttribute("aria-label", title);
        box.add(new H2(title));
        box.add(content);
        veil.add(box);
    }

    public void open(PageTab tab) {
        tab.overlays().add(veil);
        Shortcuts.addShortcutListener(veil, this::close, Key.ESCAPE).setEventPropagationAllowed(false);
        box.addComponentAsFirst(closer(tab));
        veil.getElement().executeJs("this.addEventListener('click', e => { if (e.target === this) this.querySelector('[data-close]').click() })");
    }

    public void close() {
        veil.removeFromParent();
    }

    private Component closer(PageTab tab) {
        Component button = Elements.iconButton("x", tab.text(Label.of("shell.close")), this::close);
        button.getElement().setAttribute("data-close", "");
        button.getElement().getStyle().set("position", "absolute").set("inset-inline-end", "10px").set("top", "10px");
        box.getStyle().set("position", "relative");
        return button;
    }
}
