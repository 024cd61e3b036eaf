package org.kontor.ui.shell.internal.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        this.pages = contributions.settings();
    }

    /// The page at `settings/<path>`, or what it has below that; the overview for an empty path.
    public Component open(String path) {
        if (path.isEmpty()) {
            return overview();
        }
        List<String> segments = List.of(path.split("/"));
        Optional<SettingsPage> page = pages.stream().filter(each -> each.path().equals(segments.getFirst())).findFirst();
        if (page.isPresent() && !page.get().isFor(tab)) {
            return Elements.div("page", back(), Elements.empty("shield", tab.text(Label.of("settings.no-right")), tab.text(Label.of("settings.no-right.hint"))));
        }
        return page.flatMap(each -> segments.size() == 1 ? Optional.of(framed(each)) : below(each, segments.subList(1, segments.size()))).orElseGet(() -> Elements.div("page", back(), Elements.empty(
                "settings", tab.text(Label.of("shell.not-found")), tab.text(Label.of("shell.not-found.hint", "/settings/" + path)))));
    }

    /// What a page has at an address below its own.
    private Optional<Component> below(SettingsPage page, List<String> rest) {
        Component nothing = new Div();
        String up = Stream.concat(Stream.of("settings", page.path()), rest.subList(0, rest.size() - 1).stream()).collect(Collectors.joining("/"));
        Component content = tab.guarded(() -> page.open(rest, tab).orElse(nothing));
        return content == nothing ? Optional.empty() : Optional.of(Elements.div("page", back(up, page.title()), content));
    }

    private Component overview() {
        Div cards = Elements.div("settings-cards");
        pages.stream().filter(page -> page.isFor(tab)).forEach(page -> cards.add(card(page)));
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
        return Elements.div("page", back(), head(tab.text(page.title()), tab.text(page.hint())), tab.guarded(() -> page.open(tab)));
    }

    private Component back() {
        return back("settings", Label.of("shell.settings"));
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
