package org.kontor.notifications.ui.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.dom.Element;
import java.util.List;
import org.kontor.api.documents.Document;
import org.kontor.api.labels.Label;
import org.kontor.notifications.Inbox;
import org.kontor.notifications.Notification;
import org.kontor.ui.api.PluginFiles;
import org.kontor.ui.api.Viewer;

/// The bell in one tab: a counter that is always right, and the latest notifications on a click.
final class OpenBell {
    private static final int SHOWN = 20;
    private static final int COUNTED = 99;

    private final Viewer viewer;
    private final Inbox inbox;
    private final Lines lines;
    private final NativeButton button = new NativeButton();
    private final Span count = new Span();
    private final Div list = new Div();
    private final NativeButton all;
    private final Popover popover = new Popover();
    private final Div content = new Div();
    private Runnable stop = () -> {};

    OpenBell(Viewer viewer, Inbox inbox, Feed feed, Lines lines) {
        this.viewer = viewer;
        this.inbox = inbox;
        this.lines = lines;
        content.addClassName("bell-place");
        button.addClassNames("button", "plain", "icon-only", "bell");
        button.getElement().setAttribute("type", "button").setAttribute("data-test", "bell");
        count.addClassNames("badge", "alert");
        count.getElement().setAttribute("data-test", "bell-count").setAttribute("aria-hidden", "true");
        button.add(Lines.icon("bell"), count);
        all = new NativeButton(text("notifications.read-all"), _ -> inbox.readAll(viewer.actor()));
        all.addClassNames("button", "plain");
        all.getElement().setAttribute("type", "button").setAttribute("data-test", "read-all");
        list.addClassName("bell-list");
        Div head = new Div(new H2(text("notifications.title")), all);
        head.addClassName("bell-head");
        popover.add(head, list);
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setWidth("min(400px, 94vw)");
        popover.getElement().setAttribute("aria-label", text("notifications.title"));
        popover.addOpenedChangeListener(event -> button.getElement().setAttribute("aria-expanded", Boolean.toString(event.isOpened())));
        Element style = new Element("link");
        style.setAttribute("rel", "stylesheet").setAttribute("href", PluginFiles.address(OpenBell.class, "bell.css"));
        content.getElement().appendChild(style);
        content.add(button, popover);
        content.addAttachListener(_ -> {
            stop.run();
            stop = feed.listen(() -> viewer.later(this::draw));
            draw();
        });
        content.addDetachListener(_ -> stop.run());
    }

    Component content() {
        return content;
    }

    private void draw() {
        List<Document> latest = inbox.latest(viewer.actor());
        long unread = latest.stream().filter(each -> !each.get(Notification.READ).orElse(false)).count();
        count.setText(unread > COUNTED ? COUNTED + "+" : Long.toString(unread));
        count.setVisible(unread > 0);
        all.setVisible(unread > 0);
        String name = unread > 0 ? viewer.text(Label.of("notifications.bell", count.getText())) : text("notifications.bell.quiet");
        button.getElement().setAttribute("aria-label", name).setAttribute("title", name);
        list.removeAll();
        latest.stream().limit(SHOWN).forEach(each -> list.add(lines.line(each, viewer, () -> open(each))));
        if (latest.isEmpty()) {
            Paragraph none = new Paragraph(text("notifications.none"));
            none.addClassNames("quiet", "bell-none");
            list.add(none);
        }
    }

    private void open(Document notification) {
        popover.close();
        inbox.read(notification.ref(), viewer.actor());
        notification.get(Notification.ABOUT).ifPresent(viewer::open);
    }

    private String text(String key) {
        return viewer.text(Label.of(key));
    }
}
