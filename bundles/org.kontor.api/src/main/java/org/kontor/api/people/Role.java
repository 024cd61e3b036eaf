package org.kontor.api.people;

/// What a person is on the portal; rights are given to roles.
public enum Role {
    /// May see and do everything, and configures the portal.
    ADMINISTRATOR,
    /// Works with documents as far as the rules of access reach.
    EMPLOYEE
}
