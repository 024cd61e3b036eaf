package org.kontor.core.documents;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kontor.api.access.Access;
import org.kontor.api.documents.Conditions;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Money;
import org.kontor.api.documents.Notation;
import org.kontor.api.documents.Period;
import org.kontor.api.documents.Phone;
import org.kontor.api.people.Actor;
import org.kontor.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Filters on a document in hand. Only what is asked of linked documents is looked up, with one statement for each [Filter.Through].
@Component(service = Conditions.class)
public final class FilterConditions implements Conditions {
    private final DocumentTypes types;
    private final Notation notation;
    private final Reader reader;
    private final Rights rights;
    private final Clock clock;

    @Activate
    public FilterConditions(@Reference DocumentTypes types, @Reference Notation notation, @Reference Database database, @Reference Access access) {
        this(types, notation, database, access, Clock.systemUTC());
    }

    FilterConditions(DocumentTypes types, Notation notation, Database database, Access access, Clock clock) {
        this.types = types;
        this.notation = notation;
        this.reader = new Reader(database);
        this.rights = new Rights(access, database);
        this.clock = clock;
    }

    @Override
    public boolean passes(Filter filter, Document document) {
        return passes(filter, document, Viewpoint.everything(types, rights, clock));
    }

    @Override
    public boolean passes(Filter filter, Document document, Actor actor) {
        return passes(filter, document, Viewpoint.of(actor, types, rights, clock));
    }

    @Override
    public String write(String typeId, Filter filter) {
        return json(typeId).write(filter);
    }

    @Override
    public Filter read(String typeId, String text) {
        return json(typeId).read(text);
    }

    private FilterJson json(String typeId) {
        return new FilterJson(types.require(typeId), types::find, Optional.of(notation));
    }

    private boolean passes(Filter filter, Document document, Viewpoint view) {
        return switch (filter) {
            case Filter.Any _ -> true;
            case Filter.And and -> and.parts().stream().allMatch(part -> passes(part, document, view));
            case Filter.Or or -> or.parts().stream().anyMatch(part -> passes(part, document, view));
            case Filter.Not not -> !passes(not.part(), document, view);
            case Filter.Compare compare -> compare(compare, value(document, compare.fieldId()));
            case Filter.In in -> value(document, in.fieldId())
                    .filter(some -> some instanceof List<?> many ? many.stream().anyMatch(in.values()::contains) : in.values().contains(some))
                    .isPresent();
            case Filter.Empty empty -> value(document, empty.fieldId()).isEmpty();
            case Filter.Words words -> words(words.text(), document);
            case Filter.Within within -> value(document, within.fieldId()).filter(value -> within(within, value, view)).isPresent();
            case Filter.Through through -> through(through, document, view);
        };
    }

    private static boolean compare(Filter.Compare compare, Optional<Object> value) {
        if (value.isPresent() && value.get() instanceof List<?> many) {
            boolean not = compare.operator() == Filter.Operator.NOT_EQUAL;
            Filter.Compare each = not ? new Filter.Compare(compare.fieldId(), Filter.Operator.EQUAL, compare.value()) : compare;
            return not != many.stream().anyMatch(one -> compare(each, Optional.of((Object) one)));
        }
        return switch (compare.operator()) {
            case EQUAL -> value.filter(some -> order(some, compare.value()).map(order -> order == 0).orElseGet(() -> some.equals(compare.value()))).isPresent();
            case NOT_EQUAL -> !compare(new Filter.Compare(compare.fieldId(), Filter.Operator.EQUAL, compare.value()), value);
            case LESS -> ordered(value, compare.value()).filter(order -> order < 0).isPresent();
            case AT_MOST -> ordered(value, compare.value()).filter(order -> order <= 0).isPresent();
            case GREATER -> ordered(value, compare.value()).filter(order -> order > 0).isPresent();
            case AT_LEAST -> ordered(value, compare.value()).filter(order -> order >= 0).isPresent();
            case CONTAINS -> value.filter(some -> lower(some).contains(sought(some, compare.value()))).isPresent();
            case STARTS_WITH -> value.filter(some -> lower(some).startsWith(sought(some, compare.value()))).isPresent();
        };
    }

    private static Optional<Integer> ordered(Optional<Object> value, Object other) {
        return value.flatMap(some -> order(some, other));
    }

    /// Sums are compared by their number, as the database does it.
    @SuppressWarnings("unchecked")
    private static Optional<Integer> order(Object one, Object other) {
        if (one instanceof Money a && other instanceof Money b) {
            return a.currency().equals(b.currency()) ? Optional.of(Long.compare(a.minor(), b.minor())) : Optional.empty();
        }
        if (one instanceof BigDecimal a && other instanceof Number b) {
            return Optional.of(a.compareTo(new BigDecimal(b.toString())));
        }
        return one instanceof Comparable<?> && one.getClass() == other.getClass()
                ? Optional.of(((Comparable<Object>) one).compareTo(other))
                : Optional.empty();
    }

    private static String lower(Object value) {
        return (value instanceof Phone phone ? phone.number() : value.toString()).toLowerCase(Locale.ROOT);
    }

    private static String sought(Object value, Object wanted) {
        return value instanceof Phone ? FilterSql.digits(wanted) : lower(wanted);
    }

    private boolean words(String text, Document document) {
        if (text.isBlank()) {
            return true;
        }
        Set<String> words = SearchWords.of(types.require(document.ref().type()), document).keySet();
        return SearchWords.readings(text).stream().anyMatch(reading -> reading.stream().allMatch(start -> words.stream().anyMatch(word -> word.startsWith(start))));
    }

    private static boolean within(Filter.Within within, Object value, Viewpoint view) {
        Period.Days days = within.period().days(view.today(within.zone()));
        return switch (value) {
            case LocalDate day -> !day.isBefore(days.start()) && day.isBefore(days.end());
            case Instant moment -> !moment.isBefore(days.start().atStartOfDay(within.zone()).toInstant()) && moment.isBefore(days.end().atStartOfDay(within.zone()).toInstant());
            case Object other -> throw new IllegalArgumentException("'" + other + "' in field '" + within.fieldId() + "' is neither a day nor a moment: it can't lie in a period");
        };
    }

    private boolean through(Filter.Through through, Document document, Viewpoint view) {
        Stream<?> values = value(document, through.fieldId()).stream().flatMap(value -> value instanceof List<?> many ? many.stream() : Stream.of(value));
        List<Object> ids = values.filter(value -> value instanceof DocumentRef ref && ref.type().equals(through.typeId())).<Object>map(value -> ((DocumentRef) value).id()).toList();
        return !ids.isEmpty() && reader.count(types.require(through.typeId()), new Filter.In("id", ids).and(through.linked()), 1, view).value() > 0;
    }

    private Optional<Object> value(Document document, String fieldId) {
        DocumentType type = types.require(document.ref().type());
        return type.field(fieldId).isPresent() || BuiltIn.is(fieldId) ? BuiltIn.value(type, document, fieldId) : Optional.empty();
    }
}
