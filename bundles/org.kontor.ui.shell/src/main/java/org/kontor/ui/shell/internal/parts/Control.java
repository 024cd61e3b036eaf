package org.kontor.ui.shell.internal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import java.util.Map;
import java.util.Optional;

/// A control of the browser itself: a line, lines of text, or a choice.
public final class Control extends Component {
    private static final long serialVersionUID = 1;
    /// Browsers report a date as changed with each digit that makes one, as year 2 and 20 on the way to 2026: it counts when left or with Enter.
    private static final String SETTLE_WHEN_LEFT = """
            const settle = () => {
              if (!this.changed) return;
              this.changed = false;
              this.dispatchEvent(new Event('settled'));
            };
            this.addEventListener('input', () => this.changed = true);
            this.addEventListener('change', () => this.changed = true);
            this.addEventListener('blur', settle);
            this.addEventListener('keydown', e => e.key === 'Enter' && settle());""";

    /// What was typed or chosen; `readable` is false when the browser can't make a value of it, as of half a date.
    public interface Settled {
        void on(String text, boolean readable);
    }

    private Control(String tag, String text) {
        super(new Element(tag));
        getElement().setAttribute("class", "input").setProperty("value", text);
        getElement().setAttribute("autocomplete", "off");
    }

    public static Control line(String type, String text) {
        return new Control("input", text).with("type", type);
    }

    public static Control lines(int rows, String text) {
        return new Control("textarea", text).with("rows", Integer.toString(rows));
    }

    /// A choice among names by id; `open` adds an empty one in front.
    public static Control choice(Map<String, String> options, String present, boolean open) {
        return choice(options, present, open ? Optional.of("–") : Optional.empty());
    }

    /// As above; `nothing` is the text of the empty one.
    public static Control choice(Map<String, String> options, String present, Optional<String> nothing) {
        Control control = new Control("select", present);
        nothing.ifPresent(text -> control.option("", text, present.isEmpty()));
        options.forEach((id, text) -> control.option(id, text, id.equals(present)));
        return control;
    }

    /// A choice among names by id, in groups that have names too.
    public static Control grouped(Map<String, Map<String, String>> groups, String present) {
        Control control = new Control("select", present);
        groups.forEach((name, options) -> {
            Element group = new Element("optgroup").setAttribute("label", name);
            options.forEach((id, text) -> group.appendChild(made(id, text, id.equals(present))));
            control.getElement().appendChild(group);
        });
        return control;
    }

    private void option(String id, String text, boolean present) {
        getElement().appendChild(made(id, text, present));
    }

    private static Element made(String id, String text, boolean present) {
        Element option = new Element("option").setAttribute("value", id).setText(text);
        return present ? option.setAttribute("selected", "") : option;
    }

    public Control with(String attribute, String text) {
        getElement().setAttribute(attribute, text);
        return this;
    }

    /// Calls `settled` when the viewer leaves a text they changed, or chose.
    public void whenSettled(Settled settled) {
        String event = getElement().getAttribute("type") != null && getElement().getAttribute("type").startsWith("date") ? "settled" : "change";
        getElement().addEventListener(event, settling -> settled.on(
                        settling.getEventData().get("element.value").asString(), !settling.getEventData().get("element.validity.badInput").asBoolean()))
                .addEventData("element.value").addEventData("element.validity.badInput");
        if (event.equals("settled")) {
            getElement().executeJs(SETTLE_WHEN_LEFT);
        }
    }
}
