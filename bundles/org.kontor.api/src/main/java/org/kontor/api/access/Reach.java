package org.kontor.api.access;

/// How far a right reaches, from narrow to wide: each level reaches what the ones before do, and more. Of several the widest wins.
public enum Reach {
    /// Nothing.
    NONE,
    /// Documents one is responsible for.
    OWN,
    /// And those of the persons in one's departments.
    DEPARTMENT,
    /// And those of the persons in the departments below.
    SUBDEPARTMENTS,
    /// And those that are marked as available to everyone.
    OPEN,
    /// Every document.
    ALL;

    /// The wider of both.
    public Reach or(Reach other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
