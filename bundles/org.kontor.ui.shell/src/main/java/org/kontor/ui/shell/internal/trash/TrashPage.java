package org.kontor.ui.shell.internal.trash;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Trash.Thrown;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// The trash of all types the viewer may see, or of one.
public final class TrashPage {
    private static final int PAGE = 50;

    private final PageTab tab;
    private final Portal portal;
    private final List<DocumentType> types;
    private final Div chips = Elements.div("row wrap chips");
    private final Div lines = Elements.test(Elements.div("panel flush trash-list"), "trash");
    private final Div empty = new Div();
    private final NativeButton more;
    private final Div page;
    private final Map<DocumentRef, Component> shown = new HashMap<>();
    private Optional<String> chosen;
    private TrashFeed feed;

    public TrashPage(PageTab tab, Portal portal, Map<String, String> query) {
        this.tab = tab;
        this.portal = portal;
        types = portal.types.all().stream().filter(type -> type.listed() && portal.access.reach(tab.actor(), type.id(), Operation.READ) != Reach.NONE).toList();
        chosen = Optional.ofNullable(query.get("type")).filter(id -> types.stream().anyMatch(type -> type.id().equals(id)));
        feed = feed();
        more = Elements.test(Elements.button("plain", "", tab.text(Label.of("list.more")), this::more), "trash-more");
        Paragraph hint = new Paragraph(portal.trash.days().map(days -> tab.text(Label.of("trash.hint.days", days))).orElseGet(() -> tab.text(Label.of("trash.hint"))));
        hint.addClassName("quiet");
        chips.getElement().setAttribute("role", "group").setAttribute("aria-label", tab.text(Label.of("trash.types")));
        page = Elements.div("page", Elements.div("settings-head", new H1(tab.text(Label.of("trash.page"))), hint), chips, lines, empty, Elements.div("more", more));
        draw();
    }

    public Component content() {
        return page;
    }

    private TrashFeed feed() {
        List<String> wanted = chosen.map(List::of).orElseGet(() -> types.stream().map(DocumentType::id).toList());
        return new TrashFeed(wanted, (typeId, after) -> portal.trash.find(typeId, PAGE, after, tab.actor()));
    }

    private void choose(Optional<String> typeId) {
        chosen = typeId;
        feed = feed();
        tab.keep(typeId.map(id -> Map.of("type", id)).orElse(Map.of()), true);
        draw();
    }

    private void draw() {
        chips.removeAll();
        chips.add(chip(Optional.empty(), tab.text(Label.of("trash.all")), ""));
        types.forEach(type -> chips.add(chip(Optional.of(type.id()), tab.text(type.many()), type.icon())));
        lines.removeAll();
        shown.clear();
        more();
    }

    private NativeButton chip(Optional<String> typeId, String name, String icon) {
        NativeButton chip = new NativeButton();
        chip.addClassName("chip");
        chip.getElement().setAttribute("type", "button");
        if (!icon.isEmpty()) {
            chip.add(Elements.icon(icon));
        }
        chip.add(Elements.text("", name));
        chip.getElement().setAttribute("aria-pressed", Boolean.toString(typeId.equals(chosen)));
        chip.addClickListener(_ -> choose(typeId));
        return Elements.test(chip, "trash-type-" + typeId.orElse("all"));
    }

    private void more() {
        feed.take(PAGE).forEach(this::add);
        more.setVisible(feed.more());
        settle();
    }

    private void add(Thrown thrown) {
        DocumentRef ref = thrown.document().ref();
        types.stream().filter(type -> type.id().equals(ref.type())).findFirst().ifPresent(type -> {
            Component line = new TrashLine(tab, portal, type, thrown, () -> remove(ref)).content();
            shown.put(ref, line);
            lines.add(line);
        });
    }

    private void remove(DocumentRef ref) {
        Optional.ofNullable(shown.remove(ref)).ifPresent(lines::remove);
        settle();
    }

    private void settle() {
        empty.removeAll();
        if (shown.isEmpty()) {
            empty.add(Elements.empty("trash-2", tab.text(Label.of("trash.none")), tab.text(Label.of("trash.none.hint"))));
        }
        lines.setVisible(!shown.isEmpty());
    }
}
