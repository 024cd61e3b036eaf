package org.kontor.api.access;

/// What can be done to documents of a type.
public enum Operation {
    READ,
    CREATE,
    CHANGE,
    DELETE
}
