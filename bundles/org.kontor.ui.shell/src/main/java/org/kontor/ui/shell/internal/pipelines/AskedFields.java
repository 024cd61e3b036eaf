package org.kontor.ui.shell.internal.pipelines;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Refusal;
import org.kontor.api.documents.Stage;
import org.kontor.api.documents.Values;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.FieldBox;
import org.kontor.ui.shell.internal.parts.FieldInput;
import org.kontor.ui.shell.internal.parts.Popup;
import org.kontor.ui.shell.internal.tab.Contributions;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// Asks for just the fields that a stage needs and a document lacks, then goes on with the move.
public final class AskedFields {
    private final PageTab tab;
    private final DocumentType type;
    private final Function<Values, List<Refusal>> go;
    private final Map<Field<?>, FieldBox> boxes = new LinkedHashMap<>();
    private final Div trouble = Elements.div("form-trouble");
    private final Popup popup;
    private Values values = Values.none();

    /// `go` moves with the values that were given and returns why that was refused, nothing when it went well.
    public AskedFields(PageTab tab, Portal portal, Contributions contributions, DocumentType type, Stage to, List<Field<?>> lacking, Function<Values, List<Refusal>> go) {
        this.tab = tab;
        this.type = type;
        this.go = go;
        Div form = Elements.div("form");
        lacking.forEach(field -> form.add(line(field, portal, contributions)));
        trouble.getElement().setAttribute("role", "alert");
        NativeButton move = Elements.test(Elements.button("primary", "", text("asked.go", to.name()), this::move), "asked-go");
        NativeButton cancel = Elements.button("plain", "", text("cancel"), this::close);
        popup = new Popup(text("asked.title", to.name()), Elements.text("quiet", text("asked.hint")), form, trouble, Elements.div("row", Elements.div("grow"), cancel, move));
        form.getElement().executeJs("window.kontorLists?.form(this, $0)", move.getElement());
        Elements.test(form, "asked-fields");
    }

    public void open() {
        popup.open(tab);
        boxes.values().stream().findFirst().ifPresent(FieldBox::focus);
    }

    /// The fields that a stage needs and a document has no value for.
    public static List<Field<?>> lacking(DocumentType type, Document document, Stage to) {
        return type.fields().stream().filter(field -> to.requires().contains(field.id()) && blank(document.values().any(field))).<Field<?>>map(field -> field).toList();
    }

    private static boolean blank(Optional<Object> value) {
        return value.filter(some -> !(some instanceof String text) || !text.isBlank()).isEmpty();
    }

    private Div line(Field<?> field, Portal portal, Contributions contributions) {
        FieldBox box = FieldInput.open(field, type.nameOf(field), Optional.empty(), value -> values = value.isPresent() ? values.withAny(field, value.get()) : values.cleared(field), tab, portal, contributions);
        boxes.put(field, box);
        return Elements.div("form-field whole", Elements.div("field-name", Elements.text("", tab.text(type.nameOf(field)))), box);
    }

    private void move() {
        trouble.setText("");
        Optional<FieldBox> missing = Optional.empty();
        for (Map.Entry<Field<?>, FieldBox> each : boxes.entrySet()) {
            if (blank(values.any(each.getKey()))) {
                if (!each.getValue().refused()) {
                    each.getValue().refuse(text("asked.missing"));
                }
                missing = missing.or(() -> Optional.of(each.getValue()));
            } else {
                each.getValue().accept();
            }
        }
        if (missing.isPresent()) {
            missing.get().focus();
            return;
        }
        List<Refusal> reasons = go.apply(values);
        if (reasons.isEmpty()) {
            close();
        } else {
            reasons.forEach(this::refused);
        }
    }

    private void refused(Refusal refusal) {
        Optional<FieldBox> box = boxes.entrySet().stream().filter(each -> refusal.field().equals(Optional.of(each.getKey().id()))).map(Map.Entry::getValue).findFirst();
        Consumer<String> say = box.<Consumer<String>>map(there -> there::refuse).orElse(trouble::setText);
        say.accept(tab.text(refusal.reason()));
    }

    private void close() {
        popup.close();
    }

    private String text(String key, Object... arguments) {
        return tab.text(Label.of("pipelines." + key, arguments));
    }
}
