package org.kontor.api.access;

/// What can be done to the portal itself.
public enum Permission {
    /// Change robots, pipelines and fields.
    CONFIGURE,
    /// Import documents from files.
    IMPORT,
    /// Add people, give rights, switch modules.
    ADMINISTER
}
