package org.kontor.core.documents;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Kind;
import org.kontor.api.people.PersonId;
import org.kontor.storage.Sql;

/// Filters as SQL conditions on a type's table.
final class FilterSql {
    private final DocumentType type;

    FilterSql(DocumentType type) {
        this.type = type;
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
            case Filter.Words words -> words(words.text());
        };
    }

    private Sql joined(List<Filter> parts, String word, String none) {
        return parts.stream().map(this::of).reduce((a, b) -> a.then(word).then(b)).map(sql -> Sql.of("(").then(sql).then(")")).orElse(Sql.of(none));
    }

    private Sql compare(Filter.Compare compare) {
        Optional<Field<?>> many = type.field(compare.fieldId()).filter(field -> field.kind() instanceof Kind.Many<?>);
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
            case CONTAINS -> like(column, "%" + escaped(compare.value()) + "%");
            case STARTS_WITH -> like(column, escaped(compare.value()) + "%");
        };
    }

    private Sql equal(Filter.Compare compare) {
        List<Object> values = values(compare.fieldId(), compare.value());
        Sql first = Sql.of(BuiltIn.column(type, compare.fieldId()) + " = ?", values.getFirst());
        if (values.size() == 1) {
            return first;
        }
        String second = Column.of(type.field(compare.fieldId()).orElseThrow()).getLast().name();
        return Sql.of("(").then(first).then(" and " + second + " = ?)", values.getLast());
    }

    private Sql in(Filter.In in) {
        return in.values().stream()
                .map(value -> compare(new Filter.Compare(in.fieldId(), Filter.Operator.EQUAL, value)))
                .reduce((a, b) -> a.then(" or ").then(b))
                .map(sql -> Sql.of("(").then(sql).then(")"))
                .orElse(Sql.of("false"));
    }

    private Sql words(String text) {
        List<String> columns = type.fields().stream().filter(field -> searched(field.kind())).map(field -> Column.of(field).getFirst().name()).toList();
        Sql all = Sql.of("true");
        for (String word : text.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
            Sql any = columns.stream().map(column -> like(column, "%" + escaped(word) + "%")).reduce((a, b) -> a.then(" or ").then(b)).orElse(Sql.of("false"));
            all = all.then(" and (").then(any).then(")");
        }
        return Sql.of("(").then(all).then(")");
    }

    private static boolean searched(Kind<?> kind) {
        return switch (kind) {
            case Kind.Text text -> text.longest() <= 250;
            case Kind.PhoneNumber _, Kind.Email _ -> true;
            case Kind.Many<?> many -> searched(many.of());
            default -> false;
        };
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

    private static Sql like(String column, String pattern) {
        return Sql.of("lower(" + column + ") like ? escape '!'", pattern.toLowerCase(Locale.ROOT));
    }

    static String escaped(Object text) {
        return text.toString().replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
