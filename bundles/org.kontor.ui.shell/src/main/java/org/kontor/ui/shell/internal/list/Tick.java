package org.kontor.ui.shell.internal.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Input;
import org.kontor.api.documents.Document;
import org.kontor.ui.shell.internal.parts.Elements;

/// The box that selects a document.
final class Tick {
    private final Input box = new Input();
    private final Showing showing;

    Tick(Document document, Ticked ticked, Showing showing) {
        this.showing = showing;
        box.setType("checkbox");
        box.getElement().setProperty("checked", ticked.has(document.ref()));
        box.getElement().addPropertyChangeListener("checked", "change", event -> {
            if (event.isUserOriginated()) {
                ticked.set(document.ref(), Boolean.TRUE.equals(event.getValue()));
            }
        });
    }

    Component box() {
        return box;
    }

    void show(Document document) {
        Elements.named(box, showing.text("select", showing.title(document)));
    }

    void set(boolean on) {
        box.getElement().setProperty("checked", on);
    }
}
