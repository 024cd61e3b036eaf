package org.kontor.core.documents;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.api.documents.Count;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Grouping;
import org.kontor.api.documents.Grouping.By;
import org.kontor.api.documents.Grouping.Group;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Period;
import org.kontor.api.documents.Stage;
import org.kontor.api.documents.Total;
import org.kontor.api.people.PersonId;
import org.kontor.storage.Engine;
import org.kontor.storage.Row;
import org.kontor.storage.Sql;

/// One statement that counts documents in groups, reading no more than a bound of them: of each group where an index leads to every group, else of all together.
final class GroupReading {
    private static final int MOST_STRETCHES = 40;
    private static final String KEY = "in_group";

    /// Documents of a group in the same currencies.
    record Part(Optional<Object> key, long count, List<Total> totals) {}

    private final DocumentType type;
    private final Grouping grouping;
    private final Engine engine;
    private final Sums sums;
    private final List<Object> stretches;

    GroupReading(DocumentType type, Grouping grouping, Engine engine) {
        this.type = type;
        this.grouping = grouping;
        this.engine = engine;
        this.sums = new Sums(type, grouping.sums());
        this.stretches = stretches();
    }

    /// The values that an index leads to, when they are known and few; else none.
    private List<Object> stretches() {
        List<Object> known = switch (grouping.by()) {
            case By.Span _ -> List.of();
            case By.Value(String id) when id.equals("stage") -> known(type.pipelines().stream().flatMap(way -> way.stages().stream()).map(Stage::id));
            case By.Value(String id) -> BuiltIn.declared(type, id).filter(field -> field.traits().contains(Field.Trait.INDEXED)).map(GroupReading::options).orElse(List.of());
        };
        return known.size() > MOST_STRETCHES ? List.of() : known;
    }

    private static List<Object> known(Stream<?> values) {
        return values.<Object>map(value -> value).toList();
    }

    private static List<Object> options(Field<?> field) {
        return switch (field.kind()) {
            case Kind.Choice choice -> known(choice.options().stream().map(Kind.Choice.Option::id));
            case Kind.YesNo _ -> List.of(false, true);
            default -> List.of();
        };
    }

    Sql sql(Sql live) {
        if (stretches.isEmpty()) {
            return counted(live, keys());
        }
        String column = BuiltIn.column(type, grouping.by().fieldId());
        Stream<Sql> valued = stretches.stream().map(value -> live.then(" and " + column + " = ?", value));
        Stream<Sql> empty = Stream.of(live.then(" and " + column + " is null"));
        return Stream.concat(valued, empty).map(where -> Sql.of("(").then(counted(where, keys())).then(")")).reduce((a, b) -> a.then(" union all ").then(b)).orElseThrow();
    }

    private Sql counted(Sql where, Sql keys) {
        String read = sums.read().stream().map(column -> ", " + column).collect(Collectors.joining());
        String names = Stream.concat(keyNames().stream(), sums.currencies().stream()).collect(Collectors.joining(", "));
        String selected = Stream.of(keyNames(), sums.selected()).flatMap(List::stream).collect(Collectors.joining(", "));
        return Sql.of("select " + selected + ", count(*) as n from (select ").then(keys).then(read + " from " + Tables.name(type) + " where ").then(where)
                .then(" limit ?) as counted group by " + names, grouping.bound() + 1);
    }

    private List<String> keyNames() {
        return link() ? List.of(KEY, KEY + "_type") : List.of(KEY);
    }

    private boolean link() {
        return FilterSql.links(Field.of("any", BuiltIn.kind(type, grouping.by().fieldId())));
    }

    private Sql keys() {
        String column = BuiltIn.column(type, grouping.by().fieldId());
        return switch (grouping.by()) {
            case By.Value(String id) -> {
                checkGroups(id);
                yield Sql.of(column + " as " + KEY + (link() ? ", " + column + "_type as " + KEY + "_type" : ""));
            }
            case By.Span span -> span(span, column);
        };
    }

    private void checkGroups(String fieldId) {
        switch (BuiltIn.kind(type, fieldId)) {
            case Kind.Many<?> _, Kind.Sum _, Kind.Attachment _, Kind.Address _ ->
                    throw new IllegalArgumentException("field '" + fieldId + "' of '" + type.id() + "' makes no groups: take a choice, a user, yes or no, a link, a text, a number or a day");
            case Kind.Text _, Kind.Number _, Kind.YesNo _, Kind.Date _, Kind.Moment _, Kind.Choice _, Kind.User _, Kind.PhoneNumber _, Kind.Email _, Kind.WebLink _, Kind.Link _, Kind.Booking _ -> {}
        }
    }

    /// The first day of the span, as text: both engines cut a moment in its zone so.
    private Sql span(By.Span span, String column) {
        boolean postgresql = engine == Engine.POSTGRESQL;
        String unit = span.unit() == Period.Unit.WEEK && !postgresql ? "iso_week" : span.unit().name().toLowerCase(Locale.ROOT);
        Sql local = switch (BuiltIn.kind(type, span.fieldId())) {
            case Kind.Date _ -> Sql.of(postgresql ? "cast(" + column + " as timestamp)" : column);
            case Kind.Moment _ -> Sql.of(column + " at time zone ?", span.zone().getId());
            default -> throw new IllegalArgumentException("field '" + span.fieldId() + "' is neither a day nor a moment: it can't be grouped by " + span.unit());
        };
        return Sql.of("substring(cast(date_trunc('" + unit + "', ").then(local).then(") as varchar(40)) from 1 for 10) as " + KEY);
    }

    Part part(Row row) {
        return new Part(key(row), row.number("n"), sums.totals(row));
    }

    private Optional<Object> key(Row row) {
        if (grouping.by() instanceof By.Span) {
            return row.optionalText(KEY).map(LocalDate::parse);
        }
        return switch (BuiltIn.kind(type, grouping.by().fieldId())) {
            case Kind.YesNo _ -> row.optionalYes(KEY).map(Object.class::cast);
            case Kind.User _ -> row.optionalNumber(KEY).map(PersonId::new);
            case Kind.Number _ -> row.optionalDecimal(KEY).map(BigDecimal::stripTrailingZeros).map(Object.class::cast);
            case Kind.Date _ -> row.optionalDate(KEY).map(Object.class::cast);
            case Kind.Moment _ -> row.optionalMoment(KEY).map(Object.class::cast);
            case Kind.Link _, Kind.Booking _ -> row.optionalNumber(KEY).map(id -> new org.kontor.api.documents.DocumentRef(row.text(KEY + "_type"), id));
            case Kind<?> kind -> row.optionalText(KEY).map(text -> ValueText.read(kind, text));
        };
    }

    /// Stages and options in their order, spans in time, others the largest first; those without a value last.
    List<Group> of(List<Part> parts) {
        boolean exactly = !stretches.isEmpty() || parts.stream().mapToLong(Part::count).sum() <= grouping.bound();
        Map<Optional<Object>, List<Part>> byKey = parts.stream().collect(Collectors.groupingBy(Part::key, LinkedHashMap::new, Collectors.toList()));
        List<Group> groups = new ArrayList<>();
        byKey.forEach((key, some) -> {
            long count = some.stream().mapToLong(Part::count).sum();
            groups.add(new Group(key, new Count(Math.min(count, grouping.bound()), exactly && count <= grouping.bound()), Sums.together(some.stream().flatMap(part -> part.totals().stream()))));
        });
        groups.sort(Comparator.comparing((Group group) -> group.key().isEmpty()).thenComparing(order()));
        return List.copyOf(groups);
    }

    private Comparator<Group> order() {
        Comparator<Group> largest = Comparator.comparing((Group group) -> group.count().value()).reversed();
        if (grouping.by() instanceof By.Span) {
            return Comparator.comparing((Group group) -> group.key().map(LocalDate.class::cast).orElse(LocalDate.MAX));
        }
        List<Object> known = stretches.isEmpty() ? BuiltIn.declared(type, grouping.by().fieldId()).map(GroupReading::options).orElse(List.of()) : stretches;
        return known.isEmpty() ? largest : Comparator.comparing((Group group) -> group.key().map(known::indexOf).filter(place -> place >= 0).orElse(Integer.MAX_VALUE));
    }
}
