package org.kontor.ui.shell.internal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.kontor.api.documents.Kind;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.tab.PageTab;

/// Several values that are picked: each a chip that can be taken away or put further to the front, and a picker for one more.
final class ManyChips {
    private final List<Object> values;
    private final Function<Object, String> words;
    private final Consumer<List<Object>> changed;
    private final PageTab tab;
    private final Div chips = Elements.div("chips");
    private final Div content = Elements.div("many");

    /// `words` tells how a value is shown.
    ManyChips(String name, List<?> present, Function<Object, String> words, Consumer<List<Object>> changed, PageTab tab) {
        this.values = new ArrayList<>(present);
        this.words = words;
        this.changed = changed;
        this.tab = tab;
        content.getElement().setAttribute("role", "group").setAttribute("aria-label", name);
        chips.getElement().setAttribute("role", "list");
        content.add(chips);
        draw();
    }

    Div content() {
        return content;
    }

    /// Puts the picker below the chips.
    void picked(Component picker) {
        content.add(picker);
    }

    /// One more value, unless it is there.
    void take(Object value) {
        if (!values.contains(value) && values.size() < Kind.Many.MOST) {
            values.add(value);
            draw();
            changed.accept(List.copyOf(values));
        }
    }

    private void draw() {
        chips.removeAll();
        values.forEach(value -> chips.add(chip(value)));
        chips.setVisible(!values.isEmpty());
    }

    private Component chip(Object value) {
        String text = words.apply(value);
        Div chip = Elements.div("chip removable");
        chip.getElement().setAttribute("role", "listitem");
        if (values.indexOf(value) > 0) {
            chip.add(button("chevron-left", Label.of("field.to-front", text), () -> forward(value)));
        }
        chip.add(Elements.text("", text), Elements.test(button("x", Label.of("field.remove", text), () -> remove(value)), "remove"));
        return Elements.test(chip, "chip");
    }

    private NativeButton button(String icon, Label name, Runnable act) {
        NativeButton button = new NativeButton();
        button.add(Elements.icon(icon));
        button.getElement().setAttribute("type", "button");
        button.addClickListener(_ -> act.run());
        return Elements.named(button, tab.text(name));
    }

    private void forward(Object value) {
        int place = values.indexOf(value);
        values.remove(place);
        values.add(place - 1, value);
        draw();
        changed.accept(List.copyOf(values));
        refocus();
    }

    private void remove(Object value) {
        values.remove(value);
        draw();
        changed.accept(List.copyOf(values));
        refocus();
    }

    private void refocus() {
        content.getElement().executeJs("setTimeout(() => this.querySelector('.chips button, input, select')?.focus())");
    }
}
