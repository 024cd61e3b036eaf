package org.kontor.ui.shell.internal.card;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import java.util.UUID;
import org.kontor.api.access.Operation;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Values;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.FieldBox;
import org.kontor.ui.shell.internal.parts.FieldInput;
import org.kontor.ui.shell.internal.tab.Contributions;

/// One value on the card: shown as text or link, edited in place after a click.
///
/// Enter and leaving save, Escape leaves without saving. What others change meanwhile shows up as soon as the editor is closed.
final class FieldCell {
    private static final String DASH = "–";

    private final OpenDocument open;
    private final Contributions contributions;
    private final Field<?> field;
    private final String name;
    private final String nothing;
    private final Div content = Elements.div("cell");
    private final Span label;
    private Optional<FieldBox> editor = Optional.empty();
    private Optional<Object> collected = Optional.empty();
    private boolean collecting;
    private long editedVersion;
    private Optional<String> shown = Optional.empty();

    FieldCell(OpenDocument open, Contributions contributions, Field<?> field) {
        this(open, contributions, field, DASH);
    }

    /// `nothing` is shown where there is no value.
    FieldCell(OpenDocument open, Contributions contributions, Field<?> field, String nothing) {
        this.open = open;
        this.contributions = contributions;
        this.field = field;
        this.nothing = nothing;
        this.name = open.tab().text(open.type().nameOf(field));
        this.label = Elements.text("label", name);
        label.setId("label-" + UUID.randomUUID().toString().substring(0, 8));
        Elements.test(content, "field-" + field.id());
        keys();
        update();
    }

    Div content() {
        return content;
    }

    Field<?> field() {
        return field;
    }

    /// The name of the field; to be put beside the value, to be seen or only to be heard.
    Span label() {
        return label;
    }

    /// Shows the present value, unless the viewer is editing it.
    void update() {
        if (editor.isPresent()) {
            return;
        }
        Optional<Object> value = open.document().values().any(field);
        FieldStanding standing = standing();
        boolean may = open.may(Operation.CHANGE) && standing.writable();
        String text = value.map(present -> open.shown(field, present)).orElse("");
        content.setVisible(standing.visible());
        label.setVisible(standing.visible());
        label.setClassName("asked", standing.required() && standing.writable());
        String state = may + " " + value + " " + text;
        if (!shown.equals(Optional.of(state))) {
            boolean first = shown.isEmpty();
            shown = Optional.of(state);
            show(value, text, may);
            content.setClassName("changed", !first);
        }
    }

    /// Closes an editor whose bundle is gone.
    void dropForeignEditor() {
        if (editor.flatMap(FieldBox::contributed).filter(owner -> !contributions.editors().contains(owner)).isPresent()) {
            leave(false);
        }
    }

    private FieldStanding standing() {
        return FieldStanding.of(field, open.document(), open.portal().conditions);
    }

    private void show(Optional<Object> value, String text, boolean may) {
        content.removeAll();
        Optional<ShownValue> present = value.map(some -> new ShownValue(field, some, text, open));
        Optional<Component> link = present.flatMap(ShownValue::link);
        if (link.isPresent()) {
            content.add(Elements.div("value linked", link.get()));
            if (may) {
                NativeButton edit = Elements.iconButton("pencil", open.tab().text(Label.of("card.edit", name)), this::edit);
                edit.addClassName("edit");
                content.add(Elements.test(edit, "edit-" + field.id()));
            }
        } else {
            HasComponents holder = may ? button() : Elements.div("value plain");
            present.ifPresentOrElse(some -> some.into(holder), () -> nothing(holder));
            content.add((Component) holder);
        }
        new ComputationWords(open.type(), open.portal().types, open.tab()).of(field)
                .ifPresent(words -> content.add(Elements.test(Elements.div("computed quiet small", Elements.icon("sigma"), Elements.text("", words)), "computed-" + field.id())));
    }

    private NativeButton button() {
        NativeButton button = new NativeButton();
        button.getElement().setAttribute("type", "button");
        label.getId().ifPresent(id -> button.getElement().setAttribute("aria-describedby", id));
        button.addClassName("value");
        button.addClickListener(_ -> edit());
        return button;
    }

    private void nothing(HasComponents holder) {
        holder.getElement().getClassList().add("none");
        holder.add(Elements.text("", field.display().emptyCaption().map(open.tab()::text).orElse(nothing)));
        if (nothing.equals(DASH)) {
            holder.add(Elements.text("out-of-sight", open.tab().text(Label.of("card.no-value"))));
        }
    }

    private void keys() {
        content.getElement().addEventListener("click", _ -> edit())
                .setFilter("element.querySelector('.value.linked') && !event.target.closest('a, button')");
        content.getElement().addEventListener("leave", _ -> leave(true));
        content.getElement().addEventListener("focusout", _ -> left())
                .setFilter("!!element.querySelector('.field-box') && !element.querySelector('.cell-done') && !element.contains(event.relatedTarget) && document.hasFocus()").debounce(120);
        content.getElement().addEventListener("away", _ -> left());
        content.getElement().executeJs("""
                let timer = 0;
                const later = () => { clearTimeout(timer); timer = setTimeout(() => this.dispatchEvent(new Event('away')), 120); };
                const away = e => {
                  if (!this.isConnected) { document.removeEventListener('pointerdown', away); document.removeEventListener('focusin', away); return; }
                  if (!this.querySelector('.cell-done') || e.composedPath().some(each => each === this || each.localName?.startsWith('vaadin-') && each.localName.includes('overlay'))) return;
                  later();
                };
                document.addEventListener('pointerdown', away);
                document.addEventListener('focusin', away);
                this.addEventListener('keydown', e => {
                  if (e.key !== 'Escape' || e.isComposing || !this.querySelector('.field-box')) return;
                  e.stopPropagation();
                  e.preventDefault();
                  this.dispatchEvent(new Event('leave'));
                }, true);
                this.addEventListener('keydown', e => {
                  if (e.key !== 'Enter' || e.isComposing || e.defaultPrevented || !e.target.closest('.field-box')) return;
                  if (e.target.localName === 'input' && !e.target.closest('vaadin-combo-box') || e.target.localName === 'textarea' && (e.ctrlKey || e.metaKey)) {
                    e.preventDefault();
                    e.target.blur();
                    if (this.querySelector('.cell-done')) later();
                  }
                })""");
    }

    void edit() {
        if (editor.isPresent() || !open.present() || !open.may(Operation.CHANGE) || !standing().writable()) {
            return;
        }
        Document document = open.document();
        editedVersion = document.version();
        Optional<Object> value = document.values().any(field);
        FieldBox box = FieldInput.open(field, open.type().nameOf(field), value, this::settled, open.tab(), open.portal(), contributions, Optional.of(open.ref()));
        editor = Optional.of(box);
        collecting = false;
        content.removeAll();
        content.removeClassName("changed");
        content.add(box);
        if (box.manner() != FieldBox.Manner.ONCE) {
            content.add(Elements.test(Elements.button("plain small-button cell-done", "check", open.tab().text(Label.of("card.done")), this::left), "done-" + field.id()));
        }
        box.focus();
    }

    private void settled(Optional<Object> value) {
        switch (editor.map(FieldBox::manner).orElse(FieldBox.Manner.ONCE)) {
            case ONCE -> save(value, () -> leave(true));
            case STAYING -> {
                save(value, () -> {});
                editedVersion = open.present() ? open.document().version() : editedVersion;
            }
            case COLLECTING -> {
                collected = value;
                collecting = true;
            }
        }
    }

    private void save(Optional<Object> value, Runnable done) {
        editor.ifPresent(FieldBox::accept);
        Values values = value.map(present -> Values.none().withAny(field, present)).orElseGet(() -> Values.none().cleared(field));
        open.change(Draft.of(values).on(editedVersion), reason -> editor.ifPresent(box -> box.refuse(reason)), done);
    }

    /// The focus went elsewhere: a single value was saved by then, several are now; what is refused stays with its reason.
    private void left() {
        if (editor.isEmpty()) {
            return;
        }
        if (collecting && !unread()) {
            collecting = false;
            save(collected, () -> leave(false));
        } else if (!editor.get().refused()) {
            leave(false);
        }
    }

    /// Whether a part of it could not be read; what the rules said against the whole is asked again.
    private boolean unread() {
        return editor.filter(FieldBox::unread).isPresent();
    }

    private void leave(boolean takeFocus) {
        if (editor.isEmpty()) {
            return;
        }
        editor = Optional.empty();
        shown = Optional.empty();
        if (open.present()) {
            update();
        }
        if (takeFocus) {
            content.getElement().executeJs("""
                    const a = document.activeElement;
                    if (!a || a === document.body || this.contains(a)) this.querySelector('button, a')?.focus()""");
        }
    }
}
