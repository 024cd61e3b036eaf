package org.kontor.ui.shell.internal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.kontor.api.documents.Display;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Money;
import org.kontor.api.documents.Notation;
import org.kontor.api.documents.PostalAddress;
import org.kontor.api.files.FileRef;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Person;
import org.kontor.api.people.PersonId;
import org.kontor.ui.api.FieldEditor;
import org.kontor.ui.shell.internal.tab.Contributions;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// The editor for a value of a field, by its kind; a contributed [FieldEditor] comes first.
///
/// It hands over each value the viewer settles on: when leaving a text, or at once when something is chosen. What can't be read stays where it
/// was typed, with the reason below it. The control inside is marked `input-<fieldId>` for tests; it can be put into a `label`.
public final class FieldInput {
    final Field<?> field;
    final Optional<Object> value;
    final Consumer<Optional<Object>> chosen;
    final PageTab tab;
    final Portal portal;
    final String name;
    final Optional<DocumentRef> document;

    FieldInput(Field<?> field, Label name, Optional<Object> value, Consumer<Optional<Object>> chosen, PageTab tab, Portal portal, Optional<DocumentRef> document) {
        this.document = document;
        this.field = field;
        this.value = value;
        this.chosen = chosen;
        this.tab = tab;
        this.portal = portal;
        this.name = tab.text(name);
    }

    /// An editor that starts with `value`; empty clears the field. Name it by a `label` around it, or use the way below.
    public static FieldBox open(Field<?> field, Optional<Object> value, Consumer<Optional<Object>> chosen, PageTab tab, Portal portal) {
        return new FieldInput(field, field.name().orElse(Label.verbatim("")), value, chosen, tab, portal, Optional.empty()).box();
    }

    /// As above, with a contributed editor if there is one; `name` is what screen readers say.
    public static FieldBox open(Field<?> field, Label name, Optional<Object> value, Consumer<Optional<Object>> chosen, PageTab tab, Portal portal, Contributions contributions) {
        return open(field, name, value, chosen, tab, portal, contributions, Optional.empty());
    }

    /// As above, for a value of a document: who may read it may fetch its files.
    public static FieldBox open(Field<?> field, Label name, Optional<Object> value, Consumer<Optional<Object>> chosen, PageTab tab, Portal portal, Contributions contributions, Optional<DocumentRef> document) {
        for (FieldEditor editor : contributions.editors()) {
            if (offers(editor, field)) {
                Component made = tab.guarded(() -> editor.open(field, value, chosen, tab));
                return new FieldBox(made, List.of(made.getElement()), Optional.of(editor));
            }
        }
        return new FieldInput(field, name, value, chosen, tab, portal, document).box();
    }

    private static boolean offers(FieldEditor editor, Field<?> field) {
        try {
            return editor.isFor(field);
        } catch (RuntimeException | LinkageError _) {
            return false;
        }
    }

    FieldBox box() {
        return switch (field.kind()) {
            case Kind.Text text when text.lines() > 1 || field.display().rows() > 1 -> typed(longText(text));
            case Kind.Text _ -> typed(marked(Control.line("text", shown())));
            case Kind.Number number -> typed(marked(Control.line("text", shown()).with("inputmode", number.decimals() == 0 ? "numeric" : "decimal")));
            case Kind.Sum sum -> money(sum);
            case Kind.YesNo _ -> selected(yesNo());
            case Kind.Date _ -> typed(marked(Control.line("date", value.map(Object::toString).orElse(""))));
            case Kind.Moment _ -> moment();
            case Kind.Choice choice -> choice(choice);
            case Kind.User _ -> user();
            case Kind.PhoneNumber _ -> typed(marked(Control.line("tel", shown())));
            case Kind.Email _ -> typed(marked(Control.line("text", shown()).with("inputmode", "email")));
            case Kind.WebLink _ -> typed(marked(Control.line("text", shown()).with("inputmode", "url").with("placeholder", "https://")));
            case Kind.Link link -> document(link);
            case Kind.Booking _ -> booking();
            case Kind.Address _ -> address();
            case Kind.Attachment _ -> files(value.map(FileRef.class::cast).stream().toList(), false, all -> chosen.accept(all.stream().findFirst().map(Object.class::cast)));
            case Kind.Many<?> many -> new ManyInput(this).box(many);
        };
    }

    private String shown() {
        return value.map(present -> portal.notation.show(field, present, tab.habits())).orElse("");
    }

    private Control marked(Control control) {
        control.with("data-test", "input-" + field.id());
        if (!name.isEmpty()) {
            control.with("aria-label", name);
        }
        return control;
    }

    private Control longText(Kind.Text text) {
        boolean high = field.display().rows() > 1;
        Control control = Control.lines(high ? field.display().rows() : text.lines(), shown());
        if (high) {
            control.addClassName("fixed");
        }
        return marked(control);
    }

    private FieldBox typed(Control control) {
        FieldBox box = new FieldBox(control, List.of(control.getElement()));
        control.whenSettled((text, readable) -> settle(box, readable ? portal.notation.read(field, text, tab.habits()) : new Notation.Reading.Refused(Label.of("field.not-complete"))));
        return box;
    }

    private void settle(FieldBox box, Notation.Reading reading) {
        box.accept();
        switch (reading) {
            case Notation.Reading.Value(Object read) -> chosen.accept(Optional.of(read));
            case Notation.Reading.Nothing _ -> chosen.accept(Optional.empty());
            case Notation.Reading.Refused(var reason) -> box.refuse(tab.text(reason));
        }
    }

    private FieldBox moment() {
        String local = value.map(Instant.class::cast).map(moment -> LocalDateTime.ofInstant(moment, tab.habits().zone()).truncatedTo(ChronoUnit.MINUTES).toString()).orElse("");
        return typed(marked(Control.line("datetime-local", local)));
    }

    private FieldBox money(Kind.Sum sum) {
        SumControl control = new SumControl(value.map(Money.class::cast), sum.currency(), tab, portal);
        marked(control.amount());
        control.currency().with("data-test", "input-" + field.id() + "-currency").with("aria-label", (name + " " + tab.text(Label.of("field.currency"))).strip());
        FieldBox box = new FieldBox(control.content(), List.of(control.amount().getElement(), control.currency().getElement()));
        control.whenSettled(text -> settle(box, portal.notation.read(field, text, tab.habits())));
        return box;
    }

    private Map<String, String> yesNo() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("true", portal.notation.show(field, true, tab.habits()));
        options.put("false", portal.notation.show(field, false, tab.habits()));
        return options;
    }

    private FieldBox choice(Kind.Choice choice) {
        Map<String, String> options = choices(choice);
        Optional<String> empty = field.required() && value.isPresent() ? Optional.empty() : Optional.of(field.display().emptyCaption().map(tab::text).orElse("–"));
        return switch (field.display().appearance()) {
            case CHECKBOXES -> ticks(options, false, empty, all -> chosen.accept(all.stream().findFirst().map(Object.class::cast)));
            case TYPED -> searched(typedChoice(options, empty), id -> id);
            case LIST -> {
                Control control = marked(Control.choice(options, value.map(Object::toString).orElse(""), empty));
                FieldBox box = typed(control);
                if (field.display().rows() > 1) {
                    control.with("size", Integer.toString(field.display().rows())).addClassName("fixed");
                    box.used(FieldBox.Manner.COLLECTING);
                }
                yield box;
            }
        };
    }

    private ComboBox<String> typedChoice(Map<String, String> options, Optional<String> empty) {
        ComboBox<String> combo = new ComboBox<>();
        combo.setItems(options.keySet());
        combo.setItemLabelGenerator(id -> options.getOrDefault(id, id));
        empty.ifPresent(combo::setPlaceholder);
        value.map(Object::toString).ifPresent(combo::setValue);
        return combo;
    }

    FieldBox ticks(Map<String, String> options, boolean many, Optional<String> empty, Consumer<List<String>> taken) {
        List<String> present = value.map(some -> some instanceof List<?> all ? all.stream().map(Object::toString).toList() : List.of(some.toString())).orElse(List.of());
        TickBoxes ticks = new TickBoxes(field.id(), name, options, present, many, empty, field.display().rows(), taken);
        return new FieldBox(ticks.content(), ticks.controls()).used(FieldBox.Manner.COLLECTING);
    }

    /// The options that can be chosen, and those that are.
    Map<String, String> choices(Kind.Choice choice) {
        List<?> present = value.map(some -> some instanceof List<?> all ? all : List.of(some)).orElse(List.of());
        Map<String, String> options = new LinkedHashMap<>();
        choice.options().stream().filter(option -> option.offered() || present.contains(option.id())).forEach(option -> options.put(option.id(), tab.text(option.name())));
        present.forEach(id -> options.putIfAbsent(id.toString(), id.toString()));
        return options;
    }

    private FieldBox address() {
        AddressControl control = new AddressControl(field.id(), name, value.map(PostalAddress.class::cast), tab);
        FieldBox box = new FieldBox(control.content(), control.controls()).used(FieldBox.Manner.COLLECTING);
        control.whenSettled((address, wrong) -> {
            box.accept();
            wrong.ifPresentOrElse(why -> box.refuse(tab.text(why)), () -> chosen.accept(address));
        });
        return box;
    }

    FieldBox files(List<FileRef> present, boolean several, Consumer<List<FileRef>> taken) {
        FileControl control = new FileControl(field.id(), name, present, several, document, taken, tab, portal);
        FieldBox box = new FieldBox(control.content(), List.of()).used(FieldBox.Manner.STAYING);
        control.whenSettled(box::refuse, box::accept);
        return box;
    }

    /// Shown only: bookings are made where the module for them is on.
    private FieldBox booking() {
        String text = value.map(DocumentRef.class::cast).map(this::titleOf).orElse("–");
        Component shown = value.<Component>map(ref -> Elements.link(ref.toString(), Elements.text("", text))).orElseGet(() -> Elements.text("quiet", text));
        return new FieldBox(Elements.div("stack", shown, Elements.text("quiet small", tab.text(Label.of("field.booking")))), List.of());
    }

    String titleOf(DocumentRef ref) {
        return portal.documents.get(ref, tab.actor()).flatMap(found -> found.get(portal.types.require(ref.type()).title())).orElseGet(ref::toString);
    }

    private FieldBox selected(Map<String, String> options) {
        String present = value.map(Object::toString).orElse("");
        if (!present.isEmpty()) {
            options.putIfAbsent(present, shown());
        }
        return typed(marked(Control.choice(options, present, !field.required() || present.isEmpty())));
    }

    private FieldBox user() {
        ComboBox<Person> people = new ComboBox<>();
        people.setItems(portal.people.all().stream().filter(person -> person.active() || value.filter(person.id()::equals).isPresent()).toList());
        people.setItemLabelGenerator(Person::name);
        value.map(PersonId.class::cast).flatMap(portal.people::find).ifPresent(people::setValue);
        return searched(people, Person::id);
    }

    private FieldBox document(Kind.Link link) {
        Map<String, DocumentType> types = new LinkedHashMap<>();
        portal.types.all().stream().filter(type -> link.types().isEmpty() ? type.listed() : link.types().contains(type.id())).forEach(type -> types.put(type.id(), type));
        ComboBox<Document> documents = new ComboBox<>();
        FoundDocuments found = new FoundDocuments(types, field.display().activeOnly(), tab, portal);
        documents.setItemLabelGenerator(found::name);
        documents.setItems(query -> found.fetch(query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
        documents.setPlaceholder(tab.text(Label.of("field.find-document")));
        value.map(DocumentRef.class::cast).flatMap(ref -> portal.documents.get(ref, tab.actor())).ifPresent(documents::setValue);
        return searched(documents, Document::ref);
    }

    private <T> FieldBox searched(ComboBox<T> combo, Function<T, Object> stored) {
        if (!name.isEmpty()) {
            combo.setAriaLabel(name);
        }
        combo.setClearButtonVisible(!field.required());
        combo.setWidthFull();
        Elements.test(combo, "input-" + field.id());
        FieldBox box = new FieldBox(new Div(combo), List.<Element>of(combo.getElement()));
        combo.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                box.accept();
                chosen.accept(Optional.ofNullable(event.getValue()).map(stored));
            }
        });
        return box;
    }
}
