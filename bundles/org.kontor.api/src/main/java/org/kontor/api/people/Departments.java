package org.kontor.api.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/// The structure of the company: departments, departments below them, heads and members (UI-8).
///
/// Rights and robots go by it. Look-ups are answered from memory: cheap enough for every row of a list.
@ProviderType
public interface Departments {

    /// All departments, each before those below it, sisters by name.
    List<Department> all();

    Optional<Department> find(DepartmentId id);

    /// The departments a person is in, in the order of [#all].
    List<Department> of(PersonId person);

    /// The persons of the departments a person is in, and of those below them when asked; the person always among them.
    Set<PersonId> around(PersonId person, boolean below);

    /// Who a person answers to: the boss that was given to them, else the head of their department, for a head that of the next department above.
    /// With several departments the first of [#of] that names somebody else decides. The topmost head has none.
    Optional<PersonId> boss(PersonId person);

    /// Adds a department.
    ///
    /// Only an administrator or a robot may; refused when the name is blank, longer than 100 or taken beside it, or the department above or
    /// a person is unknown.
    Reorganisation add(Department.Outline department, Actor actor);

    /// Changes name, place, head and members. Refused as in [#add], and when it would lie below itself.
    Reorganisation change(DepartmentId id, Department.Outline department, Actor actor);

    /// Deletes a department, which leaves its members in their others. Refused as long as departments lie below it.
    Reorganisation delete(DepartmentId id, Actor actor);

    /// Calls `changed` after the structure changed, until the handle is closed. On the thread of the change; return quickly.
    AutoCloseable watch(Runnable changed);
}
