package org.kontor.ui.shell.internal.lists;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentType.Name;
import org.kontor.api.documents.Refusal;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.fields.FieldsPage;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// One list: its names, its sections, the ways to its fields and stages, and its end.
final class ListSettings {
    private final PageTab tab;
    private final Portal portal;
    private final DocumentType type;
    private final ListNaming naming;
    private final Div note = Elements.div("stack");
    private final H1 title;

    ListSettings(PageTab tab, Portal portal, DocumentType type) {
        this.tab = tab;
        this.portal = portal;
        this.type = type;
        this.naming = new ListNaming(tab, portal, type.name(), type.icon());
        this.title = new H1(tab.text(type.many()));
        note.getElement().setAttribute("role", "alert");
    }

    Component content() {
        Div form = Elements.div("panel stack", new H2(text("lists.naming")));
        naming.content().forEach(form::add);
        form.add(note, Elements.div("row", Elements.test(Elements.button("primary", "", text("lists.save"), this::save), "save-list")));
        Div page = Elements.div("field-form", head());
        SectionTree.of(type).ifPresent(_ -> page.add(new SectionTree(tab, portal, type.id()).content()));
        page.add(form, end());
        return page;
    }

    private Component head() {
        Div head = Elements.div("page-head", title, Elements.div("grow"), way(type.id(), "list", text("lists.open"), "open-list"), way(FieldsPage.of(type.id()), "list-plus", text("lists.to-fields"), "to-fields"));
        if (!type.pipelines().isEmpty()) {
            head.add(way("settings/pipelines/" + type.id(), "milestone", text("lists.to-stages"), "to-stages"));
        }
        return head;
    }

    private static Component way(String path, String icon, String name, String test) {
        Anchor link = Elements.link(path, Elements.icon(icon), Elements.text("", name));
        link.addClassName("button");
        return Elements.test(link, test);
    }

    private Component end() {
        return Elements.div("panel stack", new H2(text("lists.end")), Elements.text("quiet small", text("lists.end.hint")),
                Elements.div("row", Elements.test(Elements.button("danger", "trash-2", text("lists.delete"), this::delete), "delete-list")));
    }

    private void save() {
        note.removeAll();
        Optional<Name> name = naming.name();
        if (name.isEmpty()) {
            tell(Label.of("lists.name-missing"));
            return;
        }
        switch (portal.customTypes.rename(type.id(), name.get(), naming.icon(), tab.actor())) {
            case Amendment.Refused<DocumentType>(List<Refusal> reasons) -> reasons.forEach(reason -> tell(reason.reason()));
            case Amendment.Done<DocumentType>(DocumentType now) -> {
                title.setText(tab.text(now.many()));
                tab.tell(Label.of("lists.saved", now.many()));
            }
        }
    }

    private void delete() {
        switch (portal.customTypes.delete(type.id(), tab.actor())) {
            case Amendment.Refused<DocumentType>(List<Refusal> reasons) -> tell(reasons.getFirst().reason());
            case Amendment.Done<DocumentType> _ -> {
                tab.tell(Label.of("lists.deleted", type.many()), Label.of("list.undo"), this::restore);
                tab.go(ListsPage.ADDRESS);
            }
        }
    }

    private void restore() {
        switch (portal.customTypes.restore(type.id(), tab.actor())) {
            case Amendment.Refused<DocumentType>(List<Refusal> reasons) -> tab.tell(reasons.getFirst().reason());
            case Amendment.Done<DocumentType> _ -> tab.go(ListsPage.ADDRESS + "/" + type.id());
        }
    }

    private void tell(Label reason) {
        note.add(Elements.note("bad", "circle-alert", tab.text(reason)));
    }

    private String text(String key) {
        return tab.text(Label.of(key));
    }
}
