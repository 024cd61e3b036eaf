package org.kontor.ui.shell.internal.lists;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.api.documents.Filter;

/// The section among the conditions of a list: documents in it and in all that lies in it.
final class SectionFilter {
    /// The field of a list that tells in which section a document lies.
    static final String FIELD = "section";

    private SectionFilter() {}

    /// The section that conditions narrow down to; the first named one.
    static Optional<String> chosen(Filter conditions) {
        return parts(conditions).filter(SectionFilter::about).findFirst().map(part -> part instanceof Filter.In(String _, List<Object> ids) ? ids.getFirst() : ((Filter.Compare) part).value()).map(Object::toString);
    }

    /// The conditions with other sections, the chosen one first; with none when `ids` is empty.
    static Filter with(Filter conditions, List<String> ids) {
        Filter rest = parts(conditions).filter(part -> !about(part)).reduce(Filter.any(), SectionFilter::and);
        return ids.isEmpty() ? rest : and(rest, new Filter.In(FIELD, List.copyOf(ids)));
    }

    private static Filter and(Filter all, Filter more) {
        return all instanceof Filter.And(List<Filter> parts) ? new Filter.And(Stream.concat(parts.stream(), Stream.of(more)).toList()) : all.and(more);
    }

    private static Stream<Filter> parts(Filter conditions) {
        return switch (conditions) {
            case Filter.Any _ -> Stream.empty();
            case Filter.And(List<Filter> parts) -> parts.stream();
            case Filter other -> Stream.of(other);
        };
    }

    private static boolean about(Filter part) {
        return part instanceof Filter.In(String id, List<Object> ids) && id.equals(FIELD) && !ids.isEmpty()
                || part instanceof Filter.Compare(String field, Filter.Operator operator, Object _) && field.equals(FIELD) && operator == Filter.Operator.EQUAL;
    }
}
