package org.kontor.ui.shell.internal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.function.Consumer;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Notation;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// The editor for a value of a field, by its kind; a contributed [org.kontor.ui.api.FieldEditor] comes first.
public final class FieldInput {
    private FieldInput() {}

    /// An editor that starts with `value` and hands over each value the viewer settles on; empty clears the field.
    public static Component open(Field<?> field, Optional<Object> value, Consumer<Optional<Object>> chosen, PageTab tab, Portal portal) {
        TextField text = new TextField();
        value.ifPresent(present -> text.setValue(portal.notation.show(field, present, tab.habits())));
        text.addValueChangeListener(event -> {
            switch (portal.notation.read(field, event.getValue(), tab.habits())) {
                case Notation.Reading.Value(Object read) -> chosen.accept(Optional.of(read));
                case Notation.Reading.Nothing _ -> chosen.accept(Optional.empty());
                case Notation.Reading.Refused(var reason) -> tab.tell(reason);
            }
        });
        return text;
    }
}
