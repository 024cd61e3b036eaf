package org.kontor.ui.shell.internal.card;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Refusal;
import org.kontor.api.documents.Values;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.FieldBox;
import org.kontor.ui.shell.internal.parts.FieldInput;
import org.kontor.ui.shell.internal.tab.Contributions;

/// All values of a section, edited together and stored at once (CARD-4). What rules make of fields follows at once what is typed.
final class SectionForm {
    private final OpenDocument open;
    private final Contributions contributions;
    private final String sectionId;
    private final Runnable closed;
    private final long version;
    private final Map<Field<?>, Line> lines = new LinkedHashMap<>();
    private final Map<String, String> refused = new HashMap<>();
    private final Div general = Elements.div("stack");
    private final Div content;
    private Values values = Values.none();

    private record Line(Div label, Div holder, FieldBox box, Div fixed) {}

    SectionForm(OpenDocument open, Contributions contributions, String sectionId, List<Field<?>> fields, Runnable closed) {
        this.open = open;
        this.contributions = contributions;
        this.sectionId = sectionId;
        this.closed = closed;
        this.version = open.document().version();
        Div grid = Elements.div("fields editing");
        fields.forEach(field -> {
            Line line = line(field);
            lines.put(field, line);
            grid.add(line.label(), line.holder());
        });
        NativeButton save = Elements.test(Elements.button("primary", "", text("card.section.save"), this::save), "save-section");
        NativeButton cancel = Elements.test(Elements.button("plain", "", text("card.section.cancel"), this::close), "cancel-section");
        content = Elements.test(Elements.div("section-form", general, grid, Elements.div("row", save, cancel)), "section-form");
        keys(save, cancel);
        follow();
    }

    String sectionId() {
        return sectionId;
    }

    Component content() {
        return content;
    }

    void focus() {
        lines.values().stream().filter(line -> line.box().isVisible() && line.holder().isVisible()).findFirst().ifPresent(line -> line.box().focus());
    }

    /// The document changed meanwhile: what others wrote shows once this is closed, and clashes are settled field by field.
    void update() {
        follow();
    }

    void close() {
        closed.run();
    }

    private Line line(Field<?> field) {
        Label name = open.type().nameOf(field);
        Optional<Object> value = open.document().values().any(field);
        FieldBox box = FieldInput.open(field, name, value, chosen -> chosen(field, chosen), open.tab(), open.portal(), contributions, Optional.of(open.ref()));
        Div fixed = Elements.div("value plain", Elements.text("", value.map(some -> open.shown(field, some)).orElse("–")));
        new ComputationWords(open.type(), open.portal().types, open.tab()).of(field).ifPresent(words -> fixed.add(Elements.text("quiet small", words)));
        return new Line(Elements.div("label", Elements.text("", open.tab().text(name))), Elements.test(new Div(box, fixed), "field-" + field.id()), box, fixed);
    }

    private void chosen(Field<?> field, Optional<Object> value) {
        values = value.isPresent() ? values.withAny(field, value.get()) : values.cleared(field);
        refused.remove(field.id());
        lines.get(field).box().accept();
        follow();
    }

    /// The document as it would be.
    private Document candidate() {
        Document now = open.document();
        return new Document(now.ref(), now.version(), now.stage(), now.stageSince(), now.values().and(values), now.createdBy(), now.created(), now.changed());
    }

    private void follow() {
        if (!open.present()) {
            return;
        }
        Document candidate = candidate();
        lines.forEach((field, line) -> {
            FieldStanding standing = FieldStanding.of(field, candidate, open.portal().conditions);
            line.label().setVisible(standing.visible());
            line.holder().setVisible(standing.visible());
            line.label().setClassName("asked", standing.required() && standing.writable());
            line.box().setVisible(standing.writable());
            line.fixed().setVisible(!standing.writable());
        });
    }

    private void save() {
        general.removeAll();
        Optional<Line> unread = lines.entrySet().stream().filter(each -> each.getValue().box().refused() && !refused.containsKey(each.getKey().id())).map(Map.Entry::getValue).findFirst();
        if (unread.isPresent()) {
            unread.get().box().focus();
            return;
        }
        Values changed = changed();
        if (changed.fieldIds().isEmpty()) {
            close();
            return;
        }
        open.write(Draft.of(changed).on(version), reasons -> reasons.reversed().forEach(this::refuse), this::close);
    }

    /// What is visible and differs from what it was.
    private Values changed() {
        Document before = open.document();
        Document after = candidate();
        Values changed = Values.none();
        for (Field<?> field : lines.keySet()) {
            FieldStanding standing = FieldStanding.of(field, after, open.portal().conditions);
            if (values.mentions(field) && standing.visible() && standing.writable() && !(values.any(field).equals(before.values().any(field)) && before.version() == version)) {
                changed = values.any(field).isPresent() ? changed.withAny(field, values.any(field).get()) : changed.cleared(field);
            }
        }
        return changed;
    }

    private void refuse(Refusal refusal) {
        String reason = open.tab().text(refusal.reason());
        Optional<Line> line = refusal.field().flatMap(id -> lines.entrySet().stream().filter(each -> each.getKey().id().equals(id)).map(Map.Entry::getValue).findFirst());
        line.ifPresentOrElse(found -> {
            found.box().refuse(reason);
            found.box().focus();
            refusal.field().ifPresent(id -> refused.put(id, reason));
        }, () -> general.add(Elements.note("bad", "circle-alert", reason)));
    }

    private void keys(NativeButton save, NativeButton cancel) {
        content.getElement().executeJs("""
                this.addEventListener('keydown', e => {
                  if (e.isComposing) return;
                  const list = e.target.closest('vaadin-combo-box');
                  if (e.key === 'Escape' && !list?.opened) { e.preventDefault(); e.stopPropagation(); $1.click(); }
                  if (e.key === 'Enter' && !list && (e.target.localName === 'input' || e.target.localName === 'textarea' && (e.ctrlKey || e.metaKey))) {
                    e.preventDefault();
                    e.target.blur();
                    setTimeout(() => $0.click());
                  }
                })""", save.getElement(), cancel.getElement());
    }

    private String text(String key) {
        return open.tab().text(Label.of(key));
    }
}
