package org.kontor.ui.shell.internal.filters;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Period;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Control;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.FieldBox;
import org.kontor.ui.shell.internal.parts.FieldInput;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// One condition while it is built: a field, how it is compared, and with what.
final class FilterRow {
    private final PageTab tab;
    private final Portal portal;
    private final Subjects subjects;
    private final FilterWords words;
    private final Control which;
    private final Div how = Elements.div("filter-how");
    private final Div what = Elements.div("filter-what");
    private final Div trouble = Elements.div("trouble");
    private final Div content;
    private final List<FieldBox> boxes = new ArrayList<>();
    private final List<Optional<Object>> values = new ArrayList<>();
    private Subject subject;
    private Comparison comparison;
    private Optional<ValueSet> some = Optional.empty();

    private FilterRow(PageTab tab, Portal portal, Subjects subjects, FilterWords words, Map<String, Map<String, String>> names, Subject subject, Comparison comparison, List<Object> start) {
        this.tab = tab;
        this.portal = portal;
        this.subjects = subjects;
        this.words = words;
        this.subject = subject;
        this.comparison = comparison;
        which = Control.grouped(names, subject.key()).with("aria-label", text("filter.field")).with("data-test", "filter-field");
        which.whenSettled((key, _) -> about(subjects.find(key).orElseThrow()));
        trouble.getElement().setAttribute("role", "alert");
        content = Elements.div("filter-condition", which, how, what, trouble);
        drawHow();
        drawWhat(start);
    }

    static FilterRow fresh(PageTab tab, Portal portal, Subjects subjects, FilterWords words, Map<String, Map<String, String>> names, Subject subject) {
        return new FilterRow(tab, portal, subjects, words, names, subject, Comparison.of(subject.field().kind()).getFirst(), List.of());
    }

    static FilterRow of(PageTab tab, Portal portal, Subjects subjects, FilterWords words, Map<String, Map<String, String>> names, Condition condition) {
        return new FilterRow(tab, portal, subjects, words, names, condition.subject(), condition.comparison(), condition.values());
    }

    Component content() {
        return content;
    }

    void focus() {
        which.getElement().executeJs("setTimeout(() => this.focus())");
    }

    /// The condition; empty when a value is missing, and then it says so.
    Optional<Condition> read() {
        trouble.setText("");
        List<Object> given = some.map(ValueSet::values).orElseGet(() -> values.stream().flatMap(Optional::stream).toList());
        int wanted = switch (comparison.needs()) {
            case NOTHING -> 0;
            case ONE, PART, PERIOD, SOME -> 1;
            case TWO -> 2;
        };
        if (given.size() < wanted) {
            trouble.setText(text("filter.value-missing"));
            boxes.stream().findFirst().ifPresent(FieldBox::focus);
            return Optional.empty();
        }
        return boxes.stream().anyMatch(FieldBox::refused) ? Optional.empty() : Optional.of(new Condition(subject, comparison, given));
    }

    private void about(Subject other) {
        subject = other;
        comparison = Comparison.of(other.field().kind()).getFirst();
        drawHow();
        drawWhat(List.of());
    }

    private void compare(Comparison other) {
        List<Object> kept = other.needs() == comparison.needs() ? some.map(ValueSet::values).orElseGet(() -> values.stream().flatMap(Optional::stream).toList()) : List.of();
        comparison = other;
        drawWhat(kept);
    }

    private void drawHow() {
        how.removeAll();
        Map<String, String> ways = new LinkedHashMap<>();
        Comparison.of(subject.field().kind()).forEach(each -> ways.put(each.name(), words.comparison(each, subject.single())));
        Control control = Control.choice(ways, comparison.name(), false).with("aria-label", text("filter.comparison")).with("data-test", "filter-comparison");
        control.whenSettled((name, _) -> compare(Comparison.valueOf(name)));
        how.add(control);
    }

    private void drawWhat(List<Object> start) {
        what.removeAll();
        boxes.clear();
        values.clear();
        some = Optional.empty();
        trouble.setText("");
        switch (comparison.needs()) {
            case NOTHING -> {}
            case ONE -> editor("value", "filter.value", subject.single(), start, 0);
            case PART -> editor("value", "filter.value", new Kind.Text(250, 1), start, 0);
            case TWO -> {
                editor("from", "filter.from", subject.single(), start, 0);
                editor("to", "filter.to", subject.single(), start, 1);
            }
            case PERIOD -> period(start);
            case SOME -> {
                ValueSet set = new ValueSet(subject, start, tab, portal, words);
                some = Optional.of(set);
                what.add(set.content());
            }
        }
        what.setVisible(comparison.needs() != Comparison.Needs.NOTHING);
    }

    private void editor(String id, String name, Kind<?> kind, List<Object> start, int place) {
        Field<?> edited = Field.of(id, kind).named(Label.of(name));
        Optional<Object> value = start.stream().skip(place).findFirst().filter(kind.type()::isInstance);
        values.add(value);
        FieldBox box = FieldInput.open(edited, value, chosen -> values.set(place, chosen), tab, portal);
        boxes.add(box);
        what.add(box);
    }

    private void period(List<Object> start) {
        Map<String, String> named = new LinkedHashMap<>();
        Period.usual().forEach(each -> named.put(each.text(), words.period(each)));
        Period present = start.stream().findFirst().map(Period.class::cast).orElseGet(Period::today);
        named.putIfAbsent(present.text(), words.period(present));
        values.add(Optional.of(present));
        Control control = Control.choice(named, present.text(), false).with("aria-label", text("filter.value")).with("data-test", "filter-period");
        control.whenSettled((chosen, _) -> values.set(0, Optional.of(Period.parse(chosen))));
        what.add(control);
    }

    private String text(String key) {
        return tab.text(Label.of(key));
    }
}
