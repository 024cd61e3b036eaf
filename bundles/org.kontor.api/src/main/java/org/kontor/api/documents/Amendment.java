package org.kontor.api.documents;

import java.util.List;

/// What became of changing the shape of documents: a field, a pipeline, a directory, a type.
public sealed interface Amendment<T> {
    /// `now` is the thing as it is from now on, for everybody.
    record Done<T>(T now) implements Amendment<T> {}

    /// Nothing was changed. At least one reason, the most important first; a missing permission is one.
    record Refused<T>(List<Refusal> reasons) implements Amendment<T> {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
