package org.kontor.ui.shell.internal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kontor.ui.api.FieldEditor;

/// An editor of one value with room for a reason below it.
public final class FieldBox extends Div {
    private static final long serialVersionUID = 1;

    private final Div reason = Elements.div("trouble");
    private final transient List<Element> controls;
    private final transient Optional<FieldEditor> contributed;

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
        return !reason.getText().isEmpty();
    }

    /// Who made the editor, when it is not the portal's own. It is to be closed when that goes.
    public Optional<FieldEditor> contributed() {
        return contributed;
    }

    /// Puts the focus into the editor, all of its text selected.
    public void focus() {
        if (!controls.isEmpty()) {
            controls.getFirst().executeJs("""
                    setTimeout(() => {
                      this.focus();
                      const line = this.localName === 'input' ? this : this.inputElement;
                      if (line && line.select) line.select();
                      if (this.localName === 'vaadin-combo-box') this.opened = true;
                    })""");
        }
    }
}
