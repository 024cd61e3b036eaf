package org.kontor.ui.shell.internal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.function.Consumer;

/// A tick of the browser itself, with its name beside it.
public final class Tick {
    private Tick() {}

    public static Component line(String name, String test, boolean on, boolean enabled, Consumer<Boolean> chosen) {
        Element box = new Element("input").setAttribute("type", "checkbox").setAttribute("data-test", test);
        if (on) {
            box.setAttribute("checked", "");
        }
        if (!enabled) {
            box.setEnabled(false);
            box.setAttribute("disabled", "");
        }
        box.addEventListener("change", event -> chosen.accept(event.getEventData().get("element.checked").asBoolean())).addEventData("element.checked");
        Element label = new Element("label");
        label.appendChild(box, Elements.text("", name).getElement());
        Div around = Elements.div("tick-row");
        around.getElement().appendChild(label);
        return around;
    }
}
