package org.kontor.ui.shell.internal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.kontor.ui.api.FieldEditor;

/// An editor of one value with room for a reason below it.
public final class FieldBox extends Div {
    private static final long serialVersionUID = 1;

    private final Div reason = Elements.div("trouble");
    private final transient List<Element> controls;
    private final transient Optional<FieldEditor> contributed;
    private Manner manner = Manner.ONCE;
    private transient Supplier<List<FieldBox>> inner = List::of;

    /// How an editor is used where a value is edited in place.
    public enum Manner {
        /// It is done with the first value.
        ONCE,
        /// It hands over a value after each step; the last one counts when it is left.
        COLLECTING,
        /// Each value counts at once, and it stays open for more.
        STAYING
    }

    /// `controls` are what the viewer types in or chooses from, the first one gets the focus.
    public FieldBox(Component content, List<Element> controls) {
        this(content, controls, Optional.empty());
    }

    public FieldBox(Component content, List<Element> controls, Optional<FieldEditor> contributed) {
        this.controls = List.copyOf(controls);
        this.contributed = contributed;
        addClassName("field-box");
        reason.setId("reason-" + UUID.randomUUID().toString().substring(0, 8));
        reason.getElement().setAttribute("role", "alert");
        add(content, reason);
    }

    /// Made of other boxes: it is refused while one of these is.
    FieldBox holding(Supplier<List<FieldBox>> boxes) {
        inner = boxes;
        return this;
    }

    FieldBox used(Manner how) {
        manner = how;
        return this;
    }

    public Manner manner() {
        return manner;
    }

    /// Says below the editor why its value can't be taken; the value stays, and the focus too where it had nowhere to go.
    public void refuse(String why) {
        reason.setText(why);
        for (Element control : controls) {
            control.setAttribute("aria-invalid", "true");
            control.setAttribute("aria-describedby", reason.getId().orElseThrow());
        }
        if (!controls.isEmpty()) {
            controls.getFirst().executeJs("if (document.activeElement === document.body) this.focus()");
        }
    }

    /// Takes the reason away.
    public void accept() {
        reason.setText("");
        for (Element control : controls) {
            control.removeAttribute("aria-invalid");
            control.removeAttribute("aria-describedby");
        }
    }

    /// Whether a reason is shown.
    public boolean refused() {
        return !reason.getText().isEmpty() || inner.get().stream().anyMatch(FieldBox::refused);
    }

    /// Whether one of the boxes it is made of shows a reason.
    public boolean unread() {
        return inner.get().stream().anyMatch(FieldBox::refused);
    }

    /// Who made the editor, when it is not the portal's own. It is to be closed when that goes.
    public Optional<FieldEditor> contributed() {
        return contributed;
    }

    /// Puts the focus into the editor, all of its text selected.
    public void focus() {
        getElement().executeJs("""
                setTimeout(() => {
                  const first = this.querySelector('input:checked, vaadin-combo-box, input, textarea, select, button');
                  if (!first) return;
                  first.focus();
                  const line = first.localName === 'input' ? first : first.inputElement;
                  if (line && line.select) line.select();
                  if (first.localName === 'vaadin-combo-box') first.opened = true;
                })""");
    }
}
