package org.kontor.ui.shell.internal.filters;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.filters.ConditionTree.Part;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.Popup;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// Where a filter is built: conditions, and groups of them.
public final class FilterDialog {
    private final PageTab tab;
    private final Portal portal;
    private final Subjects subjects;
    private final FilterWords words;
    private final Map<String, Map<String, String>> names;
    private final Consumer<ConditionTree> chosen;
    private final FilterGroup root;
    private final Popup popup;

    /// `often` are the ids of the fields that stand first; `own` names the fields of the type itself.
    public FilterDialog(PageTab tab, Portal portal, Subjects subjects, List<String> often, ConditionTree start, Consumer<ConditionTree> chosen) {
        this.tab = tab;
        this.portal = portal;
        this.subjects = subjects;
        this.words = new FilterWords(tab, portal, subjects);
        this.names = names(often);
        this.chosen = chosen;
        root = new FilterGroup(tab, start.any(), group -> List.of(adder("filter.add", "filter-add", () -> fresh(group, first())), adder("filter.add-group", "filter-add-group", this::freshGroup)));
        start.parts().forEach(this::take);
        Component apply = Elements.test(Elements.button("primary", "", text("filter.apply"), this::apply), "filter-apply");
        Component clear = Elements.test(Elements.button("plain", "", text("filter.clear"), this::clear), "filter-clear");
        popup = new Popup(text("filter.title"), Elements.div("filter-dialog", root.content()), Elements.div("row", clear, Elements.div("grow"), apply));
    }

    public void open() {
        popup.open(tab);
    }

    /// Opens with one more condition, about a field.
    public void open(Subject about) {
        fresh(root, about);
        open();
    }

    /// Opens with an empty condition when there is none yet.
    public void openReady() {
        if (root.read().filter(tree -> tree.parts().isEmpty()).isPresent()) {
            fresh(root, first());
        }
        open();
    }

    private Map<String, Map<String, String>> names(List<String> often) {
        Map<String, Map<String, String>> groups = new LinkedHashMap<>();
        Map<String, String> first = new LinkedHashMap<>();
        often.stream().flatMap(id -> subjects.own(id).stream()).forEach(each -> first.put(each.key(), tab.text(each.name())));
        if (!first.isEmpty()) {
            groups.put(text("filter.often"), first);
        }
        Map<String, String> own = new LinkedHashMap<>();
        subjects.own().stream().filter(each -> !first.containsKey(each.key())).forEach(each -> own.put(each.key(), tab.text(each.name())));
        groups.put(text("filter.fields"), own);
        subjects.linked().forEach((way, behind) -> {
            Map<String, String> some = new LinkedHashMap<>();
            behind.forEach(each -> some.put(each.key(), words.name(each)));
            groups.put(tab.text(way.name()) + " › " + tab.text(way.target().one()), some);
        });
        return groups;
    }

    private Subject first() {
        return subjects.find(names.values().iterator().next().keySet().iterator().next()).orElseThrow();
    }

    private Component adder(String name, String test, Runnable act) {
        return Elements.test(Elements.button("plain", "plus", text(name), act), test);
    }

    private void take(Part part) {
        switch (part) {
            case Part.One(Condition condition) -> root.add(line(FilterRow.of(tab, portal, subjects, words, names, condition)));
            case Part.Some(boolean any, List<Condition> conditions) -> {
                FilterGroup group = group(any);
                conditions.forEach(condition -> group.add(line(FilterRow.of(tab, portal, subjects, words, names, condition))));
                root.add(line(group));
            }
            case Part.Other other -> root.add(new FilterGroup.Line(Elements.text("grow small", words.of(other)), () -> Optional.of(other)));
        }
    }

    private void fresh(FilterGroup group, Subject about) {
        FilterRow row = FilterRow.fresh(tab, portal, subjects, words, names, about);
        group.add(line(row));
        row.focus();
    }

    private void freshGroup() {
        FilterGroup group = group(true);
        root.add(line(group));
        fresh(group, first());
    }

    private FilterGroup group(boolean any) {
        return new FilterGroup(tab, any, inner -> List.of(adder("filter.add", "filter-add-inner", () -> fresh(inner, first()))));
    }

    private static FilterGroup.Line line(FilterRow row) {
        return new FilterGroup.Line(row.content(), () -> row.read().map(Part.One::new));
    }

    private static FilterGroup.Line line(FilterGroup group) {
        return new FilterGroup.Line(group.content(), () -> group.read().map(FilterDialog::inner));
    }

    private static Part inner(ConditionTree tree) {
        List<Condition> conditions = new ArrayList<>();
        tree.parts().forEach(part -> conditions.add(((Part.One) part).condition()));
        return conditions.size() == 1 ? new Part.One(conditions.getFirst()) : new Part.Some(tree.any(), conditions);
    }

    private void apply() {
        root.read().ifPresent(tree -> {
            popup.close();
            List<Part> parts = tree.parts().stream().filter(part -> !(part instanceof Part.Some(boolean _, List<Condition> none) && none.isEmpty())).toList();
            chosen.accept(new ConditionTree(tree.any(), parts));
        });
    }

    private void clear() {
        popup.close();
        chosen.accept(new ConditionTree(false, List.of()));
    }

    private String text(String key) {
        return tab.text(Label.of(key));
    }
}
