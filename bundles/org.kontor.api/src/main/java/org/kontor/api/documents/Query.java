package org.kontor.api.documents;

import java.util.Optional;

/// What to read: documents of one type that pass a filter, sorted by one field (then by id), one page of them.
///
/// `sortBy` is a field id or a built-in id of [Filter]. `after` is the `next` of the page before.
public record Query(String typeId, Filter filter, String sortBy, boolean descending, int limit, Optional<String> after) {
    public static final int MOST = 500;

    public Query {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST + ", not " + limit);
        }
    }

    /// The newest 50.
    public static Query newest(String typeId) {
        return new Query(typeId, Filter.any(), "id", true, 50, Optional.empty());
    }

    public Query where(Filter wanted) {
        return new Query(typeId, filter.and(wanted), sortBy, descending, limit, after);
    }

    public Query sorted(String fieldId, boolean down) {
        return new Query(typeId, filter, fieldId, down, limit, after);
    }

    public Query limited(int most) {
        return new Query(typeId, filter, sortBy, descending, most, after);
    }

    public Query from(String cursor) {
        return new Query(typeId, filter, sortBy, descending, limit, Optional.of(cursor));
    }
}
