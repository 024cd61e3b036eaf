package org.kontor.ui.shell.internal.directories;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.Directories.Directory;
import org.kontor.api.documents.Kind.Choice.Option;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.DragOrder;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.GivenName;
import org.kontor.ui.shell.internal.pipelines.NameForm;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// The values of a directory in the order of pickers (DIR-3 to 5), and those not offered any more.
final class DirectoryValues {
    private final PageTab tab;
    private final Portal portal;
    private final String id;
    private final Div rows = Elements.test(Elements.div("order-list"), "values");
    private final Div adding = new Div();
    private final Div gone = Elements.div("stack tight");
    private Optional<String> renaming = Optional.empty();

    DirectoryValues(PageTab tab, Portal portal, String id) {
        this.tab = tab;
        this.portal = portal;
        this.id = id;
    }

    Component content() {
        Directory directory = directory();
        String types = directory.typeIds().stream().flatMap(type -> portal.types.find(type).stream()).map(type -> tab.text(type.many())).collect(Collectors.joining(", "));
        Paragraph hint = new Paragraph(text("values.hint", types));
        hint.addClassName("quiet");
        rows.getElement().setAttribute("role", "list").setAttribute("aria-label", tab.text(directory.name()));
        DragOrder.listen(rows, this::move);
        draw();
        rest();
        return Elements.div("stack wide-gap", Elements.div("settings-head", new H1(tab.text(directory.name())), hint), rows, adding, gone);
    }

    private Directory directory() {
        return portal.directories.find(id).orElseThrow(() -> new IllegalStateException("directory '" + id + "' is not there any more: its module was switched off"));
    }

    private List<Option> offered() {
        return directory().values().stream().filter(Option::offered).toList();
    }

    private void draw() {
        rows.removeAll();
        List<Option> offered = offered();
        for (int i = 0; i < offered.size(); i++) {
            Option option = offered.get(i);
            rows.add(renaming.equals(Optional.of(option.id())) ? renamer(option) : row(option, i, offered.size()));
        }
        if (offered.isEmpty()) {
            Div none = Elements.div("quiet small", Elements.text("", text("empty")));
            none.getElement().setAttribute("role", "listitem");
            rows.add(none);
        }
        gone.removeAll();
        List<Option> deleted = directory().values().stream().filter(option -> !option.offered()).toList();
        if (!deleted.isEmpty()) {
            Div list = Elements.test(Elements.div("order-list"), "deleted-values");
            deleted.forEach(option -> list.add(deleted(option)));
            gone.add(new H2(text("deleted")), Elements.text("quiet small", text("deleted.hint")), list);
        }
    }

    private Component row(Option option, int index, int count) {
        String name = tab.text(option.name());
        Div acts = Elements.div("row-acts", DragOrder.arrows(tab, name, index == 0, index == count - 1),
                Elements.test(Elements.iconButton("pencil", text("rename", name), () -> rename(Optional.of(option.id()))), "rename"),
                Elements.test(Elements.iconButton("trash-2", text("delete", name), () -> delete(option)), "delete"));
        Div row = DragOrder.row(Elements.div("order-row", DragOrder.grip(), Elements.text("grow", name), acts), option.id());
        row.getElement().setAttribute("role", "listitem");
        return Elements.test(row, "value-" + option.id());
    }

    private Component deleted(Option option) {
        Component back = Elements.test(Elements.button("plain", "rotate-ccw", text("restore"), () -> done(portal.directories.restore(id, option.id(), tab.actor()))), "restore");
        return Elements.test(Elements.div("order-row", Elements.text("grow quiet", tab.text(option.name())), back), "deleted-" + option.id());
    }

    private Component renamer(Option option) {
        GivenName name = new GivenName(tab, portal, option.name(), text("name"));
        name.focus();
        NameForm form = new NameForm(tab, name, text("save"), label -> answer(portal.directories.rename(id, option.id(), label, tab.actor()), name, () -> rename(Optional.empty())), () -> rename(Optional.empty()));
        Div row = Elements.div("order-row editing", form.content());
        row.getElement().setAttribute("role", "listitem");
        return row;
    }

    private void rename(Optional<String> option) {
        renaming = option;
        draw();
    }

    private void rest() {
        adding.removeAll();
        adding.add(Elements.test(Elements.button("", "plus", text("add"), this::add), "add-value"));
    }

    /// Stays open for the next value.
    private void add() {
        adding.removeAll();
        GivenName name = new GivenName(tab, portal, Label.verbatim(""), text("name"));
        NameForm form = new NameForm(tab, name, text("add"), label -> answer(portal.directories.add(id, label, tab.actor()), name, () -> {
            draw();
            add();
        }), this::rest);
        adding.add(Elements.div("order-row editing", form.content()));
        name.focus();
    }

    private void answer(Amendment<Directory> amendment, GivenName name, Runnable done) {
        switch (amendment) {
            case Amendment.Done<Directory> _ -> done.run();
            case Amendment.Refused<Directory>(var reasons) -> name.refuse(reasons, tab);
        }
    }

    private void done(Amendment<Directory> amendment) {
        if (amendment instanceof Amendment.Refused<Directory>(var reasons)) {
            tab.tell(reasons.getFirst().reason());
        }
        draw();
    }

    private void move(String option, int place) {
        List<String> order = new ArrayList<>(offered().stream().map(Option::id).filter(each -> !each.equals(option)).toList());
        order.add(Math.clamp(place, 0, order.size()), option);
        directory().values().stream().filter(each -> !each.offered()).map(Option::id).forEach(order::add);
        done(portal.directories.sort(id, order, tab.actor()));
    }

    private void delete(Option option) {
        Amendment<Directory> amendment = portal.directories.delete(id, option.id(), tab.actor());
        done(amendment);
        if (amendment instanceof Amendment.Done<Directory>) {
            tab.tell(Label.of("directories.value-deleted", option.name()), Label.of("pipelines.undo"), () -> done(portal.directories.restore(id, option.id(), tab.actor())));
        }
    }

    private String text(String key, Object... arguments) {
        return tab.text(Label.of("directories." + key, arguments));
    }
}
