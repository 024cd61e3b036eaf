package org.kontor.ui.shell.internal.fields;

import com.vaadin.flow.component.html.Div;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Field.Trait;
import org.kontor.api.documents.Kind;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.PageTab;

/// What a field is, in the viewer's words.
final class FieldWords {
    private final PageTab tab;
    private final DocumentTypes types;

    FieldWords(PageTab tab, DocumentTypes types) {
        this.tab = tab;
        this.types = types;
    }

    Div kind(Field<?> field) {
        FieldKind kind = FieldKind.of(field.kind(), types);
        String name = text("fields.kind." + kind);
        return Elements.div("row", Elements.icon(kind.icon()), Elements.text("", field.kind() instanceof Kind.Many<?> ? text("fields.several-of", name) : name));
    }

    /// What is true of it, as small marks.
    Div marks(Field<?> field) {
        Div marks = Elements.div("row wrap field-marks");
        for (Trait trait : Trait.values()) {
            if (trait != Trait.CUSTOM && field.traits().contains(trait)) {
                marks.add(Elements.text("chip", text("fields.mark." + trait)));
            }
        }
        field.computation().ifPresent(_ -> marks.add(Elements.text("chip accent", text("fields.mark.computed"))));
        if (!field.rules().isEmpty()) {
            marks.add(Elements.text("chip accent", text("fields.mark.rules")));
        }
        return marks;
    }

    private String text(String key, Object... arguments) {
        return tab.text(Label.of(key, arguments));
    }
}
