package org.kontor.ui.shell.internal.card;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.access.Operation;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Layouts;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.Contributions;

/// The sections of the card with their fields (CARD-2): values to be looked at and edited one by one, a section at once, or, for who may configure, the sections themselves.
final class CardSections {
    private record Drawn(Layouts.Card card, List<Field<?>> fields) {}

    private final OpenDocument open;
    private final Contributions contributions;
    private final CardLayout layout;
    private final Div content = Elements.div("card-sections");
    private final Map<Field<?>, FieldCell> cells = new HashMap<>();
    private final Map<String, Div> bodies = new HashMap<>();
    private Optional<Drawn> drawn = Optional.empty();
    private Optional<SectionForm> form = Optional.empty();
    private Optional<ArrangeSections> arranging = Optional.empty();

    CardSections(OpenDocument open, Contributions contributions) {
        this.open = open;
        this.contributions = contributions;
        this.layout = new CardLayout(open, this::update);
        update();
    }

    Component content() {
        return content;
    }

    /// Shows present values; draws anew only when sections or fields are others, and keeps what is being edited even then.
    void update() {
        DocumentType type = open.type();
        List<Field<?>> fields = type.fields().stream().filter(field -> !type.title().equals(field) && !type.responsible().equals(Optional.of(field))).toList();
        Drawn wanted = new Drawn(layout.card(), fields);
        if (arranging.isPresent()) {
            arranging.get().update();
            return;
        }
        if (!drawn.equals(Optional.of(wanted))) {
            draw(wanted);
        }
        cells.values().forEach(FieldCell::update);
        form.ifPresent(SectionForm::update);
    }

    void dropForeignEditors() {
        cells.values().forEach(FieldCell::dropForeignEditor);
    }

    private void draw(Drawn wanted) {
        drawn = Optional.of(wanted);
        cells.keySet().retainAll(new HashSet<>(wanted.fields()));
        content.removeAll();
        bodies.clear();
        form = form.filter(open -> wanted.card().sections().stream().anyMatch(section -> section.id().equals(open.sectionId())));
        wanted.card().sections().forEach(section -> content.add(section(section, wanted.fields())));
    }

    private List<Field<?>> fields(Layouts.Section section, List<Field<?>> all) {
        return section.fieldIds().stream().<Field<?>>flatMap(id -> all.stream().filter(field -> field.id().equals(id))).toList();
    }

    private Component section(Layouts.Section section, List<Field<?>> all) {
        String title = open.tab().text(section.title());
        H3 heading = new H3(title);
        Div head = Elements.div("section-top", heading, Elements.div("grow"));
        if (open.may(Operation.CHANGE) && !fields(section, all).isEmpty()) {
            head.add(Elements.test(Elements.named(Elements.button("plain small-button", "pencil", text("card.section.edit"), () -> edit(section.id())), open.tab().text(Label.of("card.section.edit-named", title))), "edit-section"));
        }
        if (layout.mayArrange()) {
            head.add(Elements.test(Elements.iconButton("sliders-horizontal", open.tab().text(Label.of("card.section.arrange", title)), this::arrange), "arrange"));
        }
        Div body = Elements.div("section-body");
        bodies.put(section.id(), body);
        Optional<SectionForm> editing = form.filter(each -> each.sectionId().equals(section.id()));
        body.add(editing.map(SectionForm::content).orElseGet(() -> grid(section, all)));
        Div whole = Elements.div("card-section", head, body);
        whole.getElement().setAttribute("role", "group").setAttribute("aria-label", title).setAttribute("data-section", section.id());
        return Elements.test(whole, "section");
    }

    private Component grid(Layouts.Section section, List<Field<?>> all) {
        Div grid = Elements.div("fields");
        for (Field<?> field : fields(section, all)) {
            FieldCell cell = cells.computeIfAbsent(field, fresh -> new FieldCell(open, contributions, fresh));
            grid.add(cell.label(), cell.content());
        }
        return grid;
    }

    private void edit(String sectionId) {
        form.ifPresent(SectionForm::close);
        Drawn now = drawn.orElseThrow();
        now.card().sections().stream().filter(section -> section.id().equals(sectionId)).findFirst().ifPresent(section -> {
            SectionForm fresh = new SectionForm(open, contributions, sectionId, fields(section, now.fields()), this::closed);
            form = Optional.of(fresh);
            Div body = bodies.get(sectionId);
            if (body != null) {
                body.removeAll();
                body.add(fresh.content());
            }
            fresh.focus();
        });
    }

    private void closed() {
        form = Optional.empty();
        drawn = Optional.empty();
        if (open.present()) {
            update();
        }
    }

    /// Lets sections be laid out; also asked for from the card's menu.
    void arrange() {
        form = Optional.empty();
        ArrangeSections made = new ArrangeSections(open, layout, () -> {
            arranging = Optional.empty();
            drawn = Optional.empty();
            update();
            content.getElement().executeJs("setTimeout(() => this.querySelector('[data-test=arrange]')?.focus())");
        });
        arranging = Optional.of(made);
        content.removeAll();
        content.add(made.content());
        made.focus();
    }

    boolean mayArrange() {
        return layout.mayArrange();
    }

    private String text(String key) {
        return open.tab().text(Label.of(key));
    }
}
