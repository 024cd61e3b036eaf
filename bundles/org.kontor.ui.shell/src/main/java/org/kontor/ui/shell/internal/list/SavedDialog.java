package org.kontor.ui.shell.internal.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.kontor.api.access.Permission;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.SavedFilters.SavedFilter;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.Popup;

/// The saved filters one by one: renamed, shared, made the one a list starts with, deleted.
final class SavedDialog {
    private final Showing showing;
    private final Runnable changed;
    private final Div lines = Elements.div("stack saved-list");
    private final Popup popup;

    SavedDialog(Showing showing, Runnable changed) {
        this.showing = showing;
        this.changed = changed;
        this.popup = new Popup(showing.text("saved"), lines);
        draw();
    }

    void open() {
        popup.open(showing.tab());
    }

    /// Asks for the name of a new one, and for whom it is; `keep` says whether it was taken.
    static void ask(Showing showing, SavedFilter fresh, Predicate<SavedFilter> keep) {
        Input name = input(showing, "");
        Input shared = new Input();
        shared.setType("checkbox");
        Element label = new Element("label");
        label.getClassList().add("row");
        label.appendChild(Elements.test(shared, "saved-shared").getElement(), Elements.text("", showing.text("saved.for-all")).getElement());
        Div choice = new Div();
        choice.getElement().appendChild(label);
        choice.setVisible(mayShare(showing));
        Div trouble = Elements.div("trouble");
        trouble.getElement().setAttribute("role", "alert");
        shared.getElement().addPropertyChangeListener("checked", "change", _ -> {});
        Popup[] popup = new Popup[1];
        NativeButton apply = Elements.test(Elements.button("primary", "", showing.text("saved.keep"), () -> {
            if (name.getValue().isBlank()) {
                trouble.setText(showing.text("saved.name-missing"));
                name.focus();
            } else if (keep.test(fresh.named(name.getValue().strip()).sharing(shared.getElement().getProperty("checked", false)))) {
                popup[0].close();
            }
        }), "saved-keep");
        Div form = Elements.div("stack", name, choice, trouble);
        popup[0] = new Popup(showing.text("saved.save-as"), form, Elements.div("row", Elements.div("grow"), apply));
        popup[0].open(showing.tab());
        form.getElement().executeJs("kontorLists.form(this, $0)", apply.getElement());
        name.focus();
    }

    static boolean mayShare(Showing showing) {
        return showing.portal().access.may(showing.tab().actor(), Permission.CONFIGURE);
    }

    private static Input input(Showing showing, String value) {
        Input name = new Input();
        name.addClassName("input");
        name.setValue(value);
        name.setPlaceholder(showing.text("saved.name"));
        name.getElement().setAttribute("aria-label", showing.text("saved.name")).setAttribute("maxlength", "100").setAttribute("autocomplete", "off");
        return Elements.test(name, "saved-name");
    }

    private void draw() {
        lines.removeAll();
        List<SavedFilter> all = showing.portal().savedFilters.of(showing.type().id(), showing.tab().actor());
        long start = showing.portal().savedFilters.start(showing.type().id(), showing.tab().actor()).map(SavedFilter::id).orElse(0L);
        if (all.isEmpty()) {
            lines.add(Elements.text("quiet", showing.text("saved.nothing")));
        }
        all.forEach(each -> lines.add(line(each, each.id() == start)));
    }

    private Component line(SavedFilter filter, boolean start) {
        boolean mine = filter.shared() ? mayShare(showing) : filter.owner().equals(Optional.of(showing.tab().person().id()));
        Input name = input(showing, filter.name());
        name.setEnabled(mine);
        name.addValueChangeListener(event -> {
            if (event.isFromClient() && !event.getValue().isBlank() && !event.getValue().strip().equals(filter.name())) {
                keep(filter.named(event.getValue().strip()));
            }
        });
        Div line = Elements.div("row saved-line", Elements.icon(filter.shared() ? "users" : "user"), name, toggle("star", start, start ? "saved.start-off" : "saved.start", "saved-start", () -> {
            done(showing.portal().savedFilters.startWith(filter.typeId(), start ? 0 : filter.id(), showing.tab().actor()));
        }));
        if (mayShare(showing)) {
            line.add(toggle("share-2", filter.shared(), filter.shared() ? "saved.unshare" : "saved.share", "saved-share", () -> keep(filter.sharing(!filter.shared()))));
            if (filter.shared()) {
                line.add(Elements.test(Elements.iconButton("house", showing.text("saved.start-all"), () -> {
                    done(showing.portal().savedFilters.startAllWith(filter.typeId(), filter.id(), showing.tab().actor()));
                    showing.tab().tell(Label.of("list.saved.start-all-done", filter.name()), Label.of("list.undo"),
                            () -> done(showing.portal().savedFilters.startAllWith(filter.typeId(), 0, showing.tab().actor())));
                }), "saved-start-all"));
            }
        }
        if (mine) {
            line.add(Elements.test(Elements.iconButton("trash-2", showing.text("saved.delete", filter.name()), () -> delete(filter)), "saved-delete"));
        }
        return line;
    }

    private NativeButton toggle(String icon, boolean on, String name, String test, Runnable act) {
        NativeButton button = Elements.test(Elements.iconButton(icon, showing.text(name), act), test);
        button.getElement().setAttribute("aria-pressed", Boolean.toString(on));
        return button;
    }

    private void delete(SavedFilter filter) {
        done(showing.portal().savedFilters.delete(filter.id(), showing.tab().actor()));
        showing.tab().tell(Label.of("list.saved.deleted", filter.name()), Label.of("list.undo"), () -> keep(SavedFilter.of(filter.typeId(), filter.name(), filter.look()).sharing(filter.shared())));
    }

    private void keep(SavedFilter filter) {
        done(showing.portal().savedFilters.save(filter, showing.tab().actor()));
    }

    private void done(Amendment<?> amendment) {
        if (amendment instanceof Amendment.Refused<?> refused) {
            showing.tab().tell(refused.reasons().getFirst().reason());
        }
        draw();
        changed.run();
    }
}
