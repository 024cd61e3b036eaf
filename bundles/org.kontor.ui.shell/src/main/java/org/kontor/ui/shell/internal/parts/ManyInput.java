package org.kontor.ui.shell.internal.parts;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.kontor.api.documents.Display;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.files.FileRef;
import org.kontor.api.labels.Label;

/// The editor for a field of many values: rows for what is typed, chips or boxes to tick for what is picked, a list for files (FLD-12).
final class ManyInput {
    private final FieldInput asked;

    /// For the field, value and place that `asked` names.
    ManyInput(FieldInput asked) {
        this.asked = asked;
    }

    FieldBox box(Kind.Many<?> many) {
        List<?> present = asked.value.map(List.class::cast).orElse(List.of());
        Consumer<List<?>> taken = all -> asked.chosen.accept(all.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(all)));
        return switch (many.of()) {
            case Kind.Attachment _ -> asked.files(present.stream().map(FileRef.class::cast).toList(), true, taken::accept);
            case Kind.Choice choice when asked.field.display().appearance() == Display.Appearance.CHECKBOXES -> asked.ticks(asked.choices(choice), true, Optional.empty(), taken::accept);
            case Kind.Choice choice -> chips(present, asked.choices(choice), taken);
            case Kind.User _, Kind.Link _ -> chips(present, Map.of(), taken);
            default -> rows(many, present, taken);
        };
    }

    /// Values that are picked, by an editor of one that starts anew after each.
    private FieldBox chips(List<?> present, Map<String, String> options, Consumer<List<?>> taken) {
        Field<?> one = asked.field.withKind(((Kind.Many<?>) asked.field.kind()).of());
        ManyChips chips = new ManyChips(asked.name, present, some -> words(one, some, options), taken::accept, asked.tab);
        Div place = new Div();
        FieldBox box = new FieldBox(chips.content(), List.of()).used(FieldBox.Manner.COLLECTING);
        picker(one, chips, place, true);
        chips.picked(place);
        return box;
    }

    private void picker(Field<?> one, ManyChips chips, Div place, boolean first) {
        Field<?> next = one.shownAs(new Display(one.display().appearance(), 1, Optional.of(Label.of("field.add-one")), one.display().activeOnly()));
        FieldBox picker = new FieldInput(next, Label.verbatim(asked.name), Optional.empty(), picked -> picked.ifPresent(value -> {
            chips.take(value);
            picker(one, chips, place, false);
        }), asked.tab, asked.portal, asked.document).box();
        place.removeAll();
        place.add(picker);
        if (!first) {
            picker.focus();
        }
    }

    private String words(Field<?> one, Object some, Map<String, String> options) {
        return some instanceof DocumentRef ref ? asked.titleOf(ref) : options.getOrDefault(some.toString(), asked.portal.notation.show(one, some, asked.tab.habits()));
    }

    private FieldBox rows(Kind.Many<?> many, List<?> present, Consumer<List<?>> taken) {
        Field<?> one = asked.field.withKind(many.of());
        ManyRows rows = new ManyRows(asked.field.id(), asked.name, present, (start, settled) -> new FieldInput(one, Label.verbatim(asked.name), start, settled, asked.tab, asked.portal, asked.document).box(), taken::accept, asked.tab);
        return new FieldBox(rows.content(), List.of()).used(FieldBox.Manner.COLLECTING).holding(rows::boxes);
    }
}
