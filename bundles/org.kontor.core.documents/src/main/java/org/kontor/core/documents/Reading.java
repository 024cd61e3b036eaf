package org.kontor.core.documents;

/// What a condition on a type's table is asked for. It changes no answer, only the way to it.
enum Reading {
    /// Documents by their number, as the newest, those around another one, or one of them.
    NUMBERED,
    /// The first documents in another order.
    SORTED,
    /// All documents that fulfil it, as for counts and sums: an index that finds them is the way.
    WHOLE
}
