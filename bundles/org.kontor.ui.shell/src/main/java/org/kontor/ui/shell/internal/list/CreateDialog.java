package org.kontor.ui.shell.internal.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.documents.Creation;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Refusal;
import org.kontor.api.documents.Values;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.duplicates.LikeNotes;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.FieldBox;
import org.kontor.ui.shell.internal.parts.FieldInput;
import org.kontor.ui.shell.internal.parts.Popup;
import org.kontor.ui.shell.internal.tab.Contributions;

/// Asks for the values of a new document: the required and the listed fields. Enter creates it.
final class CreateDialog {
    private final Showing showing;
    private final Contributions contributions;
    private final Optional<String> way;
    private final Runnable created;
    private final Popup popup;
    private final Div form = Elements.div("form create-form");
    private final Div general = Elements.div("stack");
    private final LikeNotes likes;
    private final Map<String, FieldBox> boxes = new LinkedHashMap<>();
    private final Set<FieldBox> byRules = new HashSet<>();
    private Values values = Values.none();

    /// `way` is the pipeline it is created in, of the type as shown; its layout says which fields are asked for (PIPE-13, 15).
    CreateDialog(Showing showing, Contributions contributions, Optional<String> way, Runnable created) {
        this.way = way;
        this.showing = showing;
        this.contributions = contributions;
        this.created = created;
        this.likes = new LikeNotes(showing.type().id(), Optional.empty(), _ -> List.of(), showing.tab(), showing.portal());
        asked().forEach(field -> form.add(line(field)));
        NativeButton create = Elements.test(Elements.button("primary", "", showing.text("create"), this::create), "create");
        NativeButton cancel = Elements.button("plain", "", showing.text("cancel"), this::close);
        this.popup = new Popup(showing.newOne(), general, form, likes.content(), Elements.div("row", Elements.div("grow"), cancel, create));
        form.getElement().executeJs("kontorLists.form(this, $0)", create.getElement());
    }

    void open() {
        popup.open(showing.tab());
        boxes.values().iterator().next().focus();
    }

    private void close() {
        popup.close();
    }

    private List<Field<?>> asked() {
        DocumentType type = showing.type();
        Set<String> hidden = way.map(id -> showing.portal().layouts.card(type.id(), id).hidden()).orElse(Set.of());
        return type.fields().stream().filter(field -> field.required() || field.listed() && !hidden.contains(field.id()) || field.equals(type.title())).toList();
    }

    private Optional<String> initial() {
        return showing.portal().types.require(showing.type().id()).pipelines().stream().filter(each -> way.equals(Optional.of(each.id()))).map(each -> each.initial().id()).findFirst();
    }

    private Component line(Field<?> field) {
        Label label = showing.type().nameOf(field);
        FieldBox box = FieldInput.open(field, label, preset(field), value -> chosen(field, value), showing.tab(), showing.portal(), contributions);
        boxes.put(field.id(), box);
        Div name = Elements.div("field-name", Elements.text("", showing.name(field)));
        if (field.required()) {
            name.add(Elements.text("quiet", showing.text("required")));
        }
        boolean whole = field.equals(showing.type().title()) || field.kind() instanceof Kind.Text text && text.lines() > 1;
        return Elements.div(whole ? "form-field whole" : "form-field", name, box);
    }

    private Optional<Object> preset(Field<?> field) {
        Optional<Object> me = showing.type().responsible().filter(field::equals).map(_ -> showing.tab().person().id());
        me.ifPresent(value -> values = values.withAny(field, value));
        return me;
    }

    private void chosen(Field<?> field, Optional<Object> value) {
        values = value.isPresent() ? values.withAny(field, value.get()) : values.cleared(field);
        likes.look(values);
    }

    private void create() {
        general.removeAll();
        Optional<FieldBox> unread = boxes.values().stream().filter(FieldBox::refused).filter(box -> !byRules.contains(box)).findFirst();
        if (unread.isPresent()) {
            unread.get().focus();
            return;
        }
        boxes.values().forEach(FieldBox::accept);
        byRules.clear();
        switch (showing.portal().documents.create(showing.type().id(), values, initial(), showing.tab().actor())) {
            case Creation.Created(var document) -> {
                close();
                created.run();
                showing.tab().tell(Label.of("list.created-one", showing.title(document)), Label.of("list.open"), () -> showing.tab().open(document.ref()));
            }
            case Creation.Refused(var reasons) -> reasons.reversed().forEach(this::refused);
            case Creation.Denied(Label rule) -> general.add(Elements.note("bad", "shield", showing.tab().text(rule)));
        }
    }

    /// A reason given by the rules, in contrast to text that can't be read, does not keep from trying again.
    private void refused(Refusal refusal) {
        String reason = showing.tab().text(refusal.reason());
        Optional<FieldBox> box = refusal.field().flatMap(id -> Optional.ofNullable(boxes.get(id)));
        if (box.isPresent()) {
            box.get().refuse(reason);
            byRules.add(box.get());
            box.get().focus();
        } else {
            general.add(Elements.note("bad", "circle-alert", reason));
        }
    }
}
