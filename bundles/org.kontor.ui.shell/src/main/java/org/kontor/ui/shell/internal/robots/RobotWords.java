package org.kontor.ui.shell.internal.robots;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Period;
import org.kontor.api.labels.Label;
import org.kontor.api.workflow.Timing;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// What a robot does, when and for which documents, in the viewer's words.
final class RobotWords {
    private final PageTab tab;
    private final Portal portal;
    private final DocumentType type;

    RobotWords(PageTab tab, Portal portal, DocumentType type) {
        this.tab = tab;
        this.portal = portal;
        this.type = type;
    }

    /// Its name, or its id while its bundle is away.
    String activity(String activityId) {
        String key = "activity." + activityId;
        return portal.labels.has(key) ? text(key) : activityId;
    }

    String timing(Timing timing) {
        return switch (timing) {
            case Timing.AtOnce _ -> text("robots.at-once");
            case Timing.After(Duration span) -> span(span);
        };
    }

    private String span(Duration span) {
        Spell spell = Spell.of(span);
        return spell.count() == 1 ? text("robots.after." + spell.unit().key() + ".one") : text("robots.after." + spell.unit().key(), spell.count());
    }

    String condition(Filter filter) {
        return switch (filter) {
            case Filter.Any _ -> text("robots.always");
            case Filter.And(List<Filter> parts) -> joined(parts, "robots.and");
            case Filter.Or(List<Filter> parts) -> joined(parts, "robots.or");
            case Filter.Not(Filter.Empty(String fieldId)) -> text("robots.filled", name(fieldId));
            case Filter.Not(Filter part) -> text("robots.not", condition(part));
            case Filter.Empty(String fieldId) -> text("robots.empty", name(fieldId));
            case Filter.Compare(String fieldId, Filter.Operator operator, Object value) ->
                    name(fieldId) + " " + text("robots.operator." + operator.name()) + " " + shown(fieldId, value);
            case Filter.In(String fieldId, List<Object> values) ->
                    name(fieldId) + " " + text("robots.operator.EQUAL") + " " + values.stream().map(value -> shown(fieldId, value)).collect(Collectors.joining(", "));
            case Filter.Words(String words) -> text("robots.words", words);
            case Filter.Within(String fieldId, Period period, ZoneId _) -> text("robots.within", name(fieldId), period(period));
            case Filter.Through(String fieldId, String typeId, Filter linked) -> text("robots.through", name(fieldId), new RobotWords(tab, portal, portal.types.require(typeId)).condition(linked));
        };
    }

    /// Its word where there is one, else the days it means today.
    private String period(Period period) {
        String key = "robots.period." + period.text();
        if (portal.labels.has(key)) {
            return text(key);
        }
        Period.Days days = period.days(LocalDate.now(tab.habits().zone()));
        Field<LocalDate> day = Field.of("day", new Kind.Date());
        return shown(day, days.start()) + " – " + shown(day, days.end().minusDays(1));
    }

    private String joined(List<Filter> parts, String by) {
        return parts.stream().map(this::condition).collect(Collectors.joining(" " + text(by) + " "));
    }

    private String name(String fieldId) {
        return type.field(fieldId).map(field -> tab.text(type.nameOf(field))).orElse(fieldId);
    }

    private String shown(String fieldId, Object value) {
        return type.field(fieldId).filter(field -> field.kind().type().isInstance(value)).map(field -> shown(field, value)).orElse("“" + value + "”");
    }

    private String shown(Field<?> field, Object value) {
        return portal.notation.show(field, value, tab.habits());
    }

    private String text(String key, Object... arguments) {
        return tab.text(Label.of(key, arguments));
    }
}
