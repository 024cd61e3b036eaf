package org.kontor.notifications.ui.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Notation;
import org.kontor.api.labels.Label;
import org.kontor.notifications.Notification;
import org.kontor.ui.api.Viewer;

/// How a notification is shown: what it says, about what, and when.
record Lines(Notation notation, DocumentTypes types) {
    private static final Field<Instant> MOMENT = Field.of("moment", new Kind.Moment());

    Component line(Document notification, Viewer viewer, Runnable open) {
        boolean unread = !notification.get(Notification.READ).orElse(false);
        String kind = notification.get(Notification.ABOUT).flatMap(ref -> types.find(ref.type())).map(DocumentType::one).map(viewer::text).orElse("");
        Span text = new Span(notification.get(Notification.TEXT).orElse(""));
        text.addClassName("bell-text");
        Span below = new Span((kind.isEmpty() ? "" : kind + " · ") + notation.show(MOMENT, notification.created(), viewer.habits()));
        below.addClassNames("quiet", "small");
        Div words = new Div(text, below);
        words.addClassName("bell-words");
        NativeButton line = new NativeButton();
        line.add(icon(notification.get(Notification.ABOUT).flatMap(ref -> types.find(ref.type())).map(DocumentType::icon).orElse("bell")), words);
        if (unread) {
            Span news = new Span(viewer.text(Label.of("notifications.unread")));
            news.addClassName("out-of-sight");
            line.add(news);
        }
        line.addClickListener(_ -> open.run());
        line.addClassName("bell-line");
        line.getElement().setAttribute("type", "button").setAttribute("data-test", "notification").setAttribute("data-unread", Boolean.toString(unread));
        return line;
    }

    static Span icon(String name) {
        Span icon = new Span();
        icon.addClassName("icon");
        icon.getStyle().set("--icon", "url(/kontor/icons/" + name + ".svg)");
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }
}
