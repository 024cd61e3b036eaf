package org.kontor.ui.shell.internal.fields;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.ContextMenuPosition;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.CustomFields.Deleted;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Refusal;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.settings.SheetTable;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// The fields of a type (FLD-26): those of the portal's own, those of the module, and what was deleted. A deleted field can be had back.
final class FieldList {
    private static final Field<Instant> MOMENT = Field.of("moment", new Kind.Moment());

    private final PageTab tab;
    private final Portal portal;
    private final String typeId;
    private final FieldWords words;
    private final Div content = Elements.div("stack wide-gap");

    FieldList(PageTab tab, Portal portal, String typeId) {
        this.tab = tab;
        this.portal = portal;
        this.typeId = typeId;
        this.words = new FieldWords(tab, portal.types);
    }

    Component content() {
        draw();
        content.getElement().executeJs("this.closest('.content')?.scrollTo(0, 0)");
        return content;
    }

    private void draw() {
        DocumentType type = portal.types.require(typeId);
        content.removeAll();
        content.add(head(type), own(type), declared(type));
        List<Deleted> deleted = portal.customFields.deleted(typeId);
        if (!deleted.isEmpty()) {
            content.add(trash(type, deleted));
        }
    }

    private Component head(DocumentType type) {
        Component add = Elements.test(Elements.button("primary", "plus", text("fields.add"), () -> tab.go(FieldsPage.of(typeId) + "/" + FieldsPage.NEW)), "add-field");
        Anchor list = Elements.link(typeId, Elements.icon("list"), Elements.text("", text("fields.open-list", type.many())));
        list.addClassNames("button", "plain");
        Div head = Elements.div("page-head", Elements.div("type-mark", Elements.icon(type.icon())), new H1(text("fields.of", type.many())), Elements.div("grow"));
        if (type.listed()) {
            head.add(list);
        }
        head.add(add);
        return head;
    }

    private Component own(DocumentType type) {
        List<Field<?>> fields = portal.customFields.of(typeId);
        if (fields.isEmpty()) {
            return Elements.test(Elements.div("panel", Elements.empty("list-plus", text("fields.none"), text("fields.none.hint"))), "own-fields");
        }
        return section(text("fields.own"), text("fields.own.hint"), table(text("fields.own"), type, fields), "own-fields");
    }

    private Component declared(DocumentType type) {
        List<Field<?>> fields = type.fields().stream().filter(field -> !field.custom()).toList();
        return section(text("fields.declared"), text("fields.declared.hint"), table(text("fields.declared"), type, fields), "declared-fields");
    }

    private static Component section(String title, String hint, Component table, String test) {
        Paragraph below = new Paragraph(hint);
        below.addClassNames("quiet", "small");
        return Elements.test(Elements.div("fields-section", new H2(title), below, table), test);
    }

    private Component table(String name, DocumentType type, List<Field<?>> fields) {
        SheetTable table = new SheetTable(name, Stream.of("fields.name", "fields.kind", "fields.marks", "fields.sort", "").map(key -> key.isEmpty() ? "" : text(key)).toList());
        fields.forEach(field -> table.row(link(type, field), words.kind(field), words.marks(field), Elements.text("quiet", Integer.toString(field.sort())), menu(type, field))
                .setAttribute("data-test", "field-" + field.id()));
        return table.content();
    }

    private Component link(DocumentType type, Field<?> field) {
        Anchor link = Elements.link(address(field), Elements.text("strong", tab.text(type.nameOf(field))), Elements.text("quiet small", field.id()));
        link.addClassName("field-link");
        return link;
    }

    private Component menu(DocumentType type, Field<?> field) {
        NativeButton button = Elements.iconButton("ellipsis-vertical", text("fields.menu", type.nameOf(field)), () -> {});
        button.getElement().setAttribute("aria-haspopup", "menu");
        ContextMenu menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        menu.setPosition(ContextMenuPosition.BOTTOM_END);
        menu.addItem(Elements.test(Elements.div("row", Elements.icon("pencil"), Elements.text("", text("fields.change"))), "change-field"), _ -> tab.go(address(field)));
        if (field.custom()) {
            menu.addItem(Elements.test(Elements.div("row", Elements.icon("trash-2"), Elements.text("", text("fields.delete"))), "delete-field"), _ -> delete(field));
        }
        return Elements.test(button, "field-menu-" + field.id());
    }

    private String address(Field<?> field) {
        return FieldsPage.of(typeId) + "/" + field.id();
    }

    private void delete(Field<?> field) {
        switch (portal.customFields.delete(typeId, field.id(), tab.actor())) {
            case Amendment.Done<Field<?>> _ -> {
                draw();
                tab.tell(Label.of("fields.deleted-one", name(field)), Label.of("list.undo"), () -> restore(field));
            }
            case Amendment.Refused<Field<?>>(List<Refusal> reasons) -> tab.tell(reasons.getFirst().reason());
        }
    }

    private void restore(Field<?> field) {
        switch (portal.customFields.restore(typeId, field.id(), tab.actor())) {
            case Amendment.Done<Field<?>> _ -> {
                draw();
                tab.tell(Label.of("fields.restored", name(field)));
            }
            case Amendment.Refused<Field<?>>(List<Refusal> reasons) -> tab.tell(reasons.getFirst().reason());
        }
    }

    private Component trash(DocumentType type, List<Deleted> deleted) {
        SheetTable table = new SheetTable(text("fields.trash"), Stream.of("fields.name", "fields.kind", "fields.deleted-at", "").map(key -> key.isEmpty() ? "" : text(key)).toList());
        for (Deleted each : deleted) {
            NativeButton restore = Elements.button("", "archive-restore", text("fields.restore"), () -> restore(each.field()));
            restore.getElement().setAttribute("aria-label", text("fields.restore-one", name(each.field())));
            table.row(Elements.text("strong", tab.text(type.nameOf(each.field()))), words.kind(each.field()),
                    Elements.text("quiet", portal.notation.show(MOMENT, each.since(), tab.habits())), Elements.test(restore, "restore-" + each.field().id()))
                    .setAttribute("data-test", "deleted-" + each.field().id());
        }
        return section(text("fields.trash"), text("fields.trash.hint"), table.content(), "deleted-fields");
    }

    private Label name(Field<?> field) {
        return portal.types.require(typeId).nameOf(field);
    }

    private String text(String key, Object... arguments) {
        return tab.text(Label.of(key, arguments));
    }
}
