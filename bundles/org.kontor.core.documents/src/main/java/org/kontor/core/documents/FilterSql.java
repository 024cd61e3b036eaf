package org.kontor.core.documents;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Period;
import org.kontor.api.documents.Phone;
import org.kontor.api.people.PersonId;
import org.kontor.storage.Engine;
import org.kontor.storage.Sql;

/// Filters as SQL conditions on a type's table. Columns are named without it, so that they are those of the nearest table around the condition.
final class FilterSql {
    private final DocumentType type;
    private final Viewpoint view;
    private final Optional<Rarity> rarity;

    FilterSql(DocumentType type, Viewpoint view) {
        this(type, view, Optional.empty());
    }

    private FilterSql(DocumentType type, Viewpoint view, Optional<Rarity> rarity) {
        this.type = type;
        this.view = view;
        this.rarity = rarity;
    }

    /// For a page that is read in its order until it is full. H2 would rather gather all documents of a stage or choice by its index and sort them, however many they are (measured for 5,000 of
    /// 50,000: 5.8 ms instead of 0.1): what many documents fulfil is kept from its index.
    static FilterSql ofPage(DocumentType type, Viewpoint view, Rarity rarity) {
        return new FilterSql(type, view, Optional.of(rarity).filter(some -> some.engine() == Engine.H2));
    }

    Sql of(Filter filter) {
        return switch (filter) {
            case Filter.Any _ -> Sql.of("true");
            case Filter.And and -> joined(and.parts(), " and ", "true");
            case Filter.Or or -> joined(or.parts(), " or ", "false");
            case Filter.Not not -> Sql.of("not coalesce((").then(of(not.part())).then("), false)");
            case Filter.Compare compare -> compare(compare);
            case Filter.In in -> in(in);
            case Filter.Empty empty -> Sql.of(BuiltIn.column(type, empty.fieldId()) + " is null");
            case Filter.Words words -> SearchText.condition(type, words.text());
            case Filter.Within within -> within(within);
            case Filter.Through through -> through(through);
        };
    }

    private Sql joined(List<Filter> parts, String word, String none) {
        return parts.stream().map(this::of).reduce((a, b) -> a.then(word).then(b)).map(sql -> Sql.of("(").then(sql).then(")")).orElse(Sql.of(none));
    }

    private Sql compare(Filter.Compare compare) {
        Optional<Field<?>> many = many(compare.fieldId());
        if (many.isPresent()) {
            return ManyValues.condition(type, many.get(), compare.operator(), compare.value());
        }
        String column = BuiltIn.column(type, compare.fieldId());
        return switch (compare.operator()) {
            case EQUAL -> equal(compare);
            case NOT_EQUAL -> Sql.of("not coalesce(").then(equal(compare)).then(", false)");
            case LESS -> Sql.of(column + " < ?", value(compare));
            case AT_MOST -> Sql.of(column + " <= ?", value(compare));
            case GREATER -> Sql.of(column + " > ?", value(compare));
            case AT_LEAST -> Sql.of(column + " >= ?", value(compare));
            case CONTAINS -> like(compare, "%");
            case STARTS_WITH -> like(compare, "");
        };
    }

    private Sql equal(Filter.Compare compare) {
        List<Object> values = values(compare.fieldId(), compare.value());
        Sql first = Sql.of(BuiltIn.column(type, compare.fieldId()) + " = ?", values.getFirst());
        if (values.size() == 1) {
            return weighed(compare.fieldId(), first, " = ?");
        }
        String second = Column.of(type.field(compare.fieldId()).orElseThrow()).getLast().name();
        return Sql.of("(").then(first).then(" and " + second + " = ?)", values.getLast());
    }

    /// One list where one column is compared: served by an index however many values there are.
    private Sql in(Filter.In in) {
        if (in.values().isEmpty()) {
            return Sql.of("false");
        }
        Optional<Field<?>> many = many(in.fieldId());
        if (many.isPresent()) {
            return ManyValues.any(type, many.get(), in.values());
        }
        List<List<Object>> all = in.values().stream().map(value -> values(in.fieldId(), value)).toList();
        if (all.getFirst().size() == 1) {
            String marks = all.stream().map(_ -> "?").collect(Collectors.joining(", "));
            return weighed(in.fieldId(), new Sql(BuiltIn.column(type, in.fieldId()) + " in (" + marks + ")", all.stream().map(List::getFirst).toList()), " in (" + marks + ")");
        }
        return in.values().stream()
                .map(value -> equal(new Filter.Compare(in.fieldId(), Filter.Operator.EQUAL, value)))
                .reduce((a, b) -> a.then(" or ").then(b))
                .map(sql -> Sql.of("(").then(sql).then(")"))
                .orElseThrow();
    }

    /// A condition on an indexed column, or the same beside its index.
    private Sql weighed(String fieldId, Sql condition, String rest) {
        boolean common = rarity.isPresent() && Indexes.finds(type, fieldId) && !rarity.get().few(type, condition);
        return common ? new Sql(BuiltIn.unindexed(type, fieldId) + rest, condition.parameters()) : condition;
    }

    private Optional<Field<?>> many(String fieldId) {
        return type.field(fieldId).filter(field -> field.kind() instanceof Kind.Many<?>);
    }

    private Sql within(Filter.Within within) {
        Period.Days days = within.period().days(view.today(within.zone()));
        String column = BuiltIn.column(type, within.fieldId());
        return switch (BuiltIn.kind(type, within.fieldId())) {
            case Kind.Date _ -> Sql.of("(" + column + " >= ? and " + column + " < ?)", days.start(), days.end());
            case Kind.Moment _ -> Sql.of("(" + column + " >= ? and " + column + " < ?)",
                    days.start().atStartOfDay(within.zone()).toInstant(), days.end().atStartOfDay(within.zone()).toInstant());
            default -> throw new IllegalArgumentException("field '" + within.fieldId() + "' is neither a day nor a moment: it can't lie in a period");
        };
    }

    /// The linked documents are looked up first or last, as the planner finds cheaper.
    private Sql through(Filter.Through through) {
        DocumentType linked = view.types().require(through.typeId());
        Field<?> field = BuiltIn.declared(type, through.fieldId()).filter(FilterSql::links)
                .orElseThrow(() -> new IllegalArgumentException("field '" + through.fieldId() + "' does not link to documents"));
        Sql where = Sql.of(" from " + Tables.name(linked) + " where ").then(view.there(linked, Reading.NUMBERED)).then(" and ").then(new FilterSql(linked, view).of(through.linked()));
        if (field.kind() instanceof Kind.Many<?>) {
            return Sql.of("id in (select v.doc_id from " + ManyValues.table(type) + " v where v.field_id = ? and v.found_by in (select concat('" + linked.id() + "/', id)", field.id()).then(where).then("))");
        }
        List<Column> columns = Column.of(field);
        return Sql.of("(" + columns.getLast().name() + " = ? and " + columns.getFirst().name() + " in (select id", linked.id()).then(where).then("))");
    }

    static boolean links(Field<?> field) {
        Kind<?> kind = field.kind() instanceof Kind.Many<?> many ? many.of() : field.kind();
        return kind instanceof Kind.Link || kind instanceof Kind.Booking;
    }

    private Object value(Filter.Compare compare) {
        return values(compare.fieldId(), compare.value()).getFirst();
    }

    private List<Object> values(String fieldId, Object value) {
        return BuiltIn.declared(type, fieldId)
                .map(field -> {
                    if (!field.kind().type().isInstance(value)) {
                        throw new IllegalArgumentException("field '" + fieldId + "' can't be compared with '" + value + "'");
                    }
                    return Column.parameters(field, Optional.of(value));
                })
                .orElseGet(() -> List.of(switch (value) {
                    case PersonId person -> (Object) person.value();
                    case Number number -> number.longValue();
                    case Instant moment -> moment;
                    case Object text -> text.toString();
                }));
    }

    /// Text in any case; of a phone number the digits, in any notation.
    private Sql like(Filter.Compare compare, String before) {
        String column = BuiltIn.column(type, compare.fieldId());
        Kind<?> kind = BuiltIn.kind(type, compare.fieldId());
        return switch (kind) {
            case Kind.PhoneNumber _ -> Sql.of(column + " like ? escape '!'", before + escaped(digits(compare.value())) + "%");
            case Kind.Text _, Kind.Email _, Kind.WebLink _, Kind.Address _, Kind.Choice _ ->
                    Sql.of("lower(" + column + ") like ? escape '!'", (before + escaped(compare.value()) + "%").toLowerCase(Locale.ROOT));
            default -> throw new IllegalArgumentException("field '" + compare.fieldId() + "' is no text: it can't be compared with " + compare.operator());
        };
    }

    static String digits(Object phone) {
        String text = phone instanceof Phone some ? some.number() : phone.toString();
        return text.replaceAll("[\\s\\u00a0()./-]", "");
    }

    static String escaped(Object text) {
        return text.toString().replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
