package org.kontor.ui.shell.internal.pipelines;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.ContextMenuPosition;
import com.vaadin.flow.component.html.NativeButton;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.kontor.api.access.Permission;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.GivenName;
import org.kontor.ui.shell.internal.parts.Popup;

/// The choice of the pipeline above a list, and what can be done with it: its stages, its name, one more (PIPE-3, 4, 12).
public final class WayMenu {
    private final WayChoice choice;
    private final Desk desk;
    private final Supplier<Map<String, String>> query;

    /// `query` is the address of the list as it is now.
    public WayMenu(WayChoice choice, org.kontor.ui.shell.internal.tab.PageTab tab, org.kontor.ui.shell.internal.tab.Portal portal, Supplier<Map<String, String>> query) {
        this.choice = choice;
        this.desk = new Desk(tab, portal, choice.whole().id());
        this.query = query;
    }

    /// A button that names the pipeline and opens the menu; there only when there are several.
    public Optional<Component> content() {
        if (!choice.several()) {
            return Optional.empty();
        }
        String name = choice.chosen().map(way -> desk.tab().text(way.name())).orElseGet(() -> desk.text("all"));
        NativeButton button = Elements.button("way-switch", "", name, () -> {});
        button.add(Elements.icon("chevron-down"));
        button.getElement().setAttribute("aria-haspopup", "menu").setAttribute("aria-label", desk.text("switch", name));
        ContextMenu menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        menu.setPosition(ContextMenuPosition.BOTTOM_START);
        choice.visible().forEach(way -> item(menu, choice.chosen().filter(way::equals).isPresent() ? "check" : "", desk.tab().text(way.name()), "way-" + way.id(), () -> choice.choose(Optional.of(way), query.get())));
        item(menu, choice.chosen().isEmpty() ? "check" : "", desk.text("all"), "way-all", () -> choice.choose(Optional.empty(), query.get()));
        if (mayConfigure()) {
            menu.addSeparator();
            into(menu);
        }
        return Optional.of(Elements.test(button, "way-switch"));
    }

    /// What administrators do with the pipeline looked at, for a menu that is there anyway.
    public void into(ContextMenu menu) {
        if (!mayConfigure() || choice.whole().pipelines().isEmpty()) {
            return;
        }
        choice.chosen().ifPresent(way -> {
            String name = desk.tab().text(way.name());
            item(menu, "milestone", desk.text("stages-of", name), "way-stages", () -> desk.tab().go("settings/pipelines/" + desk.typeId() + "/" + way.id()));
            item(menu, "pencil", desk.text("rename", name), "way-rename", () -> rename(way));
        });
        item(menu, "plus", desk.text("add"), "way-add", this::add);
    }

    private boolean mayConfigure() {
        return desk.portal().access.may(desk.tab().actor(), Permission.CONFIGURE);
    }

    private static void item(ContextMenu menu, String icon, String name, String mark, Runnable act) {
        Component sign = icon.isEmpty() ? Elements.text("icon-place", "") : Elements.icon(icon);
        menu.addItem(Elements.test(Elements.div("row", sign, Elements.text("", name)), mark), _ -> act.run());
    }

    private void rename(Pipeline way) {
        GivenName name = new GivenName(desk.tab(), desk.portal(), way.name(), desk.text("name"));
        Popup[] popup = new Popup[1];
        NameForm form = new NameForm(desk.tab(), name, desk.text("save"), label -> {
            switch (desk.portal().pipelines.rename(desk.typeId(), way.id(), label, desk.tab().actor())) {
                case Amendment.Done<Pipeline>(Pipeline now) -> {
                    popup[0].close();
                    desk.tab().tell(Label.of("pipelines.renamed", now.name()));
                }
                case Amendment.Refused<Pipeline>(var reasons) -> name.refuse(reasons, desk.tab());
            }
        }, () -> popup[0].close());
        popup[0] = new Popup(desk.text("rename", desk.tab().text(way.name())), form.content());
        popup[0].open(desk.tab());
        name.focus();
    }

    private void add() {
        Popup[] popup = new Popup[1];
        NewPipeline form = new NewPipeline(desk, way -> {
            popup[0].close();
            choice.choose(Optional.of(way), query.get());
        }, () -> popup[0].close());
        popup[0] = new Popup(desk.text("add"), form.content());
        popup[0].open(desk.tab());
    }
}
