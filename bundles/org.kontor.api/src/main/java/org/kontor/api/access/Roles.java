package org.kontor.api.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.api.people.DepartmentId;
import org.kontor.api.people.PersonId;
import org.osgi.annotation.versioning.ProviderType;

/// The roles there are and who has them. Answers come from memory; what changes is in force for the next question.
///
/// Who was given roles, as a person or through a department, has those and the most of what they allow (ACL-18); who was given none is an
/// [RoleId#EMPLOYEE]. So a role can be narrower than what employees may.
@ProviderType
public interface Roles {

    /// A role. What it may do is in the rules of [Access].
    record AccessRole(RoleId id, Label name) {}

    /// Who a role is given to.
    sealed interface Holder {
        record OfPerson(PersonId person) implements Holder {}

        /// All members of a department, with those of departments below it when `below`.
        record OfDepartment(DepartmentId department, boolean below) implements Holder {}
    }

    record Assignment(RoleId role, Holder holder) {}

    /// What became of changing roles.
    sealed interface Rearrangement {
        record Done(AccessRole role) implements Rearrangement {}

        record Refused(Label reason) implements Rearrangement {}
    }

    /// The built-in ones, then the others by name.
    List<AccessRole> all();

    Optional<AccessRole> find(RoleId id);

    /// The roles a person has; never empty.
    Set<RoleId> of(PersonId person);

    /// What was given to whom, in no order.
    List<Assignment> assignments();

    /// Makes a role that may do nothing yet. Only an administrator or a robot may; refused when the name is blank, longer than 100 or taken.
    Rearrangement create(String name, Actor actor);

    /// Refused as in [#create], and for built-in roles.
    Rearrangement rename(RoleId id, String name, Actor actor);

    /// Deletes a role, its rules and what was given of it. Refused for built-in roles.
    Rearrangement delete(RoleId id, Actor actor);

    /// Gives a role. Refused for [RoleId#ADMINISTRATOR], which is given with the person.
    Rearrangement assign(Assignment assignment, Actor actor);

    /// Takes a role back; done also when it was not given.
    Rearrangement revoke(Assignment assignment, Actor actor);

    /// Calls `changed` after a role or who has it changed, until the handle is closed. On the thread of the change; return quickly.
    AutoCloseable watch(Runnable changed);
}
