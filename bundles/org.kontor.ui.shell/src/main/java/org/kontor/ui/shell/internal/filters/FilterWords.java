package org.kontor.ui.shell.internal.filters;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Period;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// Conditions in the viewer's words.
public final class FilterWords {
    private static final int MOST_SAID = 3;
    private static final Field<LocalDate> DAY = Field.of("day", new Kind.Date());

    private final PageTab tab;
    private final Portal portal;
    private final Subjects subjects;

    public FilterWords(PageTab tab, Portal portal, Subjects subjects) {
        this.tab = tab;
        this.portal = portal;
        this.subjects = subjects;
    }

    public String of(ConditionTree.Part part) {
        return switch (part) {
            case ConditionTree.Part.One(Condition condition) -> of(condition);
            case ConditionTree.Part.Some(boolean any, List<Condition> all) -> all.stream().map(this::of).collect(Collectors.joining(" " + join(any) + " "));
            case ConditionTree.Part.Other(Filter filter) -> of(filter);
        };
    }

    public String of(Condition condition) {
        Subject subject = condition.subject();
        String name = name(subject);
        String way = comparison(condition.comparison(), subject.single());
        return switch (condition.comparison().needs()) {
            case NOTHING -> name + " " + way;
            case PERIOD -> name + ": " + period((Period) condition.values().getFirst());
            case PART -> name + " " + way + " “" + condition.values().getFirst() + "”";
            case TWO -> name + ": " + shown(subject, condition.values().getFirst()) + " – " + shown(subject, condition.values().getLast());
            case ONE, SOME -> name + " " + way + " " + values(subject, condition.values());
        };
    }

    /// The name of a subject, with the way to it.
    public String name(Subject subject) {
        return subject.way().map(way -> tab.text(way.name()) + " › ").orElse("") + tab.text(subject.name());
    }

    public String comparison(Comparison comparison, Kind<?> kind) {
        boolean days = kind instanceof Kind.Date || kind instanceof Kind.Moment;
        String special = "filter.day." + comparison;
        return tab.text(Label.of(days && portal.labels.has(special) ? special : "filter.is." + comparison));
    }

    /// Its word where there is one, else the days it means today.
    public String period(Period period) {
        String key = "filter.period." + period.text();
        if (portal.labels.has(key)) {
            return tab.text(Label.of(key));
        }
        Period.Days days = period.days(LocalDate.now(tab.habits().zone()));
        return portal.notation.show(DAY, days.start(), tab.habits()) + " – " + portal.notation.show(DAY, days.end().minusDays(1), tab.habits());
    }

    public String join(boolean any) {
        return tab.text(Label.of(any ? "filter.or" : "filter.and"));
    }

    /// A value as it is shown anywhere; a linked document by its title.
    public String shown(Subject subject, Object value) {
        if (value instanceof DocumentRef ref) {
            return portal.types.find(ref.type()).flatMap(type -> portal.documents.get(ref, tab.actor()).flatMap(document -> document.get(type.title()))).orElse(ref.toString());
        }
        return subject.single().type().isInstance(value) ? portal.notation.show(subject.field().withKind(subject.single()), value, tab.habits()) : value.toString();
    }

    private String values(Subject subject, List<Object> values) {
        String some = values.stream().limit(MOST_SAID).map(value -> shown(subject, value)).collect(Collectors.joining(", "));
        return values.size() > MOST_SAID ? some + " +" + (values.size() - MOST_SAID) : some;
    }

    private String of(Filter filter) {
        return Condition.of(filter, subjects).map(this::of).orElseGet(() -> switch (filter) {
            case Filter.And(List<Filter> parts) -> parts.stream().map(this::of).collect(Collectors.joining(" " + join(false) + " ", "(", ")"));
            case Filter.Or(List<Filter> parts) -> parts.stream().map(this::of).collect(Collectors.joining(" " + join(true) + " ", "(", ")"));
            case Filter.Not(Filter part) -> tab.text(Label.of("filter.not", of(part)));
            case Filter.Words(String words) -> "“" + words + "”";
            case Filter.Through through -> tab.text(Label.of("filter.linked", subjects.own(through.fieldId()).map(Subject::name).orElse(Label.verbatim(through.fieldId()))));
            case Filter.Any _ -> tab.text(Label.of("filter.everything"));
            case Filter.Compare compare -> compare.fieldId() + " " + tab.text(Label.of("filter.is.IS")) + " “" + compare.value() + "”";
            case Filter.In in -> in.fieldId() + " " + tab.text(Label.of("filter.is.ANY_OF")) + " " + in.values();
            case Filter.Empty empty -> empty.fieldId() + " " + tab.text(Label.of("filter.is.EMPTY"));
            case Filter.Within within -> within.fieldId() + ": " + period(within.period());
        });
    }
}
