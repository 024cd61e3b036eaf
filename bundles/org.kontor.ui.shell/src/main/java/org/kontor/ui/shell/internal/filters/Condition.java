package org.kontor.ui.shell.internal.filters;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Filter.Operator;
import org.kontor.api.documents.Period;

/// One condition as people say it. `values` are of the kind of the field, parts of texts, or a [Period]: as many as the comparison needs.
public record Condition(Subject subject, Comparison comparison, List<Object> values) {
    /// All days before today that anybody may mean.
    private static final Period BEFORE_TODAY = new Period(Period.Unit.DAY, -10_000, -1);

    public Condition {
        values = List.copyOf(values);
        boolean fits = switch (comparison.needs()) {
            case NOTHING -> values.isEmpty();
            case ONE, PART, PERIOD -> values.size() == 1;
            case TWO -> values.size() == 2;
            case SOME -> !values.isEmpty();
        };
        if (!fits) {
            throw new IllegalArgumentException("a condition with " + comparison + " does not go with " + values.size() + " values");
        }
    }

    /// The condition for the core; periods are meant in `zone`.
    public Filter filter(ZoneId zone) {
        Filter plain = plain(subject.field().id(), zone);
        return subject.way().<Filter>map(way -> new Filter.Through(way.link().id(), way.target().id(), plain)).orElse(plain);
    }

    private Filter plain(String id, ZoneId zone) {
        return switch (comparison) {
            case IS -> compare(id, Operator.EQUAL);
            case IS_NOT -> compare(id, Operator.NOT_EQUAL);
            case CONTAINS -> compare(id, Operator.CONTAINS);
            case CONTAINS_NOT -> new Filter.Not(compare(id, Operator.CONTAINS));
            case STARTS_WITH -> compare(id, Operator.STARTS_WITH);
            case AT_LEAST -> compare(id, Operator.AT_LEAST);
            case AT_MOST -> compare(id, Operator.AT_MOST);
            case GREATER -> compare(id, Operator.GREATER);
            case LESS -> compare(id, Operator.LESS);
            case BETWEEN -> new Filter.And(List.of(compare(id, Operator.AT_LEAST), new Filter.Compare(id, Operator.AT_MOST, values.getLast())));
            case ANY_OF -> new Filter.In(id, values);
            case NONE_OF -> new Filter.Not(new Filter.In(id, values));
            case WITHIN -> new Filter.Within(id, (Period) values.getFirst(), zone);
            case OVERDUE -> new Filter.Within(id, BEFORE_TODAY, zone);
            case EMPTY -> new Filter.Empty(id);
            case FILLED -> new Filter.Not(new Filter.Empty(id));
        };
    }

    private Filter compare(String id, Operator operator) {
        return new Filter.Compare(id, operator, values.getFirst());
    }

    /// The condition that a filter says; empty when one can't say it.
    public static Optional<Condition> of(Filter filter, Subjects subjects) {
        if (filter instanceof Filter.Through(String link, String typeId, Filter inner)) {
            return said(inner).flatMap(said -> subjects.find(link + ">" + typeId + ">" + said.id()).flatMap(said::on));
        }
        return said(filter).flatMap(said -> subjects.own(said.id()).flatMap(said::on));
    }

    /// What is said of a field, whatever kind it has.
    private record Said(String id, Comparison comparison, List<Object> values) {
        Optional<Condition> on(Subject subject) {
            List<Comparison> known = Comparison.of(subject.field().kind());
            Comparison wanted = known.contains(comparison) ? comparison : switch (comparison) {
                case IS -> Comparison.ANY_OF;
                case IS_NOT -> Comparison.NONE_OF;
                default -> comparison;
            };
            return known.contains(wanted) && values.stream().allMatch(value -> fits(subject, value, wanted)) ? Optional.of(new Condition(subject, wanted, values)) : Optional.empty();
        }

        private static boolean fits(Subject subject, Object value, Comparison wanted) {
            return switch (wanted.needs()) {
                case ONE, TWO, SOME -> subject.single().type().isInstance(value);
                case NOTHING, PART, PERIOD -> true;
            };
        }
    }

    private static Optional<Said> said(Filter filter) {
        return switch (filter) {
            case Filter.Compare(String id, Operator operator, Object value) -> Optional.of(new Said(id, comparison(operator), List.of(value)));
            case Filter.In(String id, List<Object> values) when !values.isEmpty() -> Optional.of(new Said(id, Comparison.ANY_OF, values));
            case Filter.Empty(String id) -> Optional.of(new Said(id, Comparison.EMPTY, List.of()));
            case Filter.Within(String id, Period period, ZoneId _) when period.equals(BEFORE_TODAY) -> Optional.of(new Said(id, Comparison.OVERDUE, List.of()));
            case Filter.Within(String id, Period period, ZoneId _) -> Optional.of(new Said(id, Comparison.WITHIN, List.of(period)));
            case Filter.And(List<Filter> parts) -> between(parts);
            case Filter.Not(Filter.Empty(String id)) -> Optional.of(new Said(id, Comparison.FILLED, List.of()));
            case Filter.Not(Filter.In(String id, List<Object> values)) when !values.isEmpty() -> Optional.of(new Said(id, Comparison.NONE_OF, values));
            case Filter.Not(Filter.Compare(String id, Operator operator, Object value)) when operator == Operator.CONTAINS ->
                    Optional.of(new Said(id, Comparison.CONTAINS_NOT, List.of(value)));
            case Filter.Any _, Filter.Or _, Filter.Not _, Filter.In _, Filter.Words _, Filter.Through _ -> Optional.empty();
        };
    }

    private static Optional<Said> between(List<Filter> parts) {
        return parts.size() == 2 && parts.getFirst() instanceof Filter.Compare from && parts.getLast() instanceof Filter.Compare to
                        && from.operator() == Operator.AT_LEAST && to.operator() == Operator.AT_MOST && from.fieldId().equals(to.fieldId())
                ? Optional.of(new Said(from.fieldId(), Comparison.BETWEEN, List.of(from.value(), to.value())))
                : Optional.empty();
    }

    private static Comparison comparison(Operator operator) {
        return switch (operator) {
            case EQUAL -> Comparison.IS;
            case NOT_EQUAL -> Comparison.IS_NOT;
            case LESS -> Comparison.LESS;
            case AT_MOST -> Comparison.AT_MOST;
            case GREATER -> Comparison.GREATER;
            case AT_LEAST -> Comparison.AT_LEAST;
            case CONTAINS -> Comparison.CONTAINS;
            case STARTS_WITH -> Comparison.STARTS_WITH;
        };
    }
}
