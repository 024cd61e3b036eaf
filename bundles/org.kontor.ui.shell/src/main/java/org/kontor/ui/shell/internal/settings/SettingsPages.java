package org.kontor.ui.shell.internal.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;
import org.kontor.api.labels.Label;
import org.kontor.ui.api.SettingsPage;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.Contributions;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// The settings: an overview of what bundles contribute, and the frame each contributed page is shown in.
public final class SettingsPages {
    private final PageTab tab;
    private final List<SettingsPage> pages;

    public SettingsPages(PageTab tab, Portal portal, Contributions contributions) {
        this.tab = tab;
        this.pages = contributions.settings().stream().filter(page -> page.isFor(tab)).toList();
    }

    /// The page at `settings/<path>`, or what lies behind it; the overview for an empty path.
    public Component open(String path) {
        if (path.isEmpty()) {
            return overview();
        }
        List<String> parts = List.of(path.split("/"));
        Optional<SettingsPage> page = pages.stream().filter(each -> each.path().equals(parts.getFirst())).findFirst();
        return page.map(each -> parts.size() == 1 ? framed(each) : tab.guarded(() -> behind(each, parts))).orElseGet(() -> nothing(path));
    }

    private Component behind(SettingsPage page, List<String> parts) {
        Component up = back("settings/" + String.join("/", parts.subList(0, parts.size() - 1)), page.title());
        Optional<Component> content = page.open(parts.subList(1, parts.size()), tab);
        return content.<Component>map(there -> Elements.div("page", up, there)).orElseGet(() -> nothing(String.join("/", parts)));
    }

    private Component nothing(String path) {
        return Elements.div("page", back("settings", Label.of("shell.settings")), Elements.empty(
                "settings", tab.text(Label.of("shell.not-found")), tab.text(Label.of("shell.not-found.hint", "/settings/" + path))));
    }

    private Component overview() {
        Div cards = Elements.div("settings-cards");
        pages.forEach(page -> cards.add(card(page)));
        return Elements.div("page", head(tab.text(Label.of("shell.settings")), tab.text(Label.of("settings.hint"))), cards);
    }

    private Component card(SettingsPage page) {
        H2 title = new H2(tab.text(page.title()));
        Paragraph hint = new Paragraph(tab.text(page.hint()));
        hint.addClassNames("quiet", "small");
        Anchor card = Elements.link("settings/" + page.path(), Elements.div("disc", Elements.icon(page.icon())), Elements.div("grow", title, hint), Elements.icon("chevron-right"));
        card.addClassName("settings-card");
        return Elements.test(card, "settings-" + page.path());
    }

    private Component framed(SettingsPage page) {
        return Elements.div("page", back("settings", Label.of("shell.settings")), head(tab.text(page.title()), tab.text(page.hint())), tab.guarded(() -> page.open(tab)));
    }

    private Component back(String path, Label name) {
        Anchor back = Elements.link(path, Elements.icon("chevron-left"), Elements.text("", tab.text(name)));
        back.addClassName("back");
        return back;
    }

    private static Component head(String title, String hint) {
        Paragraph below = new Paragraph(hint);
        below.addClassName("quiet");
        Div head = Elements.div("settings-head", new H1(title), below);
        return head;
    }
}
