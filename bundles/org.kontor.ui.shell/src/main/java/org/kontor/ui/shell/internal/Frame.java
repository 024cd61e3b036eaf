package org.kontor.ui.shell.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.labels.Label;
import org.kontor.ui.api.HeaderItem;
import org.kontor.ui.api.MenuEntry;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.Contributions;
import org.kontor.ui.shell.internal.tab.Portal;

/// Menu, header, and the place for the page.
final class Frame {
    private record Line(String path, String icon, String name, int order) {}

    private final ShellTab tab;
    private final Portal portal;
    private final Contributions contributions;
    private final Div root = Elements.div("frame");
    private final Nav side = new Nav();
    private final Header top = new Header();
    private final Main content = new Main();
    private final List<Anchor> entries = new ArrayList<>();

    Frame(ShellTab tab, Portal portal, Contributions contributions) {
        this.tab = tab;
        this.portal = portal;
        this.contributions = contributions;
        side.addClassName("side");
        top.addClassName("top");
        content.addClassName("content");
        root.add(side, Elements.div("main", top, content));
        side.getElement().setAttribute("aria-label", tab.text(Label.of("shell.menu")));
        refresh("");
        Shortcuts.addShortcutListener(root, this::palette, Key.KEY_K, KeyModifier.CONTROL).setBrowserDefaultAllowed(false);
    }

    Component content() {
        return root;
    }

    void show(Component page, String path) {
        content.removeAll();
        content.add(page);
        root.removeClassName("menu-open");
    }

    void close() {
        content.removeAll();
        top.removeAll();
    }

    /// Shows which entry of the menu is open.
    void mark(String path) {
        for (Anchor entry : entries) {
            String target = entry.getHref().substring(1);
            boolean current = target.isEmpty() ? path.isEmpty() : path.equals(target) || path.startsWith(target + "/");
            if (current) {
                entry.getElement().setAttribute("aria-current", "page");
            } else {
                entry.getElement().removeAttribute("aria-current");
            }
        }
    }

    /// Draws menu and header anew.
    void refresh(String path) {
        side.removeAll();
        entries.clear();
        Image logo = new Image("/kontor/logo.svg", "");
        Anchor brand = Elements.link("", logo, Elements.text("", "Kontor"));
        brand.addClassName("brand");
        side.add(brand);
        lines().forEach(line -> side.add(entry(line)));
        side.add(Elements.div("spacer"), entry(new Line("settings", "settings", tab.text(Label.of("shell.settings")), 0)));
        mark(path);
        header();
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("", "house", tab.text(Label.of("shell.home")), -1000));
        for (DocumentType type : portal.types.all()) {
            if (type.listed() && portal.access.reach(tab.actor(), type.id(), Operation.READ) != Reach.NONE) {
                lines.add(new Line(type.id(), type.icon(), tab.text(type.many()), 100));
            }
        }
        for (MenuEntry entry : contributions.menu()) {
            if (entry.isFor(tab)) {
                lines.add(new Line(entry.path(), entry.icon(), tab.text(entry.name()), entry.order()));
            }
        }
        lines.sort(Comparator.comparingInt(Line::order));
        return lines;
    }

    private Anchor entry(Line line) {
        Anchor anchor = Elements.link(line.path(), Elements.icon(line.icon()), Elements.text("", line.name()));
        anchor.addClassName("entry");
        Elements.test(anchor, "menu-" + line.path());
        entries.add(anchor);
        return anchor;
    }

    private void header() {
        top.removeAll();
        NativeButton menu = Elements.iconButton("menu", tab.text(Label.of("shell.menu")), () -> root.addClassName("menu-open"));
        menu.addClassName("menu-toggle");
        NativeButton find = Elements.button("find", "search", "", this::palette);
        find.add(Elements.text("words", tab.text(Label.of("shell.find"))));
        Element key = new Element("kbd");
        key.setText("Ctrl K");
        find.getElement().appendChild(key);
        top.add(menu, Elements.test(find, "find"), Elements.div("grow"));
        for (HeaderItem item : contributions.headerItems()) {
            top.add(tab.guarded(() -> item.open(tab)));
        }
        top.add(new PersonMenu(tab).content());
    }

    private void palette() {
        new Palette(tab, portal, contributions).open();
    }
}
