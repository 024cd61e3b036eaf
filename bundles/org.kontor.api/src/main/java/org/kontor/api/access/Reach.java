package org.kontor.api.access;

/// How far a right reaches, from narrow to wide; of several the widest wins.
public enum Reach {
    /// Nothing.
    NONE,
    /// Documents one is responsible for.
    OWN,
    /// Every document.
    ALL;

    /// The wider of both.
    public Reach or(Reach other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
