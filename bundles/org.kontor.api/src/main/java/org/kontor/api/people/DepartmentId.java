package org.kontor.api.people;

/// The number of a department; never reused.
public record DepartmentId(long value) {
    public DepartmentId {
        if (value < 1) {
            throw new IllegalArgumentException("a department's number starts at 1, not " + value);
        }
    }
}
