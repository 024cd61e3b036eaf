package org.kontor.api.access;

import java.util.List;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.api.people.Role;
import org.osgi.annotation.versioning.ProviderType;

/// Says who may do what. The one door: documents, files, REST and pages all ask here.
///
/// Answers come from memory; rules that change are in force for the next question.
@ProviderType
public interface Access {

    /// One line of the rights table: what a role may do with documents of a type.
    record Rule(Role role, String typeId, Operation operation, Reach reach) {}

    /// An answer and why: `rule` names for a person what decided.
    record Decision(Reach reach, Label rule) {}

    /// How far `actor` may do `operation` to documents of a type.
    Reach reach(Actor actor, String typeId, Operation operation);

    /// Whether `actor` may do something to the portal itself.
    boolean may(Actor actor, Permission permission);

    /// Which rule decides.
    Decision explain(Actor actor, String typeId, Operation operation);

    /// The rules that were set, in no order; where none was set, administrators reach all, employees what the type's shape says: mostly all
    /// for reading and creating, their own for changing and deleting.
    List<Rule> rules();

    /// Sets a rule. Refused (false) unless `actor` may [Permission#ADMINISTER]; administrators' own rights can't be narrowed.
    boolean set(Rule rule, Actor actor);
}
