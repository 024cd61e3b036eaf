package org.kontor.ui.shell.internal.card;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.kontor.api.access.Operation;
import org.kontor.api.documents.HistoryEntry;
import org.kontor.api.documents.HistoryEntry.Act;
import org.kontor.api.documents.Pins;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;

/// The feed of the document: what was pinned on top (TL-3), then what happened, newest first.
final class Timeline {
    private static final Set<Act> ASIDE = EnumSet.of(Act.VIEWED, Act.PINNED, Act.UNPINNED);

    private final OpenDocument open;
    private final EntryPages pages;
    private final UnorderedList pinned = new UnorderedList();
    private final Div top;
    private final Div content;
    private List<HistoryEntry> shown = List.of();

    Timeline(OpenDocument open) {
        this.open = open;
        this.pages = new EntryPages(open, entry -> !ASIDE.contains(entry.act()), new EntryLine(open, _ -> true, entry -> List.of(pin(entry)), _ -> List.of()));
        pinned.addClassName("timeline");
        top = Elements.test(Elements.div("pinned", Elements.div("row small quiet", Elements.icon("pin"), Elements.text("", open.tab().text(Label.of("card.pinned")))), pinned), "pinned");
        content = Elements.div("stack", top, pages.content());
        pins();
    }

    Component content() {
        return content;
    }

    /// Adds what happened since.
    void update() {
        pages.update();
        pins();
    }

    private void pins() {
        List<HistoryEntry> now = open.portal().pins.of(open.ref(), open.tab().actor());
        if (!now.equals(shown) || now.isEmpty()) {
            shown = now;
            pinned.removeAll();
            EntryLine lines = new EntryLine(open, _ -> true, entry -> List.of(unpin(entry)), _ -> List.of());
            now.forEach(entry -> pinned.add(lines.of(entry)));
            top.setVisible(!now.isEmpty());
        }
    }

    private NativeButton pin(HistoryEntry entry) {
        NativeButton button = Elements.iconButton("pin", open.tab().text(Label.of("card.pin")), () -> answered(open.portal().pins.pin(open.ref(), entry.occurrence().position(), open.tab().actor())));
        button.setVisible(open.may(Operation.CHANGE));
        return Elements.test(button, "pin");
    }

    private NativeButton unpin(HistoryEntry entry) {
        NativeButton button = Elements.iconButton("pin-off", open.tab().text(Label.of("card.unpin")), () -> answered(open.portal().pins.unpin(open.ref(), entry.occurrence().position(), open.tab().actor())));
        button.setVisible(open.may(Operation.CHANGE));
        return Elements.test(button, "unpin");
    }

    private void answered(Pins.Pinning answer) {
        if (answer instanceof Pins.Pinning.Refused(Label reason)) {
            open.tab().tell(reason);
        }
        pins();
        open.announce();
    }
}
