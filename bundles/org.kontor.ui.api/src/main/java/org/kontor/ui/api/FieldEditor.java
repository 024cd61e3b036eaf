package org.kontor.ui.api;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import java.util.function.Consumer;
import org.kontor.api.documents.Field;
import org.osgi.annotation.versioning.ConsumerType;

/// Edits values of a kind of field in place of the portal's own editor. A service.
@ConsumerType
public interface FieldEditor {

    boolean isFor(Field<?> field);

    /// An editor that starts with `value` and hands over each value the viewer settles on; empty clears the field.
    Component open(Field<?> field, Optional<Object> value, Consumer<Optional<Object>> chosen, Viewer viewer);
}
