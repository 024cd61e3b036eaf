package org.kontor.ui.shell.internal.lists;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Refusal;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.settings.SheetTable;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// The lists there are, and those in the trash.
final class ListsOverview {
    private final PageTab tab;
    private final Portal portal;
    private final Div content = Elements.div("stack wide-gap");

    ListsOverview(PageTab tab, Portal portal) {
        this.tab = tab;
        this.portal = portal;
    }

    Component content() {
        draw();
        return content;
    }

    private void draw() {
        content.removeAll();
        NativeButton add = Elements.test(Elements.button("primary", "plus", text("lists.add"), () -> tab.go(ListsPage.ADDRESS + "/" + ListsPage.NEW)), "add-list");
        List<DocumentType> all = portal.customTypes.all();
        Div cards = Elements.div("settings-cards");
        all.forEach(type -> cards.add(card(type)));
        content.add(Elements.div("toolbar", add), all.isEmpty() ? Elements.div("panel", Elements.empty("list-tree", text("lists.none"), text("lists.none.hint"))) : cards);
        List<DocumentType> deleted = portal.customTypes.deleted();
        if (!deleted.isEmpty()) {
            content.add(trash(deleted));
        }
    }

    private Component card(DocumentType type) {
        String facts = Stream.of(
                        Stream.of(text("lists.fields", type.fields().size())),
                        type.pipelines().isEmpty() ? Stream.<String>empty() : Stream.of(text("lists.with-stages")),
                        SectionTree.of(type).isEmpty() ? Stream.<String>empty() : Stream.of(text("lists.with-sections")))
                .flatMap(part -> part).collect(Collectors.joining(" · "));
        Anchor card = Elements.link(ListsPage.ADDRESS + "/" + type.id(), Elements.div("disc", Elements.icon(type.icon())),
                Elements.div("grow", new H2(tab.text(type.many())), Elements.text("quiet small", facts)), Elements.icon("chevron-right"));
        card.addClassName("settings-card");
        return Elements.test(card, "list-" + type.id());
    }

    private Component trash(List<DocumentType> deleted) {
        SheetTable table = new SheetTable(text("lists.trash"), List.of(text("lists.name"), ""));
        for (DocumentType type : deleted) {
            NativeButton restore = Elements.button("", "archive-restore", text("lists.restore"), () -> restore(type));
            restore.getElement().setAttribute("aria-label", text("lists.restore-one", type.many()));
            table.row(Elements.div("row", Elements.icon(type.icon()), Elements.text("strong", tab.text(type.many()))), Elements.test(restore, "restore-" + type.id()));
        }
        Paragraph hint = new Paragraph(text("lists.trash.hint"));
        hint.addClassNames("quiet", "small");
        return Elements.test(Elements.div("fields-section", new H2(text("lists.trash")), hint, table.content()), "deleted-lists");
    }

    private void restore(DocumentType type) {
        switch (portal.customTypes.restore(type.id(), tab.actor())) {
            case Amendment.Done<DocumentType> _ -> {
                draw();
                tab.tell(Label.of("lists.restored", type.many()));
            }
            case Amendment.Refused<DocumentType>(List<Refusal> reasons) -> tab.tell(reasons.getFirst().reason());
        }
    }

    private String text(String key, Object... arguments) {
        return tab.text(Label.of(key, arguments));
    }
}
