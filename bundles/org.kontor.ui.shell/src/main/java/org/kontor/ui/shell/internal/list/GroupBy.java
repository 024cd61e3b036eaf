package org.kontor.ui.shell.internal.list;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Period;
import org.kontor.ui.shell.internal.filters.Subjects;

/// What makes groups: the values of a field, or the spans of time its days and moments lie in. Written `source`, or `created:month`.
record GroupBy(String fieldId, Optional<Period.Unit> unit) {

    String text() {
        return fieldId + unit.map(some -> ":" + some.name().toLowerCase(Locale.ROOT)).orElse("");
    }

    /// Reads what [#text] wrote; empty when the type has no groups by that.
    static Optional<GroupBy> of(String text, DocumentType type) {
        return all(type).stream().filter(each -> each.text().equals(text)).findFirst();
    }

    /// All that make groups worth looking at, in the order of the fields.
    static List<GroupBy> all(DocumentType type) {
        return Subjects.fields(type).stream().filter(field -> !field.id().equals(type.title().id())).flatMap(field -> of(field).stream()).toList();
    }

    /// What groups are made by at first: the stage, else the first there is.
    static GroupBy first(DocumentType type) {
        return all(type).stream().filter(each -> each.fieldId().equals("stage")).findFirst().orElseGet(() -> all(type).getFirst());
    }

    private static List<GroupBy> of(Field<?> field) {
        return switch (field.kind()) {
            case Kind.Date _, Kind.Moment _ -> List.of(Period.Unit.MONTH, Period.Unit.WEEK, Period.Unit.DAY, Period.Unit.QUARTER, Period.Unit.YEAR).stream()
                    .map(unit -> new GroupBy(field.id(), Optional.of(unit))).toList();
            case Kind.Text text when text.lines() > 1 -> List.of();
            case Kind.Text _, Kind.Choice _, Kind.User _, Kind.YesNo _, Kind.Link _, Kind.Booking _ -> List.of(new GroupBy(field.id(), Optional.empty()));
            case Kind.Number _, Kind.Sum _, Kind.PhoneNumber _, Kind.Email _, Kind.WebLink _, Kind.Attachment _, Kind.Address _, Kind.Many<?> _ -> List.of();
        };
    }
}
