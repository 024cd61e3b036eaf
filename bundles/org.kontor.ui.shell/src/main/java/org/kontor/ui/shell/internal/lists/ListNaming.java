package org.kontor.ui.shell.internal.lists;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.DocumentType.Name;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.NamesInput;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// The names of a list, for one and for many of its documents, and its icon.
final class ListNaming {
    private static final List<String> ICONS = List.of(
            "list", "library", "folder", "briefcase", "building-2", "store", "shopping-cart", "package", "truck", "car", "map-pin", "globe", "calendar", "clock",
            "banknote", "credit-card", "percent", "ticket", "tag", "star", "heart", "leaf", "target", "trending-up", "graduation-cap", "wrench", "shield", "key",
            "file-text", "image", "paperclip", "phone", "mail", "message-square", "users", "contact", "monitor", "database", "layers", "puzzle", "sparkles", "hourglass");

    private final PageTab tab;
    private final NamesInput one;
    private final NamesInput many;
    private final Div icons = Elements.div("icon-picker");
    private String icon;

    ListNaming(PageTab tab, Portal portal, Optional<Name> start, String icon) {
        this.tab = tab;
        this.icon = icon;
        this.many = new NamesInput(tab, portal, "list-many", text("lists.many"), start.map(Name::many), () -> {});
        this.one = new NamesInput(tab, portal, "list-one", text("lists.one"), start.map(Name::one), () -> {});
        icons.getElement().setAttribute("role", "group").setAttribute("aria-label", text("lists.icon"));
        draw();
    }

    List<Component> content() {
        return List.of(
                Elements.div("form-line", Elements.text("form-name", text("lists.many")), many.content(), Elements.text("quiet small", text("lists.many.hint"))),
                Elements.div("form-line", Elements.text("form-name", text("lists.one")), one.content(), Elements.text("quiet small", text("lists.one.hint"))),
                Elements.div("form-line", Elements.text("form-name", text("lists.icon")), icons));
    }

    void focus() {
        many.focus();
    }

    /// Both names; empty when one is not given in any language.
    Optional<Name> name() {
        return one.read().flatMap(each -> many.read().map(all -> new Name(each, all)));
    }

    String icon() {
        return icon;
    }

    private void draw() {
        icons.removeAll();
        ICONS.forEach(name -> {
            NativeButton button = Elements.iconButton(name, text("lists.icon-named", Label.verbatim(name)), () -> choose(name));
            button.getElement().setAttribute("aria-pressed", Boolean.toString(name.equals(icon)));
            icons.add(Elements.test(button, "icon-" + name));
        });
    }

    private void choose(String name) {
        icon = name;
        icons.getChildren().forEach(button -> button.getElement().setAttribute("aria-pressed", Boolean.toString(("icon-" + name).equals(button.getElement().getAttribute("data-test")))));
    }

    private String text(String key, Object... arguments) {
        return tab.text(Label.of(key, arguments));
    }
}
