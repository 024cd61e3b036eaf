package org.kontor.ui.shell.internal.batch;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Values;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Control;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.FieldBox;
import org.kontor.ui.shell.internal.parts.FieldInput;
import org.kontor.ui.shell.internal.parts.Popup;
import org.kontor.ui.shell.internal.tab.Contributions;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// Asks for the one value that many documents shall have.
public final class BulkDialog {
    private final PageTab tab;
    private final Portal portal;
    private final Contributions contributions;
    private final DocumentType type;
    private final Consumer<Values> chosen;
    private final Div place = Elements.div("bulk-value");
    private final Div hint = Elements.div("quiet small");
    private final Popup popup;
    private Field<?> field;
    private Optional<Object> value = Optional.empty();
    private Optional<FieldBox> box = Optional.empty();

    /// `what` says how many documents are meant.
    public BulkDialog(PageTab tab, Portal portal, Contributions contributions, DocumentType type, String what, Consumer<Values> chosen) {
        this.tab = tab;
        this.portal = portal;
        this.contributions = contributions;
        this.type = type;
        this.chosen = chosen;
        List<Field<?>> fields = type.fields().stream().<Field<?>>filter(each -> !each.readOnly()).toList();
        field = type.responsible().<Field<?>>map(whose -> whose).filter(fields::contains).orElse(fields.getFirst());
        Map<String, String> names = new LinkedHashMap<>();
        fields.forEach(each -> names.put(each.id(), tab.text(type.nameOf(each))));
        Control which = Control.choice(names, field.id(), false).with("aria-label", text("batch.field")).with("data-test", "bulk-field");
        which.whenSettled((id, _) -> about(type.field(id).orElseThrow()));
        Component apply = Elements.test(Elements.button("primary", "", text("batch.apply"), this::apply), "bulk-apply");
        popup = new Popup(tab.text(Label.of("batch.change.title", what)),
                Elements.div("form bulk-form", Elements.div("form-field", Elements.div("field-name", Elements.text("", text("batch.field"))), which),
                        Elements.div("form-field", Elements.div("field-name", Elements.text("", text("batch.value"))), place)),
                hint, Elements.div("row", Elements.div("grow"), Elements.button("plain", "", text("list.cancel"), this::close), apply));
        about(field);
    }

    public void open() {
        popup.open(tab);
    }

    private void close() {
        popup.close();
    }

    private void about(Field<?> other) {
        field = other;
        value = Optional.empty();
        place.removeAll();
        FieldBox made = FieldInput.open(field, type.nameOf(field), value, given -> {
            value = given;
            say();
        }, tab, portal, contributions);
        box = Optional.of(made);
        place.add(made);
        say();
    }

    private void say() {
        hint.setText(value.isPresent() ? text("batch.change.hint") : tab.text(Label.of("batch.clears", type.nameOf(field))));
    }

    private void apply() {
        if (box.filter(FieldBox::refused).isPresent()) {
            box.get().focus();
            return;
        }
        if (value.isEmpty() && field.required()) {
            box.ifPresent(some -> some.refuse(text("batch.value-missing")));
            return;
        }
        close();
        chosen.accept(value.map(some -> Values.none().withAny(field, some)).orElseGet(() -> Values.none().cleared(field)));
    }

    private String text(String key) {
        return tab.text(Label.of(key));
    }
}
