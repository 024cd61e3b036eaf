package org.kontor.ui.shell.internal.robots;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Notation;
import org.kontor.api.labels.Label;
import org.kontor.api.workflow.ActivityShape;
import org.kontor.ui.shell.internal.parts.Control;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.FieldBox;
import org.kontor.ui.shell.internal.parts.FieldInput;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// The inputs of an activity. Texts take placeholders: a small choice beside each puts `{{field}}` where the cursor is. What is typed in the
/// viewer's way is kept in the form for machines.
final class ActivityForm {
    private final PageTab tab;
    private final Portal portal;
    private final DocumentType type;
    private final RobotDraft draft;
    private final boolean away;
    private final Div content = Elements.div("robot-inputs");
    private final Map<String, FieldBox> boxes = new LinkedHashMap<>();

    ActivityForm(PageTab tab, Portal portal, DocumentType type, RobotDraft draft, Optional<ActivityShape> shape) {
        this.tab = tab;
        this.portal = portal;
        this.type = type;
        this.draft = draft;
        this.away = shape.isEmpty();
        shape.map(ActivityShape::inputs).orElse(List.of()).forEach(this::add);
    }

    Component content() {
        return content;
    }

    boolean away() {
        return away;
    }

    void focus() {
        boxes.values().stream().findFirst().ifPresent(FieldBox::focus);
    }

    boolean ready() {
        return boxes.values().stream().noneMatch(FieldBox::refused);
    }

    void accept() {
        // what can't be read stays refused until it is typed anew; what the server refused is asked again
        boxes.forEach((id, box) -> {
            if (draft.input.containsKey(id) || !box.refused()) {
                box.accept();
            }
        });
    }

    boolean refuse(String component, String why) {
        Optional<FieldBox> box = Optional.ofNullable(boxes.get(component));
        box.ifPresent(some -> some.refuse(why));
        return box.isPresent();
    }

    private void add(Field<?> field) {
        String name = tab.text(field.name().orElse(Label.verbatim(field.id())));
        Div head = Elements.div("row", Elements.text("robot-label grow", name + (field.required() ? "" : " · " + tab.text(Label.of("robots.optional")))));
        FieldBox box = switch (field.kind()) {
            case Kind.Choice _, Kind.YesNo _, Kind.User _ -> chosen(field);
            default -> typed(field, name, head);
        };
        boxes.put(field.id(), box);
        content.add(Elements.div("robot-input", head, box));
    }

    private FieldBox chosen(Field<?> field) {
        Optional<Object> present = read(field, draft.input.getOrDefault(field.id(), ""), Notation.Habits.MACHINE);
        return FieldInput.open(field, present, value -> value.ifPresentOrElse(
                some -> draft.input.put(field.id(), portal.notation.write(field, some)), () -> draft.input.remove(field.id())), tab, portal);
    }

    private FieldBox typed(Field<?> field, String name, Div head) {
        String kept = draft.input.getOrDefault(field.id(), "");
        String shown = read(field, kept, Notation.Habits.MACHINE).map(value -> portal.notation.show(field, value, tab.habits())).orElse(kept);
        boolean lines = field.kind() instanceof Kind.Text text && text.lines() > 1;
        Control control = (lines ? Control.lines(2, shown) : Control.line("text", shown)).with("aria-label", name).with("data-test", "input-" + field.id());
        FieldBox box = new FieldBox(control, List.of(control.getElement()));
        head.add(fields(control.getElement(), name));
        control.whenSettled((text, _) -> settle(field, box, text));
        return box;
    }

    private void settle(Field<?> field, FieldBox box, String text) {
        box.accept();
        if (text.isBlank()) {
            draft.input.remove(field.id());
        } else if (text.contains("{{") || field.kind() instanceof Kind.Text) {
            draft.input.put(field.id(), text);
        } else if (portal.notation.read(field, text, tab.habits()) instanceof Notation.Reading.Refused(Label reason)) {
            draft.input.remove(field.id());
            box.refuse(tab.text(reason));
        } else {
            read(field, text, tab.habits()).ifPresent(value -> draft.input.put(field.id(), portal.notation.write(field, value)));
        }
    }

    private Optional<Object> read(Field<?> field, String text, Notation.Habits habits) {
        return portal.notation.read(field, text, habits) instanceof Notation.Reading.Value(Object value) ? Optional.of(value) : Optional.empty();
    }

    /// A choice that puts the chosen field's placeholder where the cursor is in `control`.
    private Control fields(Element control, String name) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("", tab.text(Label.of("robots.insert")));
        type.fields().forEach(field -> options.put(field.id(), tab.text(type.nameOf(field))));
        options.put("stage", tab.text(Label.of("robots.stage")));
        options.put("id", tab.text(Label.of("robots.number")));
        Control choice = Control.choice(options, "", false).with("aria-label", tab.text(Label.of("robots.insert-into", name))).with("data-test", "insert-field");
        choice.getElement().executeJs("""
                const text = $0;
                this.addEventListener('change', e => {
                  e.stopPropagation();
                  const id = this.value;
                  this.value = '';
                  if (!id) return;
                  text.setRangeText('{{' + id + '}}', text.selectionStart, text.selectionEnd, 'end');
                  text.focus();
                  text.dispatchEvent(new Event('change', { bubbles: true }));
                })""", control);
        return choice;
    }
}
