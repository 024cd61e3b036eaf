package org.kontor.ui.shell.internal.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.ContextMenuPosition;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import java.util.function.Consumer;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Permission;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.Count;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.pipelines.WayMenu;

/// The head of a type's page: what it is, how many, and what can be done.
final class TypeHead {
    private final Showing showing;
    private final Span count = Elements.test(Elements.text("count", ""), "count");
    private final Div head;
    private final Optional<ViewSwitch> views;
    private final ContextMenu menu = new ContextMenu();

    TypeHead(Showing showing, Consumer<Lens.View> look, Runnable create) {
        this.showing = showing;
        views = Optional.of(new ViewSwitch(showing, look));
        head = Elements.div("page-head", Elements.div("type-mark", Elements.icon(showing.type().icon())),
                new H1(showing.tab().text(showing.type().many())), count, Elements.div("grow"));
        views.ifPresent(each -> head.add(each.content()));
        head.add(menu());
        if (mayCreate()) {
            NativeButton button = Elements.button("primary", "plus", "", create);
            button.add(Elements.text("words", showing.newOne()));
            button.getElement().setAttribute("aria-keyshortcuts", "C");
            button.getElement().setAttribute("title", showing.text("new.hint"));
            button.getElement().executeJs("kontorLists.shortcut(this, 'KeyC')");
            head.add(Elements.test(button, "new-document"));
        }
    }

    Component content() {
        return head;
    }

    boolean mayCreate() {
        return showing.portal().access.reach(showing.tab().actor(), showing.type().id(), Operation.CREATE) != Reach.NONE;
    }

    boolean mayImport() {
        return mayCreate() && showing.portal().access.may(showing.tab().actor(), Permission.IMPORT);
    }

    void show(Lens lens, Count total) {
        count.setText(showing.count(total));
        views.ifPresent(each -> each.show(lens.view()));
    }

    /// Shows the pipeline that is looked at beside the name, or offers what can be done with the only one in the menu.
    void pipelines(WayMenu ways) {
        ways.content().ifPresentOrElse(there -> head.addComponentAtIndex(2, there), () -> ways.into(menu));
    }

    /// Adds what can be done with the list to the menu.
    void add(ListMenu more) {
        more.into(menu);
    }

    private NativeButton menu() {
        boolean robots = showing.type().pipeline().isPresent() && showing.portal().access.may(showing.tab().actor(), Permission.CONFIGURE);
        boolean merge = showing.portal().access.reach(showing.tab().actor(), showing.type().id(), Operation.CHANGE) != Reach.NONE;
        NativeButton button = Elements.iconButton("ellipsis-vertical", showing.text("menu"), () -> {});
        button.getElement().setAttribute("aria-haspopup", "menu");
        menu.setTarget(button);
        menu.setOpenOnClick(true);
        menu.setPosition(ContextMenuPosition.BOTTOM_END);
        if (mayImport()) {
            menu.addItem(Elements.div("row", Elements.icon("upload"), Elements.text("", showing.text("import"))), _ -> go("import/"));
        }
        if (merge) {
            menu.addItem(Elements.div("row", Elements.icon("merge"), Elements.text("", showing.text("duplicates"))), _ -> go("duplicates/"));
        }
        if (robots) {
            menu.addItem(Elements.div("row", Elements.icon("bot"), Elements.text("", showing.text("robots"))), _ -> go("robots/"));
        }
        return Elements.test(button, "type-menu");
    }

    private void go(String page) {
        showing.tab().go(page + showing.type().id());
    }
}
