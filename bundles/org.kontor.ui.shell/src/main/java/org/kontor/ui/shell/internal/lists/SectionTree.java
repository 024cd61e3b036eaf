package org.kontor.ui.shell.internal.lists;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.CustomTypes.Section;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Refusal;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Control;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// The sections of a list: added, renamed, moved, and deleted when they are empty.
final class SectionTree {
    private final PageTab tab;
    private final Portal portal;
    private final String typeId;
    private final Div tree = Elements.div("section-tree");
    private final Div note = Elements.div("stack");
    private SectionOrder order = new SectionOrder(List.of());
    private long open;

    SectionTree(PageTab tab, Portal portal, String typeId) {
        this.tab = tab;
        this.portal = portal;
        this.typeId = typeId;
        note.getElement().setAttribute("role", "alert");
    }

    /// The field that says in which section a document lies; none for a list without sections.
    static Optional<Field<?>> of(DocumentType type) {
        return type.field(SectionFilter.FIELD).filter(field -> type.custom() && !field.custom());
    }

    Component content() {
        draw();
        return Elements.test(Elements.div("panel stack", new H2(text("lists.sections")), Elements.text("quiet small", text("lists.sections.hint")), tree, note, adding()), "sections");
    }

    private void draw() {
        order = new SectionOrder(portal.customTypes.sections(typeId));
        tree.removeAll();
        if (order.sections().isEmpty()) {
            tree.add(Elements.text("quiet small", text("lists.sections.none")));
        } else {
            tree.add(branch(0));
        }
    }

    private Div branch(long parent) {
        Div branch = Elements.div("section-branch");
        branch.getElement().setAttribute("role", "list");
        List<Section> all = order.in(parent);
        for (Section section : all) {
            Div row = Elements.div("section-item", line(section, all));
            row.getElement().setAttribute("role", "listitem");
            if (section.id() == open) {
                row.add(editor(section));
            }
            if (!order.in(section.id()).isEmpty()) {
                row.add(branch(section.id()));
            }
            branch.add(row);
        }
        return branch;
    }

    private Component line(Section section, List<Section> beside) {
        String name = section.name();
        NativeButton up = Elements.iconButton("arrow-up", text("lists.section.up", name), () -> move(section, -1));
        NativeButton down = Elements.iconButton("arrow-down", text("lists.section.down", name), () -> move(section, 1));
        up.setEnabled(beside.indexOf(section) > 0);
        down.setEnabled(beside.indexOf(section) < beside.size() - 1);
        return Elements.test(Elements.div("section-row", Elements.icon("folder"), Elements.text("grow cut", name), up, down,
                Elements.test(Elements.iconButton("pencil", text("lists.section.change", name), () -> edit(section)), "edit-section"),
                Elements.test(Elements.iconButton("x", text("lists.section.delete", name), () -> delete(section)), "delete-section")), "section-" + section.id());
    }

    private void edit(Section section) {
        open = open == section.id() ? 0 : section.id();
        draw();
    }

    private Component editor(Section section) {
        String[] name = {section.name()};
        long[] parent = {section.parent()};
        Control text = Control.line("text", section.name()).with("aria-label", text("lists.section.name")).with("data-test", "section-name").with("maxlength", "100");
        text.whenSettled((typed, _) -> name[0] = typed.strip());
        Map<String, String> places = new LinkedHashMap<>();
        places.put("0", text("lists.section.top"));
        order.targets(section).forEach(each -> places.put(Long.toString(each.id()), order.way(each)));
        Control into = Control.choice(places, Long.toString(section.parent()), false).with("aria-label", text("lists.section.in")).with("data-test", "section-parent");
        into.whenSettled((id, _) -> parent[0] = Long.parseLong(id));
        text.getElement().executeJs("setTimeout(() => this.focus())");
        NativeButton save = Elements.button("", "check", text("lists.save"), () -> put(
                new Section(section.id(), parent[0], name[0], parent[0] == section.parent() ? section.sort() : order.last(parent[0]))));
        return Elements.div("section-editor", text, into, Elements.test(save, "save-section"));
    }

    private Component adding() {
        String[] name = {""};
        long[] parent = {0};
        Control text = Control.line("text", "").with("aria-label", text("lists.section.new")).with("placeholder", text("lists.section.new")).with("data-test", "new-section").with("maxlength", "100");
        text.whenSettled((typed, _) -> name[0] = typed.strip());
        Div place = new Div();
        NativeButton add = Elements.button("", "plus", text("lists.section.add"), () -> {
            if (put(new Section(0, parent[0], name[0], order.last(parent[0])))) {
                name[0] = "";
                text.getElement().executeJs("this.value = ''; this.focus()");
                targets(place, parent);
            }
        });
        text.getElement().executeJs("this.addEventListener('keydown', e => { if (e.key === 'Enter') { this.blur(); $0.click() } })", add.getElement());
        targets(place, parent);
        return Elements.div("section-editor", text, place, Elements.test(add, "add-section"));
    }

    /// Where the new section goes, as chosen before as long as that is there.
    private void targets(Div place, long[] parent) {
        Map<String, String> places = new LinkedHashMap<>();
        places.put("0", text("lists.section.top"));
        order.inOrder().forEach(each -> places.put(Long.toString(each.id()), order.way(each)));
        Control into = Control.choice(places, Long.toString(parent[0]), false).with("aria-label", text("lists.section.in")).with("data-test", "new-section-parent");
        into.whenSettled((id, _) -> parent[0] = Long.parseLong(id));
        place.removeAll();
        place.add(into);
    }

    private void move(Section section, int by) {
        order.moved(section, by).forEach(this::put);
    }

    private boolean put(Section section) {
        return done(portal.customTypes.put(typeId, section, tab.actor()));
    }

    private void delete(Section section) {
        if (done(portal.customTypes.deleteSection(typeId, section.id(), tab.actor()))) {
            tab.tell(Label.of("lists.section.deleted", section.name()), Label.of("list.undo"), () -> put(new Section(0, section.parent(), section.name(), section.sort())));
        }
    }

    private boolean done(Amendment<Section> amendment) {
        note.removeAll();
        return switch (amendment) {
            case Amendment.Refused<Section>(List<Refusal> reasons) -> {
                reasons.forEach(reason -> note.add(Elements.note("bad", "circle-alert", tab.text(reason.reason()))));
                yield false;
            }
            case Amendment.Done<Section> _ -> {
                open = 0;
                draw();
                yield true;
            }
        };
    }

    private String text(String key, Object... arguments) {
        return tab.text(Label.of(key, arguments));
    }
}
