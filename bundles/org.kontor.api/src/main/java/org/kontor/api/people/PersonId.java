package org.kontor.api.people;

/// The number of a person; never reused.
public record PersonId(long value) {
    public PersonId {
        if (value < 1) {
            throw new IllegalArgumentException("a person's number starts at 1, not " + value);
        }
    }
}
