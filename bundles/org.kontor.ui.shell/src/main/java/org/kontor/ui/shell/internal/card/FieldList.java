package org.kontor.ui.shell.internal.card;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.Contributions;

/// Names and values of all fields of the type that the head does not show.
final class FieldList {
    private final OpenDocument open;
    private final Contributions contributions;
    private final Div content = Elements.div("fields");
    private final Map<Field<?>, FieldCell> cells = new HashMap<>();
    private List<Field<?>> drawn = List.of();

    FieldList(OpenDocument open, Contributions contributions) {
        this.open = open;
        this.contributions = contributions;
        update();
    }

    Component content() {
        return content;
    }

    /// Shows present values; draws anew only when the type's fields are others, and keeps what is being edited even then.
    void update() {
        DocumentType type = open.type();
        List<Field<?>> fields = type.fields().stream().filter(field -> !field.equals(type.title()) && !type.responsible().equals(Optional.of(field))).toList();
        if (!fields.equals(drawn)) {
            drawn = fields;
            cells.keySet().retainAll(fields);
            content.removeAll();
            for (Field<?> field : fields) {
                FieldCell cell = cells.computeIfAbsent(field, fresh -> new FieldCell(open, contributions, fresh));
                content.add(cell.label(), cell.content());
            }
        }
        cells.values().forEach(FieldCell::update);
    }

    void dropForeignEditors() {
        cells.values().forEach(FieldCell::dropForeignEditor);
    }
}
