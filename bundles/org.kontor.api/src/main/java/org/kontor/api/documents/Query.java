package org.kontor.api.documents;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/// What to read: documents of one type that pass a filter, sorted by one field (then by id), one page of them.
///
/// `sortBy` is a field id or a built-in id of [Filter]; documents without a value come last. `after` is the `next` or the `previous` of another page of the same query. When
/// `fields` are named, the documents hold the values of these, and always title and responsible: the fewer, the faster.
public record Query(String typeId, Filter filter, String sortBy, boolean descending, int limit, Optional<String> after, Optional<Set<String>> fields) {
    public static final int MOST = 500;

    public Query {
        fields = fields.map(Set::copyOf);
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST + ", not " + limit);
        }
    }

    /// With all fields.
    public Query(String typeId, Filter filter, String sortBy, boolean descending, int limit, Optional<String> after) {
        this(typeId, filter, sortBy, descending, limit, after, Optional.empty());
    }

    /// The newest 50.
    public static Query newest(String typeId) {
        return new Query(typeId, Filter.any(), "id", true, 50, Optional.empty());
    }

    public Query where(Filter wanted) {
        return new Query(typeId, filter.and(wanted), sortBy, descending, limit, after, fields);
    }

    public Query sorted(String fieldId, boolean down) {
        return new Query(typeId, filter, fieldId, down, limit, after, fields);
    }

    public Query limited(int most) {
        return new Query(typeId, filter, sortBy, descending, most, after, fields);
    }

    public Query from(String cursor) {
        return new Query(typeId, filter, sortBy, descending, limit, Optional.of(cursor), fields);
    }

    /// With the values of these fields only, besides title and responsible.
    public Query only(Collection<String> fieldIds) {
        return new Query(typeId, filter, sortBy, descending, limit, after, Optional.of(Set.copyOf(fieldIds)));
    }
}
