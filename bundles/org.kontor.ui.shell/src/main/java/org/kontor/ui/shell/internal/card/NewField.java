package org.kontor.ui.shell.internal.card;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Control;
import org.kontor.ui.shell.internal.parts.Elements;

/// Asks for a new field of the type: its names, its kind, the values of a choice, whether it holds many (CARD-4). Everything else is set on the page of fields.
final class NewField {
    private static final Map<String, Kind<?>> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("text", new Kind.Text(250, 1));
        KINDS.put("lines", new Kind.Text(20_000, 4));
        KINDS.put("number", new Kind.Number(2));
        KINDS.put("sum", new Kind.Sum("EUR"));
        KINDS.put("yes-no", new Kind.YesNo());
        KINDS.put("date", new Kind.Date());
        KINDS.put("moment", new Kind.Moment());
        KINDS.put("choice", new Kind.Choice(List.of()));
        KINDS.put("user", new Kind.User());
        KINDS.put("phone", new Kind.PhoneNumber());
        KINDS.put("email", new Kind.Email());
        KINDS.put("web", new Kind.WebLink());
        KINDS.put("link", new Kind.Link(List.of()));
        KINDS.put("file", new Kind.Attachment());
        KINDS.put("address", new Kind.Address());
    }

    private final OpenDocument open;
    private final Consumer<Field<?>> made;
    private final Div options = Elements.div("stack");
    private final Div several = new Div();
    private String kind = "text";
    private String values = "";
    private boolean many;
    private boolean required;

    NewField(OpenDocument open, Consumer<Field<?>> made) {
        this.open = open;
        this.made = made;
    }

    void open() {
        Map<String, String> kinds = new LinkedHashMap<>();
        KINDS.keySet().forEach(id -> kinds.put(id, text("card.kind." + id)));
        Control choice = Control.choice(kinds, kind, false).with("data-test", "new-field-kind");
        choice.whenSettled((id, _) -> {
            kind = id;
            follow();
        });
        Control lines = Control.lines(4, "").with("data-test", "new-field-options");
        lines.whenSettled((typed, _) -> values = typed);
        options.add(labelled(text("card.new-field.options"), lines.getElement()));
        several.add(tick("card.new-field.many", "new-field-many", on -> many = on));
        follow();
        new NamesDialog(Label.of("card.new-field"), Optional.empty(), this::add, open.tab(), open.portal(),
                        labelled(text("card.new-field.kind"), choice.getElement()), options, several, tick("card.new-field.required", "new-field-required", on -> required = on)).open();
    }

    private void follow() {
        options.setVisible(kind.equals("choice"));
        several.setVisible(!kind.equals("yes-no"));
    }

    private Optional<Label> add(Label name) {
        String type = open.ref().type();
        Field<?> field = Field.of(open.portal().customFields.idFor(type, name), kind()).named(name);
        Amendment<Field<?>> answer = open.portal().customFields.add(type, required ? field.asRequired() : field, open.tab().actor());
        return switch (answer) {
            case Amendment.Refused<Field<?>>(var reasons) -> Optional.of(reasons.getFirst().reason());
            case Amendment.Done<Field<?>>(Field<?> now) -> {
                made.accept(now);
                yield Optional.empty();
            }
        };
    }

    private Kind<?> kind() {
        Kind<?> one = kind.equals("choice") ? new Kind.Choice(options(values)) : Optional.<Kind<?>>ofNullable(KINDS.get(kind)).orElseThrow();
        return many && !kind.equals("yes-no") ? new Kind.Many<>(one) : one;
    }

    /// One option a line.
    static List<Kind.Choice.Option> options(String lines) {
        List<String> names = Arrays.stream(lines.split("\\R")).map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
        return IntStream.range(0, names.size()).mapToObj(i -> new Kind.Choice.Option("v" + (i + 1), Label.verbatim(names.get(i)))).toList();
    }

    private static Div labelled(String name, Element control) {
        Element label = new Element("label");
        label.appendChild(new Element("span").setText(name), control);
        Div line = new Div();
        line.addClassName("names-form");
        line.getElement().appendChild(label);
        return line;
    }

    private Div tick(String key, String test, Consumer<Boolean> ticked) {
        Element box = new Element("input").setAttribute("type", "checkbox").setAttribute("data-test", test);
        box.addEventListener("change", event -> ticked.accept(event.getEventData().get("element.checked").asBoolean())).addEventData("element.checked");
        Element label = new Element("label");
        label.appendChild(box, new Element("span").setText(text(key)));
        Div line = Elements.div("tick-line");
        line.getElement().appendChild(label);
        return line;
    }

    private String text(String key) {
        return open.tab().text(Label.of(key));
    }
}
