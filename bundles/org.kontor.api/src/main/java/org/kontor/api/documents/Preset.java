package org.kontor.api.documents;

/// What a field of a new document starts with, when nothing was given.
public sealed interface Preset {
    record None() implements Preset {}

    /// A value of the field's kind.
    record Fixed(Object value) implements Preset {}

    /// The moment, or the day in UTC, of the creation.
    record Now() implements Preset {}
}
