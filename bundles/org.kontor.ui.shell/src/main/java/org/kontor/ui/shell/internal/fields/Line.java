package org.kontor.ui.shell.internal.fields;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Map;
import java.util.function.Consumer;
import org.kontor.ui.shell.internal.parts.Control;
import org.kontor.ui.shell.internal.parts.Elements;

/// A line of a form: the name, the control, and below it what to know about it.
final class Line {
    private Line() {}

    static Div of(String name, Component control, String hint) {
        Div line = Elements.div("form-line", Elements.text("form-name", name), control);
        if (!hint.isEmpty()) {
            line.add(Elements.text("quiet small", hint));
        }
        return line;
    }

    /// A choice among names by id.
    static Div choice(String name, String test, Map<String, String> options, String present, boolean open, Consumer<String> chosen, String hint) {
        Control control = Control.choice(options, present, open).with("aria-label", name).with("data-test", test);
        control.whenSettled((id, _) -> chosen.accept(id));
        return of(name, control, hint);
    }

    /// A whole number from `least` to `most`; other texts fall back to the nearest.
    static Div number(String name, String test, int present, int least, int most, Consumer<Integer> chosen, String hint) {
        Control control = Control.line("number", Integer.toString(present)).with("aria-label", name).with("data-test", test)
                .with("min", Integer.toString(least)).with("max", Integer.toString(most)).with("step", "1");
        control.whenSettled((text, _) -> {
            int number = text.matches("-?\\d{1,9}") ? Math.clamp(Long.parseLong(text), least, most) : present;
            control.getElement().executeJs("this.value = $0", Integer.toString(number));
            chosen.accept(number);
        });
        control.getElement().getClassList().add("short");
        return of(name, control, hint);
    }
}
