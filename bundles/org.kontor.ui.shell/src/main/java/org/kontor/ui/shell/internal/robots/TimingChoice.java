package org.kontor.ui.shell.internal.robots;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.labels.Label;
import org.kontor.api.workflow.Timing;
import org.kontor.ui.shell.internal.parts.Control;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.FieldBox;
import org.kontor.ui.shell.internal.tab.PageTab;

/// When it works: at once, or after some minutes, hours or days.
final class TimingChoice {
    private static final String AT_ONCE = "at-once";

    private final PageTab tab;
    private final Div content = Elements.div("robot-part");
    private final Control count;
    private final FieldBox box;
    private String unit;
    private String typed;

    TimingChoice(PageTab tab, Timing timing) {
        this.tab = tab;
        Optional<Spell> spell = timing instanceof Timing.After(Duration span) ? Optional.of(Spell.of(span)) : Optional.empty();
        unit = spell.map(some -> some.unit().key()).orElse(AT_ONCE);
        typed = spell.map(some -> Long.toString(some.count())).orElse("1");
        Map<String, String> units = new LinkedHashMap<>();
        units.put(AT_ONCE, text("robots.at-once"));
        for (Spell.Unit each : Spell.Unit.values()) {
            units.put(each.key(), text("robots.timing." + each.key()));
        }
        Control choice = Control.choice(units, unit, false).with("aria-label", text("robots.when")).with("data-test", "timing");
        count = Control.line("text", typed).with("inputmode", "numeric").with("maxlength", "7").with("aria-label", text("robots.count")).with("data-test", "timing-count");
        count.addClassName("robot-count");
        box = new FieldBox(Elements.div("row", choice, count), List.of(count.getElement()));
        choice.whenSettled((chosen, _) -> {
            unit = chosen;
            box.accept();
            count.setVisible(!unit.equals(AT_ONCE));
        });
        count.whenSettled((text, _) -> {
            typed = text;
            box.accept();
        });
        count.setVisible(!unit.equals(AT_ONCE));
        content.add(Elements.text("part-title", text("robots.when")), box);
    }

    Component content() {
        return content;
    }

    /// The timing, or nothing and a reason is shown.
    Optional<Timing> read() {
        if (unit.equals(AT_ONCE)) {
            return Optional.of(new Timing.AtOnce());
        }
        Optional<Timing> after = Spell.read(typed, Spell.Unit.valueOf(unit.toUpperCase(java.util.Locale.ROOT))).map(Timing.After::new);
        if (after.isEmpty()) {
            box.refuse(text("robots.timing.wrong", typed));
            box.focus();
        }
        return after;
    }

    private String text(String key, Object... arguments) {
        return tab.text(Label.of(key, arguments));
    }
}
