package org.kontor.ui.shell.internal.duplicates;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Permission;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.DocumentType;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// The duplicates of a type: by which rules documents match, and those that do, to be merged.
public final class DuplicatesPage {
    private static final int POLL_MILLIS = 1000;

    private final PageTab tab;
    private final Portal portal;
    private final DocumentType type;
    private final Shown shown;
    private final Div page = Elements.div("page duplicates");
    private final Div comparing = new Div();
    private final GroupList groups;

    public DuplicatesPage(PageTab tab, Portal portal, DocumentType type) {
        this.tab = tab;
        this.portal = portal;
        this.type = type;
        this.shown = new Shown(tab, portal, type);
        this.groups = new GroupList(tab, portal, type, shown);
        comparing.getElement().setAttribute("aria-live", "polite");
        page.add(head());
        if (portal.access.reach(tab.actor(), type.id(), Operation.READ) == Reach.NONE) {
            page.add(Elements.empty("shield", shown.text("duplicates.not-allowed"), shown.text("duplicates.not-allowed.hint")));
            return;
        }
        Div sections = Elements.div("stack wide-gap");
        if (portal.access.may(tab.actor(), Permission.CONFIGURE)) {
            sections.add(Elements.div("panel stack", new H2(shown.text("duplicates.rules")), Elements.text("quiet small", shown.text("duplicates.rules.hint")), new RuleList(tab, portal, type, shown, this::begin).content()));
        }
        sections.add(Elements.div("stack", comparing, groups.content()));
        page.add(sections);
        poll();
        begin();
    }

    public Component content() {
        return page;
    }

    private Component head() {
        Anchor back = Elements.link(type.id(), Elements.icon("chevron-left"), Elements.text("", tab.text(type.many())));
        back.addClassName("back");
        Paragraph hint = new Paragraph(shown.text("duplicates.hint"));
        hint.addClassName("quiet");
        return new Div(back, Elements.div("settings-head", new H1(shown.text("duplicates.title", tab.text(type.many()))), hint));
    }

    /// Waits until all documents are compared, then looks for those that match.
    private void begin() {
        comparing.removeAll();
        if (portal.duplicates.compared(type.id())) {
            tab.ui().setPollInterval(-1);
            groups.search();
            return;
        }
        comparing.add(Elements.test(Elements.div("row quiet", Elements.text("spinner", ""), Elements.text("", shown.text("duplicates.comparing"))), "comparing"));
        groups.clear();
        tab.ui().setPollInterval(POLL_MILLIS);
    }

    private void poll() {
        var listening = tab.ui().addPollListener(_ -> begin());
        tab.atLeave(() -> {
            listening.remove();
            groups.stop();
            tab.ui().setPollInterval(-1);
        });
    }
}
