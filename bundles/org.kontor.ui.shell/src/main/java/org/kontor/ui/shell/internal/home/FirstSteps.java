package org.kontor.ui.shell.internal.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Permission;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// What to do in a portal that holds nothing yet; only what the viewer may.
record FirstSteps(PageTab tab, Portal portal, DocumentType type) {

    Component content() {
        Div steps = Elements.test(Elements.div("settings-cards"), "first-steps");
        boolean imports = portal.access.may(tab.actor(), Permission.IMPORT) && portal.access.reach(tab.actor(), type.id(), Operation.CREATE) != Reach.NONE;
        if (imports) {
            steps.add(step("upload", "import/" + type.id(), Label.of("home.step.import", tab.text(type.many())), "home.step.import.hint"));
        }
        if (portal.access.may(tab.actor(), Permission.ADMINISTER)) {
            steps.add(step("users", "settings/people", Label.of("home.step.people"), "home.step.people.hint"));
        }
        if (portal.access.may(tab.actor(), Permission.CONFIGURE)) {
            steps.add(step("bot", "robots/" + type.id(), Label.of("home.step.robots"), "home.step.robots.hint"));
        }
        Paragraph hint = new Paragraph(tab.text(Label.of("home.new.hint")));
        hint.addClassName("quiet");
        return Elements.div("stack first-steps", Elements.div("settings-head", new H2(tab.text(Label.of("home.new"))), hint), steps);
    }

    private Component step(String icon, String path, Label title, String hint) {
        Paragraph words = new Paragraph(tab.text(Label.of(hint)));
        words.addClassNames("quiet", "small");
        Anchor step = Elements.link(path, Elements.div("disc", Elements.icon(icon)), Elements.div("grow", Elements.text("card-name", tab.text(title)), words), Elements.icon("arrow-right"));
        step.addClassName("settings-card");
        return step;
    }
}
