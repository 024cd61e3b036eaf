package org.kontor.ui.shell.internal.card;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Layouts.Card;
import org.kontor.api.documents.Layouts.Section;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;

/// The sections of the card while they are laid out (CARD-2 to 4, FLD-27): made, renamed, moved, deleted; fields moved, hidden, shown, added, renamed; with the mouse or with keys. Everything holds at
/// once for everybody.
final class ArrangeSections {
    private final OpenDocument open;
    private final CardLayout layout;
    private final Runnable finished;
    private final Div content = Elements.test(Elements.div("arranging"), "arranging");
    private Optional<Card> drawn = Optional.empty();
    private List<Field<?>> fields = List.of();
    private boolean own;

    ArrangeSections(OpenDocument open, CardLayout layout, Runnable finished) {
        this.open = open;
        this.layout = layout;
        this.finished = finished;
        content.getElement().addEventListener("arranged-field", event -> layout.change(
                        here().placed(event.getEventData().get("event.detail.id").asString(), event.getEventData().get("event.detail.section").asString(), event.getEventData().get("event.detail.before").asString()),
                        Label.of("card.layout.field-moved", nameOf(event.getEventData().get("event.detail.id").asString()))))
                .addEventData("event.detail.id").addEventData("event.detail.section").addEventData("event.detail.before");
        content.getElement().addEventListener("arranged-section", event -> layout.change(
                        here().moved(event.getEventData().get("event.detail.id").asString(), event.getEventData().get("event.detail.place").asInt()), Label.of("card.layout.section-moved")))
                .addEventData("event.detail.id").addEventData("event.detail.place");
        update();
        content.getElement().executeJs(ArrangingByHand.SCRIPT);
        content.getElement().executeJs("this.addEventListener('click', e => this.dataset.used = e.target.closest('[data-key]')?.dataset.key ?? '', true)");
    }

    Component content() {
        return content;
    }

    void focus() {
        content.getElement().executeJs("setTimeout(() => this.querySelector('button')?.focus())");
    }

    /// Draws anew when the layout is another one; the focus stays on the button that was used.
    void update() {
        if (!open.present()) {
            return;
        }
        Card card = layout.card();
        boolean changed = !drawn.equals(Optional.of(card)) || own != layout.own() || !fields.equals(open.type().fields());
        if (changed) {
            drawn = Optional.of(card);
            own = layout.own();
            fields = open.type().fields();
            draw(card);
        }
    }

    private void draw(Card card) {
        content.removeAll();
        NativeButton done = Elements.test(Elements.button("primary", "check", text("card.layout.done"), finished), "arranged");
        content.add(Elements.div("arrange-head", new H3(text("card.layout")), Elements.div("grow"), done), Elements.text("quiet small", text("card.layout.hint")));
        layout.pipeline().filter(_ -> open.type().pipelines().size() > 1 || own).ifPresent(way -> content.add(scope(way)));
        for (Section section : card.sections()) {
            content.add(section(card, section));
        }
        content.add(Elements.test(Elements.button("", "plus", text("card.layout.add-section"), this::addSection), "add-section"));
        hidden(card).ifPresent(content::add);
        content.getElement().executeJs("""
                setTimeout(() => {
                  const key = this.dataset.used;
                  const find = name => this.querySelector('[data-key="' + CSS.escape(name) + '"]:not(:disabled)');
                  if (!key || ![null, document.body].includes(document.activeElement)) return;
                  const other = key.startsWith('up-') ? key.replace('up-', 'down-') : key.replace('down-', 'up-');
                  (find(key) ?? find(other) ?? find(key.replace('hide-', 'show-')) ?? find(key.replace('show-', 'hide-')) ?? this.querySelector('button'))?.focus();
                })""");
    }

    private Component scope(Pipeline way) {
        Div both = Elements.div("segmented");
        both.getElement().setAttribute("role", "group").setAttribute("aria-label", text("card.layout.scope"));
        NativeButton all = Elements.test(Elements.button("", "", text("card.layout.all"), () -> {
            if (own) {
                layout.join();
            }
        }), "layout-all");
        NativeButton one = Elements.test(Elements.button("", "", open.tab().text(Label.of("card.layout.only", way.name())), () -> {
            if (!own) {
                layout.separate();
            }
        }), "layout-own");
        all.getElement().setAttribute("aria-pressed", Boolean.toString(!own));
        one.getElement().setAttribute("aria-pressed", Boolean.toString(own));
        both.add(all, one);
        return both;
    }

    private Component section(Card card, Section section) {
        String title = open.tab().text(section.title());
        int place = card.sections().indexOf(section);
        Div head = Elements.div("arrange-section-head", grip(), Elements.text("strong grow", title));
        head.add(act("pencil", "card.layout.rename", title, "rename-" + section.id(), () -> rename(section)),
                enabled(place > 0, act("chevron-up", "card.layout.up", title, "up-" + section.id(), () -> move(section, place - 1))),
                enabled(place < card.sections().size() - 1, act("chevron-down", "card.layout.down", title, "down-" + section.id(), () -> move(section, place + 1))),
                enabled(card.sections().size() > 1, act("trash-2", "card.layout.delete", title, "delete-" + section.id(), () -> layout.change(here().without(section.id()), Label.of("card.layout.deleted", section.title())))));
        Div list = Elements.div("arrange-fields");
        shown(section).forEach(field -> list.add(field(field)));
        list.getElement().setAttribute("data-section", section.id());
        Div whole = Elements.div("arrange-section", head, list, Elements.test(Elements.button("plain small-button", "plus", text("card.layout.add-field"), () -> addField(section)), "add-field-" + section.id()));
        whole.getElement().setAttribute("draggable", "true").setAttribute("data-section", section.id()).setAttribute("role", "group").setAttribute("aria-label", title);
        return Elements.test(whole, "arrange-section");
    }

    private List<Field<?>> shown(Section section) {
        return section.fieldIds().stream().<Field<?>>flatMap(id -> open.type().field(id).stream()).filter(field -> inSections().contains(field.id())).toList();
    }

    /// What sections show: all but title and responsible, which stand in the head.
    private Set<String> inSections() {
        return open.type().fields().stream().filter(field -> !field.equals(open.type().title()) && !open.type().responsible().equals(Optional.of(field))).map(Field::id).collect(Collectors.toSet());
    }

    private Component field(Field<?> field) {
        String name = open.tab().text(open.type().nameOf(field));
        Div line = Elements.div("arrange-field", grip(), Elements.text("grow", name));
        if (field.custom()) {
            line.add(act("pencil", "card.layout.rename", name, "rename-" + field.id(), () -> rename(field)));
        }
        line.add(act("chevron-up", "card.layout.up", name, "up-" + field.id(), () -> step(field, true)),
                act("chevron-down", "card.layout.down", name, "down-" + field.id(), () -> step(field, false)),
                act("eye-off", "card.layout.hide", name, "hide-" + field.id(), () -> layout.change(here().hiding(field.id()), Label.of("card.layout.hidden-now", open.type().nameOf(field)))));
        line.getElement().setAttribute("draggable", "true").setAttribute("data-field", field.id());
        return Elements.test(line, "arrange-" + field.id());
    }

    private Optional<Component> hidden(Card card) {
        List<Field<?>> all = open.type().fields().stream().<Field<?>>filter(field -> card.hidden().contains(field.id())).toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Div list = Elements.div("arrange-section hidden-fields", Elements.div("arrange-section-head", Elements.text("strong", text("card.layout.hidden"))));
        for (Field<?> field : all) {
            String name = open.tab().text(open.type().nameOf(field));
            list.add(Elements.div("arrange-field", Elements.text("grow quiet", name), act("eye", "card.layout.show", name, "show-" + field.id(),
                    () -> layout.change(here().placed(field.id(), layout.card().sections().getLast().id(), ""), Label.of("card.layout.shown-now", open.type().nameOf(field))))));
        }
        return Optional.of(list);
    }

    private static Component grip() {
        Component grip = Elements.icon("grip-vertical");
        grip.addClassName("grip");
        return grip;
    }

    private NativeButton act(String icon, String key, String name, String test, Runnable act) {
        NativeButton button = Elements.iconButton(icon, open.tab().text(Label.of(key, name)), act);
        button.getElement().setAttribute("data-key", test);
        return Elements.test(button, test);
    }

    private static NativeButton enabled(boolean possible, NativeButton button) {
        button.setEnabled(possible);
        return button;
    }

    private Arrangement here() {
        return new Arrangement(layout.card());
    }

    private void move(Section section, int place) {
        layout.change(here().moved(section.id(), place), Label.of("card.layout.section-moved"));
    }

    private void step(Field<?> field, boolean up) {
        layout.change(here().stepped(field.id(), up, inSections()), Label.of("card.layout.field-moved", open.type().nameOf(field)));
    }

    private void addSection() {
        ask("card.layout.add-section", Optional.empty(), title -> {
            layout.change(here().with(title), Label.of("card.layout.added", title));
            return Optional.empty();
        });
    }

    private void rename(Section section) {
        ask("card.layout.rename-section", Optional.of(section.title()), title -> {
            layout.change(here().renamed(section.id(), title), Label.of("card.layout.renamed", title));
            return Optional.empty();
        });
    }

    private void rename(Field<?> field) {
        Label before = open.type().nameOf(field);
        ask("card.layout.rename-field", Optional.of(before), name -> {
            Optional<Label> objection = named(field, name);
            if (objection.isEmpty()) {
                open.tab().tell(Label.of("card.layout.renamed", name), Label.of("card.undo"), () -> named(field, before));
            }
            return objection;
        });
    }

    private Optional<Label> named(Field<?> field, Label name) {
        Optional<Field<?>> present = open.type().field(field.id());
        if (present.isEmpty()) {
            return Optional.of(Label.of("card.layout.field-gone"));
        }
        Field<?> now = present.get().named(name);
        return open.portal().customFields.change(open.ref().type(), now, open.tab().actor()) instanceof Amendment.Refused<Field<?>>(var reasons)
                ? Optional.of(reasons.getFirst().reason())
                : Optional.empty();
    }

    private void addField(Section section) {
        new NewField(open, field -> {
            layout.change(here().placed(field.id(), section.id(), ""), Label.of("card.layout.field-added", open.type().nameOf(field)));
            open.tab().tell(Label.of("card.layout.field-added", open.type().nameOf(field)), Label.of("card.undo"), () -> open.portal().customFields.delete(open.ref().type(), field.id(), open.tab().actor()));
        }).open();
    }

    private void ask(String title, Optional<Label> present, Function<Label, Optional<Label>> take) {
        new NamesDialog(Label.of(title), present, take, open.tab(), open.portal()).open();
    }

    private Label nameOf(String fieldId) {
        return open.type().field(fieldId).map(open.type()::nameOf).orElse(Label.verbatim(fieldId));
    }

    private String text(String key) {
        return open.tab().text(Label.of(key));
    }
}
