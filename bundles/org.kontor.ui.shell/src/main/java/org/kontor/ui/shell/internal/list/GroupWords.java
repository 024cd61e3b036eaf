package org.kontor.ui.shell.internal.list;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Period;
import org.kontor.ui.shell.internal.filters.Comparison;
import org.kontor.ui.shell.internal.filters.Condition;
import org.kontor.ui.shell.internal.filters.Subject;
import org.kontor.ui.shell.internal.filters.Subjects;

/// Groups in the viewer's words, and the condition that lets just one of them through.
record GroupWords(Showing showing) {

    String name(GroupBy by) {
        String name = showing.tab().text(field(by).name().orElseThrow());
        return by.unit().map(unit -> showing.text("groups.unit." + unit, name)).orElse(name);
    }

    String key(GroupBy by, Optional<Object> key) {
        if (key.isEmpty()) {
            return showing.text("groups.none");
        }
        return by.unit().isPresent() ? span(by.unit().get(), (LocalDate) key.get()) : showing.one(field(by), field(by).kind(), key.get());
    }

    private String span(Period.Unit unit, LocalDate first) {
        Locale language = showing.tab().habits().language();
        return switch (unit) {
            case DAY -> DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language).format(first);
            case WEEK -> DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language).format(first) + " – "
                    + DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language).format(first.plusDays(6));
            case MONTH -> DateTimeFormatter.ofPattern("LLLL yyyy", language).format(first);
            case QUARTER -> showing.text("groups.quarter", Integer.toString(first.get(IsoFields.QUARTER_OF_YEAR)), Integer.toString(first.getYear()));
            case YEAR -> Integer.toString(first.getYear());
        };
    }

    /// What is true of the documents of a group only.
    Condition condition(GroupBy by, Optional<Object> key) {
        return condition(new Subject(Optional.empty(), field(by)), by, key, showing.tab().habits().zone());
    }

    private static Condition condition(Subject subject, GroupBy by, Optional<Object> key, ZoneId zone) {
        if (key.isEmpty()) {
            return new Condition(subject, Comparison.EMPTY, List.of());
        }
        if (by.unit().isEmpty()) {
            boolean among = Comparison.of(subject.field().kind()).contains(Comparison.ANY_OF);
            return new Condition(subject, among ? Comparison.ANY_OF : Comparison.IS, List.of(key.get()));
        }
        Period.Days days = Period.current(by.unit().get()).days((LocalDate) key.get());
        if (subject.field().kind() instanceof Kind.Date) {
            return new Condition(subject, Comparison.BETWEEN, List.of(days.start(), days.end().minusDays(1)));
        }
        Instant end = days.end().atStartOfDay(zone).toInstant().minusNanos(1000);
        return new Condition(subject, Comparison.BETWEEN, List.of(days.start().atStartOfDay(zone).toInstant(), end));
    }

    private Field<?> field(GroupBy by) {
        return Subjects.fields(showing.type()).stream().filter(field -> field.id().equals(by.fieldId())).findFirst().orElseThrow();
    }
}
