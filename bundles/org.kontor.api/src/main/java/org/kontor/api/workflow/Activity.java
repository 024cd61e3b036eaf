package org.kontor.api.workflow;

import org.osgi.annotation.versioning.ConsumerType;

/// A kind of work that a step of a robot or process can do. A component with an [ActivityId].
///
/// `I` is a record: its components are at once the form in the designer, the schema and the checked input. A component is a `String`,
/// `Integer`, `Boolean`, `java.math.BigDecimal`, `java.time.LocalDate`, `java.time.Duration`, an enum, a
/// [org.kontor.api.people.PersonId], or an `Optional` of one of these (then it may be left empty). Texts may hold placeholders
/// `{{field}}`, which are filled from the document when the step runs. Labels: `activity.<id>` names it, `activity.<id>.hint` tells
/// what it does, `activity.<id>.<component>` names a component, `activity.<id>.<component>.<CONSTANT>` an enum's constant.
///
/// Called at least once per step, inside a transaction in which the step is marked as done: what it writes through the API happens
/// exactly once. For effects outside use [Step#key()] so that a second call does nothing. It must return within a minute. When it
/// throws it is called again with a growing pause. While its bundle is away its steps wait.
@ConsumerType
public interface Activity<I extends Record> {

    /// The record of its input.
    Class<I> input();

    /// Does the work.
    Outcome run(I input, Step step);
}
