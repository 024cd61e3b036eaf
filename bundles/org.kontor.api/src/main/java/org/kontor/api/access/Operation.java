package org.kontor.api.access;

/// What can be done to documents of a type.
public enum Operation {
    READ,
    CREATE,
    CHANGE,
    /// Move to the trash and bring back from there.
    DELETE,
    /// Bring in from a file; what comes in needs CREATE or CHANGE as well.
    IMPORT,
    /// Take away as a file; only what one may READ as well.
    EXPORT
}
