package org.kontor.ui.shell.internal.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import java.util.function.Consumer;
import org.kontor.api.documents.Filter;
import org.kontor.ui.shell.internal.filters.Condition;
import org.kontor.ui.shell.internal.filters.ConditionTree;
import org.kontor.ui.shell.internal.filters.FilterDialog;
import org.kontor.ui.shell.internal.filters.FilterWords;
import org.kontor.ui.shell.internal.filters.Subjects;
import org.kontor.ui.shell.internal.parts.Elements;

/// The conditions that were built, each as a chip, and the ways to build more: one for each field offered in the filter, and the dialog.
final class ConditionBar {
    private final Showing showing;
    private final Consumer<Filter> chosen;
    private final Div bar = Elements.div("row condition-bar");
    private Lens lens = Lens.plain();
    private List<String> often = List.of();

    ConditionBar(Showing showing, Consumer<Filter> chosen) {
        this.showing = showing;
        this.chosen = chosen;
        bar.getElement().setAttribute("role", "group");
        bar.getElement().setAttribute("aria-label", showing.text("conditions"));
    }

    Component content() {
        return bar;
    }

    void show(Lens now, List<String> filters) {
        lens = now;
        often = filters;
        Subjects subjects = subjects();
        ConditionTree tree = tree(subjects);
        bar.removeAll();
        filters.stream().flatMap(id -> subjects.own(id).stream()).forEach(subject ->
                bar.add(Elements.test(chip("plus", showing.tab().text(subject.name()), () -> dialog(tree, subjects).open(subject)), "quick-" + subject.key())));
        bar.add(Elements.test(chip("list-filter", showing.text("filter"), () -> dialog(tree, subjects).openReady()), "filter-open"));
        FilterWords words = new FilterWords(showing.tab(), showing.portal(), subjects);
        for (int place = 0; place < tree.parts().size(); place++) {
            if (place > 0 && tree.any()) {
                bar.add(Elements.text("quiet small", words.join(true)));
            }
            bar.add(condition(words.of(tree.parts().get(place)), tree, subjects, place));
        }
    }

    /// The filter with one more condition that must hold.
    Filter with(Condition more) {
        ConditionTree tree = tree(subjects());
        ConditionTree all = tree.any() && tree.parts().size() > 1
                ? new ConditionTree(false, List.of(new ConditionTree.Part.Other(lens.refined().conditions()), new ConditionTree.Part.One(more)))
                : new ConditionTree(false, tree.parts()).with(new ConditionTree.Part.One(more));
        return all.filter(showing.tab().habits().zone());
    }

    private Component condition(String text, ConditionTree tree, Subjects subjects, int place) {
        NativeButton edit = new NativeButton(text, _ -> dialog(tree, subjects).open());
        edit.getElement().setAttribute("type", "button").setAttribute("title", text);
        NativeButton remove = new NativeButton();
        remove.add(Elements.icon("x"));
        remove.getElement().setAttribute("type", "button");
        Elements.named(remove, showing.text("condition.remove", text));
        remove.addClickListener(_ -> choose(tree.without(place)));
        return Elements.test(Elements.div("chip condition", edit, Elements.test(remove, "condition-remove")), "condition");
    }

    private FilterDialog dialog(ConditionTree tree, Subjects subjects) {
        return new FilterDialog(showing.tab(), showing.portal(), subjects, often, tree, this::choose);
    }

    private void choose(ConditionTree tree) {
        chosen.accept(tree.filter(showing.tab().habits().zone()));
    }

    private ConditionTree tree(Subjects subjects) {
        return ConditionTree.of(lens.refined().conditions(), subjects);
    }

    private Subjects subjects() {
        return new Subjects(showing.type(), showing.portal().types::find);
    }

    private static NativeButton chip(String icon, String name, Runnable act) {
        NativeButton chip = new NativeButton();
        chip.addClassName("chip");
        chip.getElement().setAttribute("type", "button");
        chip.add(Elements.icon(icon), new Text(name));
        chip.addClickListener(_ -> act.run());
        return chip;
    }
}
