package org.kontor.ui.shell.internal.lists;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.CustomTypes.NewType;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentType.Name;
import org.kontor.api.documents.Refusal;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.Tick;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// Makes a list: it has a page, a card, an import and REST at once.
final class NewList {
    private final PageTab tab;
    private final Portal portal;
    private final ListNaming naming;
    private final Div note = Elements.div("stack");
    private boolean staged = true;
    private boolean sectioned;

    NewList(PageTab tab, Portal portal) {
        this.tab = tab;
        this.portal = portal;
        this.naming = new ListNaming(tab, portal, Optional.empty(), "list");
        note.getElement().setAttribute("role", "alert");
    }

    Component content() {
        Div form = Elements.div("panel stack");
        naming.content().forEach(form::add);
        form.add(Tick.line(text("lists.staged"), "staged", staged, true, on -> staged = on), Tick.line(text("lists.sectioned"), "sectioned", sectioned, true, on -> sectioned = on));
        Anchor cancel = Elements.link(ListsPage.ADDRESS, Elements.text("", text("fields.cancel")));
        cancel.addClassNames("button", "plain");
        naming.focus();
        return Elements.div("field-form", new H1(text("lists.new")), form,
                Elements.div("form-actions", note, Elements.div("row", Elements.test(Elements.button("primary", "", text("lists.create"), this::create), "create-list"), cancel)));
    }

    private void create() {
        note.removeAll();
        Optional<Name> name = naming.name();
        if (name.isEmpty()) {
            tell(Label.of("lists.name-missing"));
            return;
        }
        switch (portal.customTypes.create(new NewType(name.get(), naming.icon(), staged, sectioned), tab.actor())) {
            case Amendment.Refused<DocumentType>(List<Refusal> reasons) -> reasons.forEach(reason -> tell(reason.reason()));
            case Amendment.Done<DocumentType>(DocumentType type) -> {
                tab.tell(Label.of("lists.created", type.many()), Label.of("lists.open"), () -> tab.go(type.id()));
                tab.go(ListsPage.ADDRESS + "/" + type.id());
            }
        }
    }

    private void tell(Label reason) {
        note.add(Elements.note("bad", "circle-alert", tab.text(reason)));
    }

    private String text(String key) {
        return tab.text(Label.of(key));
    }
}
