package org.kontor.ui.shell.internal.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Hr;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.SavedFilters.SavedFilter;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;

/// The saved filters of a type: chosen from a menu, kept, changed.
final class SavedMenu {
    private final Showing showing;
    private final SavedLooks looks;
    private final Consumer<Lens> chosen;
    private final Div content = Elements.div("saved-menu");
    private final NativeButton save;
    private Lens lens = Lens.plain();

    SavedMenu(Showing showing, SavedLooks looks, Consumer<Lens> chosen) {
        this.showing = showing;
        this.looks = looks;
        this.chosen = chosen;
        save = Elements.test(Elements.button("plain", "save", showing.text("saved.save"), this::save), "saved-save");
    }

    Component content() {
        return content;
    }

    /// Redraws the button with the name of what is looked at; the menu asks for what there is each time.
    void show(Lens now) {
        lens = now;
        Optional<SavedFilter> saved = looks.saved(now);
        boolean changed = saved.filter(some -> !now.same(looks.lens(some))).isPresent();
        NativeButton button = Elements.test(Elements.button("", "bookmark", "", () -> {}), "saved-menu");
        button.add(Elements.text("name", saved.map(SavedFilter::name).orElseGet(() -> showing.text("saved.none"))), Elements.icon("chevron-down"));
        button.getElement().setAttribute("aria-haspopup", "menu");
        button.getElement().setAttribute("title", showing.text("saved"));
        menu(button, saved);
        content.removeAll();
        content.add(button);
        boolean worth = saved.isPresent() ? changed : now.filters() || !now.refined().columns().isEmpty();
        save.setVisible(worth);
        save.setText("");
        save.removeAll();
        String name = showing.text(mayChange(saved) ? "saved.save-changes" : "saved.save");
        save.add(Elements.icon("save"), Elements.text("words", name));
        Elements.named(save, name);
        content.add(save);
    }

    private void menu(NativeButton button, Optional<SavedFilter> present) {
        ContextMenu menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        menu.addItem(Elements.div("row", Elements.icon("list"), Elements.text("", showing.text("saved.none"))), _ -> choose(Lens.plain()));
        List<SavedFilter> all = all();
        if (!all.isEmpty()) {
            menu.addComponent(new Hr());
        }
        all.forEach(each -> {
            Div line = Elements.div("row", Elements.icon(each.shared() ? "users" : "user"), Elements.text("", each.name()));
            if (present.filter(some -> some.id() == each.id()).isPresent()) {
                line.add(Elements.icon("check"));
            }
            menu.addItem(Elements.test(line, "saved-" + each.id()), _ -> choose(looks.lens(each)));
        });
        menu.addComponent(new Hr());
        menu.addItem(Elements.test(Elements.div("row", Elements.icon("plus"), Elements.text("", showing.text("saved.save-as"))), "saved-save-as"), _ -> saveAs());
        if (!all.isEmpty()) {
            menu.addItem(Elements.test(Elements.div("row", Elements.icon("settings"), Elements.text("", showing.text("saved.manage"))), "saved-manage"), _ -> manage());
        }
    }

    private void choose(Lens wanted) {
        chosen.accept(wanted);
    }

    private List<SavedFilter> all() {
        return showing.portal().savedFilters.of(showing.type().id(), showing.tab().actor());
    }

    private boolean mayChange(Optional<SavedFilter> saved) {
        return saved.filter(some -> some.shared() ? SavedDialog.mayShare(showing) : some.owner().equals(Optional.of(showing.tab().person().id()))).isPresent();
    }

    private void save() {
        Optional<SavedFilter> saved = looks.saved(lens);
        if (mayChange(saved)) {
            SavedFilter before = saved.orElseThrow();
            keep(before.looking(looks.look(lens))).ifPresent(now ->
                    showing.tab().tell(Label.of("list.saved.changed", now.name()), Label.of("list.undo"), () -> keep(before)));
        } else {
            saveAs();
        }
    }

    private void saveAs() {
        SavedDialog.ask(showing, SavedFilter.of(showing.type().id(), "", looks.look(lens)), named -> keep(named).isPresent());
    }

    private Optional<SavedFilter> keep(SavedFilter filter) {
        return switch (showing.portal().savedFilters.save(filter, showing.tab().actor())) {
            case Amendment.Done<SavedFilter>(SavedFilter now) -> {
                chosen.accept(looks.lens(now));
                yield Optional.of(now);
            }
            case Amendment.Refused<SavedFilter> refused -> {
                showing.tab().tell(refused.reasons().getFirst().reason());
                yield Optional.empty();
            }
        };
    }

    private void manage() {
        new SavedDialog(showing, () -> chosen.accept(looks.saved(lens).isPresent() ? lens : lens.refined(lens.refined().savedAs(0)))).open();
    }
}
