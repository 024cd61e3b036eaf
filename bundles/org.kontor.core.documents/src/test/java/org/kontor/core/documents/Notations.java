package org.kontor.core.documents;

import org.kontor.api.documents.Notation;

/// Short names for what notation tests say often.
final class Notations {
    static final Notation.Habits MACHINE = Notation.Habits.MACHINE;

    private Notations() {}

    static Notation.Reading value(Object value) {
        return new Notation.Reading.Value(value);
    }
}
