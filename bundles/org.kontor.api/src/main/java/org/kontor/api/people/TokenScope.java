package org.kontor.api.people;

/// What a token may do at most.
public enum TokenScope {
    READ,
    WRITE
}
