package org.kontor.ui.shell.internal.robots;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Filter;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// For which documents it works: all, or those for which every row holds. A condition that rows can't say, as a module brings it, is shown in
/// words and kept until it is taken out.
public final class ConditionRows {
    private final PageTab tab;
    private final Portal portal;
    private final DocumentType type;
    private final Label none;
    private final Div content = Elements.div("robot-part");
    private final Div place = Elements.div("robot-rows");
    private final List<ConditionRow> rows = new ArrayList<>();
    private final List<Filter> others = new ArrayList<>();

    ConditionRows(PageTab tab, Portal portal, DocumentType type, Filter condition) {
        this(tab, portal, type, condition, Label.of("robots.which"), Label.of("robots.all", type.many()));
    }

    /// With a title of its own, and with what is said while there is no condition.
    public ConditionRows(PageTab tab, Portal portal, DocumentType type, Filter condition, Label title, Label none) {
        this.tab = tab;
        this.portal = portal;
        this.type = type;
        this.none = none;
        parts(condition).forEach(this::take);
        content.add(Elements.text("part-title", tab.text(title)), place,
                Elements.test(Elements.button("plain robots-add", "plus", text("robots.add-condition"), this::more), "add-condition"));
        draw();
    }

    public Component content() {
        return content;
    }

    /// The condition, or nothing and the reason is shown at a row.
    public Optional<Filter> read() {
        List<Filter> parts = new ArrayList<>(others);
        boolean complete = true;
        for (ConditionRow row : rows) {
            Optional<Filter> part = row.read();
            complete &= part.isPresent();
            part.ifPresent(parts::add);
        }
        if (!complete) {
            return Optional.empty();
        }
        return Optional.of(parts.isEmpty() ? Filter.any() : parts.size() == 1 ? parts.getFirst() : new Filter.And(parts));
    }

    private static List<Filter> parts(Filter condition) {
        return switch (condition) {
            case Filter.Any _ -> List.of();
            case Filter.And(List<Filter> some) -> some;
            case Filter other -> List.of(other);
        };
    }

    private void take(Filter part) {
        ConditionRow.of(part, type, tab, portal).ifPresentOrElse(rows::add, () -> others.add(part));
    }

    private void more() {
        ConditionRow row = ConditionRow.fresh(type, tab, portal);
        rows.add(row);
        draw();
        row.focus();
    }

    private void draw() {
        place.removeAll();
        if (rows.isEmpty() && others.isEmpty()) {
            place.add(Elements.text("quiet small", tab.text(none)));
        }
        RobotWords words = new RobotWords(tab, portal, type);
        for (Filter other : others) {
            place.add(Elements.div("robot-row", Elements.text("grow small", words.condition(other)), remove(() -> others.remove(other))));
        }
        for (ConditionRow row : rows) {
            place.add(Elements.div("robot-row", row.content(), remove(() -> rows.remove(row))));
        }
    }

    private Component remove(Runnable act) {
        return Elements.iconButton("x", text("robots.remove-condition"), () -> {
            act.run();
            draw();
        });
    }

    private String text(String key, Object... arguments) {
        return tab.text(Label.of(key, arguments));
    }
}
