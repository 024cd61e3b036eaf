package org.kontor.api.people;

import org.kontor.api.labels.Label;

/// What became of adding or changing a person.
public sealed interface Enrolment {
    record Done(Person person) implements Enrolment {}

    record Refused(Label reason) implements Enrolment {}
}
