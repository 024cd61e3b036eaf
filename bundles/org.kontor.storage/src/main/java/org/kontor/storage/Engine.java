package org.kontor.storage;

/// The databases Kontor speaks to.
public enum Engine {
    H2,
    POSTGRESQL
}
