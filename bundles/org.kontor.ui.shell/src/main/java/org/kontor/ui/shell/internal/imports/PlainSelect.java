package org.kontor.ui.shell.internal.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.Map;
import java.util.function.Consumer;
import org.kontor.ui.shell.internal.parts.Elements;

/// The browser's own select: quick with the keyboard, and at home on phones.
final class PlainSelect {
    private final Element select = new Element("select");
    private final Div content = Elements.div("plain-select");

    /// `options` are values and their texts, in the order they are shown.
    PlainSelect(String test, Map<String, String> options, String value, Consumer<String> chosen) {
        select.setAttribute("data-test", test);
        options.forEach((key, text) -> {
            Element option = new Element("option");
            option.setAttribute("value", key);
            option.setText(text);
            select.appendChild(option);
        });
        choose(value);
        select.addEventListener("change", event -> chosen.accept(event.getEventData().get("event.target.value").asString())).addEventData("event.target.value");
        content.getElement().appendChild(select);
    }

    /// With a visible name above it.
    static Component labelled(String name, PlainSelect select) {
        Element label = new Element("label");
        Element words = new Element("span");
        words.setText(name);
        label.appendChild(words, select.select);
        select.content.getElement().appendChild(label);
        return select.content;
    }

    /// With a name for screen readers only.
    Component named(String name) {
        select.setAttribute("aria-label", name);
        return content;
    }

    void choose(String value) {
        select.getChildren().forEach(option -> option.setAttribute("selected", option.getAttribute("value").equals(value)));
        select.executeJs("this.value = $0", value);
    }
}
