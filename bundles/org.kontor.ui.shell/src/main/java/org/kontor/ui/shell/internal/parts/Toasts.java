package org.kontor.ui.shell.internal.parts;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.Optional;

/// Short words at the lower edge, read out by screen readers; the newest replaces the one before.
public final class Toasts {
    private static final int SHOWN_MILLIS = 7000;

    private final Div place = new Div();
    private int count;

    public Toasts() {
        place.getElement().setAttribute("role", "status");
        place.getElement().setAttribute("aria-live", "polite");
    }

    public Div content() {
        return place;
    }

    public void show(String message, Optional<String> action, Runnable act, UI ui) {
        place.removeAll();
        Div toast = Elements.test(Elements.div("toast", Elements.text("", message)), "toast");
        action.ifPresent(name -> {
            NativeButton button = new NativeButton(name, _ -> {
                place.removeAll();
                act.run();
            });
            toast.add(Elements.test(button, "undo"));
        });
        place.add(toast);
        int number = ++count;
        ui.getPage().executeJs("return new Promise(r => setTimeout(r, $0))", SHOWN_MILLIS).then(_ -> {
            if (number == count) {
                place.removeAll();
            }
        });
    }
}
