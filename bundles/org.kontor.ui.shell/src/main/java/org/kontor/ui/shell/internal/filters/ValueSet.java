package org.kontor.ui.shell.internal.filters;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.FieldInput;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// Some values of a field: options to switch on and off, or values to add one by one.
final class ValueSet {
    private final Subject subject;
    private final PageTab tab;
    private final Portal portal;
    private final FilterWords words;
    private final Set<Object> chosen = new LinkedHashSet<>();
    private final Div content = Elements.div("value-set");

    ValueSet(Subject subject, List<Object> start, PageTab tab, Portal portal, FilterWords words) {
        this.subject = subject;
        this.tab = tab;
        this.portal = portal;
        this.words = words;
        start.stream().filter(subject.single().type()::isInstance).forEach(chosen::add);
        content.getElement().setAttribute("role", "group");
        content.getElement().setAttribute("aria-label", words.name(subject));
        draw();
    }

    Component content() {
        return content;
    }

    List<Object> values() {
        return new ArrayList<>(chosen);
    }

    private void draw() {
        content.removeAll();
        if (subject.single() instanceof Kind.Choice choice) {
            choice.options().stream().filter(option -> option.offered() || chosen.contains(option.id())).forEach(this::option);
            return;
        }
        chosen.forEach(value -> content.add(chip(value)));
        Field<?> one = Field.of("value", subject.single()).named(Label.of("filter.value"));
        content.add(FieldInput.open(one, Optional.empty(), value -> value.ifPresent(this::add), tab, portal));
    }

    private void option(Kind.Choice.Option option) {
        NativeButton button = new NativeButton(tab.text(option.name()));
        button.addClassName("chip");
        button.getElement().setAttribute("type", "button");
        pressed(button, chosen.contains(option.id()));
        button.addClickListener(_ -> {
            if (!chosen.remove(option.id())) {
                chosen.add(option.id());
            }
            pressed(button, chosen.contains(option.id()));
        });
        content.add(Elements.test(button, "option-" + option.id()));
    }

    private static void pressed(NativeButton button, boolean on) {
        button.getElement().setAttribute("aria-pressed", Boolean.toString(on));
    }

    private Component chip(Object value) {
        String text = words.shown(subject, value);
        NativeButton button = Elements.button("chip", "", text, () -> {
            chosen.remove(value);
            draw();
        });
        button.removeClassName("button");
        button.add(Elements.icon("x"));
        button.getElement().setAttribute("aria-label", tab.text(Label.of("filter.take-out", text)));
        return button;
    }

    private void add(Object value) {
        chosen.add(value);
        draw();
    }
}
