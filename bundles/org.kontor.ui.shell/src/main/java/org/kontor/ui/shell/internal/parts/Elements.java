package org.kontor.ui.shell.internal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kontor.api.documents.Stage;

/// The small pieces all pages are made of, dressed by the theme's classes.
public final class Elements {
    private Elements() {}

    public static Div div(String classes, Component... children) {
        Div div = new Div(children);
        div.addClassNames(classes.split(" "));
        return div;
    }

    public static Span text(String classes, String text) {
        Span span = new Span(text);
        if (!classes.isEmpty()) {
            span.addClassNames(classes.split(" "));
        }
        return span;
    }

    /// An icon of the theme's set; decoration only, hidden from screen readers.
    public static Span icon(String name) {
        Span icon = new Span();
        icon.addClassName("icon");
        icon.getStyle().set("--icon", "url(/kontor/icons/" + name + ".svg)");
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }

    public static NativeButton button(String classes, String icon, String text, Runnable click) {
        NativeButton button = new NativeButton();
        button.addClassNames(("button " + classes).strip().split(" "));
        button.getElement().setAttribute("type", "button");
        if (!icon.isEmpty()) {
            button.add(icon(icon));
        }
        button.add(new Text(text));
        button.addClickListener(_ -> click.run());
        return button;
    }

    /// A button that shows only its icon; `name` is what screen readers say.
    public static NativeButton iconButton(String icon, String name, Runnable click) {
        NativeButton button = button("plain icon-only", icon, "", click);
        named(button, name);
        return button;
    }

    public static <C extends Component> C named(C component, String name) {
        component.getElement().setAttribute("aria-label", name);
        component.getElement().setAttribute("title", name);
        return component;
    }

    /// Marks what tests look for.
    public static <C extends Component> C test(C component, String id) {
        component.getElement().setAttribute("data-test", id);
        return component;
    }

    public static Anchor link(String path, Component... children) {
        Anchor anchor = new Anchor("/" + path);
        anchor.add(children);
        anchor.getElement().setAttribute("router-link", true);
        return anchor;
    }

    public static Span dot(Stage stage) {
        Span dot = text("dot stage-" + stage.colour(), "");
        dot.getElement().setAttribute("aria-hidden", "true");
        return dot;
    }

    public static Span avatar(String name) {
        String initials = Arrays.stream(name.strip().split("\\s+")).limit(2).filter(part -> !part.isEmpty())
                .map(part -> part.substring(0, part.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)).collect(Collectors.joining());
        Span avatar = text("avatar", "");
        avatar.getElement().setAttribute("data-initials", initials);
        avatar.getElement().setAttribute("aria-hidden", "true");
        return avatar;
    }

    public static Div note(String kind, String icon, String text) {
        return div(("note " + kind).strip(), icon(icon), text("grow", text));
    }

    public static Div empty(String icon, String title, String hint) {
        return div("empty", div("disc", icon(icon)), new H2(title), new Paragraph(hint));
    }
}
