package org.kontor.ui.shell.internal.parts;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// A choice with all options in sight (FLD-12): round marks for one, square ones for many; as high as `rows` options, the rest scrolls (FLD-13).
final class TickBoxes {
    private final Set<String> chosen;
    private final boolean many;
    private final List<Element> controls = new ArrayList<>();
    private final Div content = Elements.div("ticks");

    /// `nothing` is the text of an option that chooses none, for one that may be empty.
    TickBoxes(String fieldId, String name, Map<String, String> options, List<String> present, boolean many, Optional<String> nothing, int rows, Consumer<List<String>> taken) {
        this.chosen = new LinkedHashSet<>(present);
        this.many = many;
        String group = "ticks-" + UUID.randomUUID().toString().substring(0, 8);
        content.getElement().setAttribute("role", many ? "group" : "radiogroup").setAttribute("aria-label", name).setAttribute("data-test", "input-" + fieldId);
        if (rows > 1) {
            content.getStyle().set("max-height", "calc(" + rows + " * var(--tick-height) + 10px)");
        }
        nothing.filter(_ -> !many).ifPresent(text -> content.getElement().appendChild(line(group, "", text, present.isEmpty(), taken)));
        options.forEach((id, text) -> content.getElement().appendChild(line(group, id, text, chosen.contains(id), taken)));
    }

    Div content() {
        return content;
    }

    List<Element> controls() {
        return controls;
    }

    private Element line(String group, String id, String text, boolean on, Consumer<List<String>> taken) {
        Element box = new Element("input").setAttribute("type", many ? "checkbox" : "radio").setAttribute("name", group).setAttribute("value", id).setProperty("checked", on);
        box.addEventListener("change", event -> {
            tick(id, event.getEventData().get("element.checked").asBoolean());
            taken.accept(List.copyOf(chosen));
        }).addEventData("element.checked");
        controls.add(box);
        Element label = new Element("label");
        label.appendChild(box, new Element("span").setText(text));
        return label;
    }

    private void tick(String id, boolean on) {
        if (!many) {
            chosen.clear();
        }
        if (on && !id.isEmpty()) {
            chosen.add(id);
        } else {
            chosen.remove(id);
        }
    }
}
