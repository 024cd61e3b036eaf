package org.kontor.ui.shell.internal.duplicates;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.kontor.ui.shell.internal.parts.Elements;

/// One of several, all of them in sight: the browser's own radio buttons with a name above.
final class OneOf {
    /// `text` is what is chosen, `beside` tells more about it in quiet letters.
    record Option(String id, String text, String beside) {}

    private OneOf() {}

    static Component of(String test, String name, List<Option> options, String present, Consumer<String> chosen) {
        String group = test + "-" + UUID.randomUUID().toString().substring(0, 8);
        Element set = new Element("fieldset");
        set.getClassList().add("one-of");
        set.setAttribute("data-test", test);
        Element legend = new Element("legend");
        legend.setText(name);
        set.appendChild(legend);
        options.forEach(option -> set.appendChild(line(group, option, option.id().equals(present), chosen)));
        Div content = new Div();
        content.getElement().appendChild(set);
        return content;
    }

    private static Element line(String group, Option option, boolean present, Consumer<String> chosen) {
        Element radio = new Element("input");
        radio.setAttribute("type", "radio").setAttribute("name", group).setAttribute("value", option.id());
        if (present) {
            radio.setAttribute("checked", "");
        }
        radio.addEventListener("change", _ -> chosen.accept(option.id()));
        Element line = new Element("label");
        line.appendChild(radio, Elements.text("option-text", option.text()).getElement());
        if (!option.beside().isEmpty()) {
            line.appendChild(Elements.text("quiet small", option.beside()).getElement());
        }
        return line;
    }
}
