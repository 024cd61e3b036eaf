package org.kontor.api.people;

import org.kontor.api.labels.Label;

/// What became of adding, changing or deleting a department.
public sealed interface Reorganisation {

    /// The department as it is now, or was before it went.
    record Done(Department department) implements Reorganisation {}

    record Refused(Label reason) implements Reorganisation {}
}
