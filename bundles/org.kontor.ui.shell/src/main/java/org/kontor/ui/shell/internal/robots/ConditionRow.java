package org.kontor.ui.shell.internal.robots;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Filter.Operator;
import org.kontor.api.documents.Kind;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Control;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.FieldBox;
import org.kontor.ui.shell.internal.parts.FieldInput;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// One condition: a field, how it is compared, and with what.
final class ConditionRow {
    private static final String EMPTY = "EMPTY";
    private static final String FILLED = "FILLED";
    private static final List<Operator> ORDER = List.of(Operator.AT_LEAST, Operator.AT_MOST, Operator.GREATER, Operator.LESS, Operator.EQUAL, Operator.NOT_EQUAL);
    private static final List<Operator> TEXT = List.of(Operator.CONTAINS, Operator.STARTS_WITH, Operator.EQUAL, Operator.NOT_EQUAL);
    private static final List<Operator> SAME = List.of(Operator.EQUAL, Operator.NOT_EQUAL);

    private final DocumentType type;
    private final PageTab tab;
    private final Portal portal;
    private final Div content = Elements.div("robot-condition");
    private Field<?> field;
    private String operator;
    private Optional<Object> value;
    private Optional<FieldBox> box = Optional.empty();
    private Optional<Control> first = Optional.empty();

    private ConditionRow(DocumentType type, PageTab tab, Portal portal, Field<?> field, String operator, Optional<Object> value) {
        this.type = type;
        this.tab = tab;
        this.portal = portal;
        this.field = field;
        this.operator = operator;
        this.value = value;
        draw();
    }

    static ConditionRow fresh(DocumentType type, PageTab tab, Portal portal) {
        Field<?> field = type.listedFields().getFirst();
        return new ConditionRow(type, tab, portal, field, first(field), Optional.empty());
    }

    /// A row for a part of a condition; empty when a row can't say it.
    static Optional<ConditionRow> of(Filter part, DocumentType type, PageTab tab, Portal portal) {
        return switch (part) {
            case Filter.Empty(String id) -> type.field(id).map(field -> new ConditionRow(type, tab, portal, field, EMPTY, Optional.empty()));
            case Filter.Not(Filter.Empty(String id)) -> type.field(id).map(field -> new ConditionRow(type, tab, portal, field, FILLED, Optional.empty()));
            case Filter.Compare(String id, Operator operator, Object value) -> type.field(id).filter(field -> operators(field).contains(operator))
                    .map(field -> new ConditionRow(type, tab, portal, field, operator.name(), Optional.of(value)));
            default -> Optional.empty();
        };
    }

    Component content() {
        return content;
    }

    void focus() {
        first.ifPresent(control -> control.getElement().executeJs("setTimeout(() => this.focus())"));
    }

    /// The condition; empty when its value is missing, and then it says so.
    Optional<Filter> read() {
        if (operator.equals(EMPTY)) {
            return Optional.of(new Filter.Empty(field.id()));
        }
        if (operator.equals(FILLED)) {
            return Optional.of(new Filter.Not(new Filter.Empty(field.id())));
        }
        if (value.isEmpty()) {
            box.filter(some -> !some.refused()).ifPresent(some -> some.refuse(text("robots.value-missing")));
            box.ifPresent(FieldBox::focus);
        }
        return value.filter(_ -> box.map(some -> !some.refused()).orElse(true)).map(some -> new Filter.Compare(field.id(), Operator.valueOf(operator), some));
    }

    private static List<Operator> operators(Field<?> field) {
        return switch (field.kind()) {
            case Kind.Text _, Kind.Email _, Kind.PhoneNumber _, Kind.WebLink _ -> TEXT;
            case Kind.Number _, Kind.Sum _, Kind.Date _, Kind.Moment _ -> ORDER;
            case Kind.Attachment _, Kind.Address _ -> List.of();
            case Kind.Many<?> _ -> List.of(Operator.EQUAL, Operator.CONTAINS);
            case Kind.YesNo _, Kind.Choice _, Kind.User _, Kind.Link _, Kind.Booking _ -> SAME;
        };
    }

    /// Files and addresses can only be asked whether they are there.
    private static String first(Field<?> field) {
        return operators(field).stream().findFirst().map(Operator::name).orElse(FILLED);
    }

    private void draw() {
        content.removeAll();
        Map<String, String> fields = new LinkedHashMap<>();
        type.fields().forEach(each -> fields.put(each.id(), tab.text(type.nameOf(each))));
        Control which = Control.choice(fields, field.id(), false).with("aria-label", text("robots.field")).with("data-test", "condition-field");
        which.whenSettled((id, _) -> about(type.field(id).orElseThrow()));
        Map<String, String> ways = new LinkedHashMap<>();
        operators(field).forEach(each -> ways.put(each.name(), text("robots.operator." + each.name())));
        ways.put(EMPTY, text("robots.operator.EMPTY"));
        ways.put(FILLED, text("robots.operator.FILLED"));
        Control how = Control.choice(ways, operator, false).with("aria-label", text("robots.comparison")).with("data-test", "condition-operator");
        how.whenSettled((chosen, _) -> compare(chosen));
        first = Optional.of(which);
        content.add(which, how);
        box = unary() ? Optional.empty() : Optional.of(editor());
        box.ifPresent(content::add);
    }

    private FieldBox editor() {
        Field<?> edited = part() ? Field.text("value").named(Label.of("robots.value")) : named(field);
        Optional<Object> start = value.filter(edited.kind().type()::isInstance);
        value = start;
        return FieldInput.open(edited, start, chosen -> value = chosen, tab, portal);
    }

    private static <T> Field<T> named(Field<T> field) {
        return Field.of("value", field.kind()).asRequired().named(Label.of("robots.value"));
    }

    private void about(Field<?> chosen) {
        field = chosen;
        operator = first(chosen);
        value = Optional.empty();
        draw();
    }

    private void compare(String chosen) {
        operator = chosen;
        draw();
    }

    private boolean unary() {
        return operator.equals(EMPTY) || operator.equals(FILLED);
    }

    /// Whether a part of the text is asked for, which need not be a whole telephone number or address.
    private boolean part() {
        return operator.equals(Operator.CONTAINS.name()) || operator.equals(Operator.STARTS_WITH.name());
    }

    private String text(String key, Object... arguments) {
        return tab.text(Label.of(key, arguments));
    }
}
