package org.kontor.ui.shell.internal.list;

import com.vaadin.flow.component.contextmenu.ContextMenu;
import org.kontor.api.access.Permission;
import org.kontor.ui.shell.internal.parts.Elements;

/// What the menu of a list offers besides import and robots: columns, export, what runs in the background, the trash.
record ListMenu(Showing showing, Runnable look, Runnable export) {

    void into(ContextMenu menu) {
        item(menu, "columns-3", "look", "menu-look", look);
        if (ExportDialog.may(showing)) {
            item(menu, "download", "export", "menu-export", export);
        }
        item(menu, "layers", "batches", "menu-batches", () -> showing.tab().go("batches"));
        if (showing.portal().access.may(showing.tab().actor(), Permission.CONFIGURE)) {
            item(menu, "list-plus", "fields", "menu-fields", () -> showing.tab().go("settings/fields/" + showing.type().id()));
            if (showing.type().custom()) {
                item(menu, "list-tree", "own-settings", "menu-own-settings", () -> showing.tab().go("settings/lists/" + showing.type().id()));
            }
        }
        item(menu, "trash-2", "trash", "menu-trash", () -> showing.tab().go("trash", java.util.Map.of("type", showing.type().id())));
    }

    private void item(ContextMenu menu, String icon, String name, String test, Runnable act) {
        menu.addItem(Elements.test(Elements.div("row", Elements.icon(icon), Elements.text("", showing.text(name))), test), _ -> act.run());
    }
}
