package org.kontor.ui.shell.internal.filters;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Control;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.PageTab;

/// Conditions in one box: all must hold, or any. `adders` stand below them.
final class FilterGroup {

    /// What is in it: a row or another group. `read` gives a part, or nothing and the reason is shown there.
    record Line(Component content, Supplier<Optional<ConditionTree.Part>> read) {}

    private final PageTab tab;
    private final Div lines = Elements.div("filter-lines");
    private final Div content;
    private final Map<Line, Component> shown = new LinkedHashMap<>();
    private final Component join;
    private boolean any;

    FilterGroup(PageTab tab, boolean any, Function<FilterGroup, List<Component>> adders) {
        this.tab = tab;
        this.any = any;
        Map<String, String> ways = new LinkedHashMap<>();
        ways.put("all", tab.text(Label.of("filter.all")));
        ways.put("any", tab.text(Label.of("filter.any")));
        Control control = Control.choice(ways, any ? "any" : "all", false).with("aria-label", tab.text(Label.of("filter.join"))).with("data-test", "filter-join");
        control.whenSettled((chosen, _) -> this.any = chosen.equals("any"));
        join = Elements.div("filter-join", control);
        Div below = Elements.div("row wrap");
        adders.apply(this).forEach(below::add);
        content = Elements.div("filter-group", join, lines, below);
        update();
    }

    Component content() {
        return content;
    }

    void add(Line line) {
        Component row = Elements.div("filter-line", line.content(), Elements.test(Elements.iconButton("x", tab.text(Label.of("filter.remove")), () -> remove(line)), "filter-remove"));
        shown.put(line, row);
        lines.add(row);
        update();
    }

    private void remove(Line line) {
        Component row = shown.remove(line);
        if (row != null) {
            lines.remove(row);
        }
        update();
    }

    /// The parts; empty when one is not complete.
    Optional<ConditionTree> read() {
        List<ConditionTree.Part> parts = new ArrayList<>();
        boolean complete = true;
        for (Line line : shown.keySet()) {
            Optional<ConditionTree.Part> part = line.read().get();
            complete &= part.isPresent();
            part.ifPresent(parts::add);
        }
        return complete ? Optional.of(new ConditionTree(any, parts)) : Optional.empty();
    }

    private void update() {
        join.setVisible(shown.size() > 1);
    }
}
