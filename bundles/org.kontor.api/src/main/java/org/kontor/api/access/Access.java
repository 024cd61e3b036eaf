package org.kontor.api.access;

import java.util.List;
import java.util.Optional;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.api.people.Role;
import org.osgi.annotation.versioning.ProviderType;

/// Says who may do what. The one door: documents, files, REST and pages all ask here.
///
/// Answers come from memory; rules that change are in force for the next question.
@ProviderType
public interface Access {

    /// One line of the rights table: what a role may do with documents of a type, or with those of one pipeline or stage.
    record Rule(RoleId role, String typeId, Area area, Operation operation, Reach reach) {

        /// A rule for all documents of a type and a built-in role.
        public Rule(Role role, String typeId, Operation operation, Reach reach) {
            this(RoleId.of(role), typeId, Area.TYPE, operation, reach);
        }
    }

    /// An answer and why: `rule` names for a person what decided.
    record Decision(Reach reach, Label rule) {}

    /// Whether something may be done with one document, and why.
    record Verdict(boolean allowed, Decision decision) {}

    /// How far `actor` may do `operation` to documents of a type, in the stage where that is widest: [Reach#NONE] only when there is nothing at all
    /// to be had. For one document ask [#grant].
    default Reach reach(Actor actor, String typeId, Operation operation) {
        return grant(actor, typeId, operation).widest();
    }

    /// How far `actor` may do `operation`, by stage. Cached: cheap enough for every row of a list.
    Grant grant(Actor actor, String typeId, Operation operation);

    /// Whether `actor` may do something to the portal itself.
    boolean may(Actor actor, Permission permission);

    /// Which rule decides where no stage matters: for the whole type.
    default Decision explain(Actor actor, String typeId, Operation operation) {
        return explain(actor, typeId, Optional.empty(), operation);
    }

    /// Which rule decides in a stage.
    Decision explain(Actor actor, String typeId, Optional<String> stage, Operation operation);

    /// Whether `actor` may do `operation` with a document, and which rule says so.
    default Verdict explain(Actor actor, Subject document, Operation operation) {
        return new Verdict(grant(actor, document.typeId(), operation).covers(document), explain(actor, document.typeId(), document.stage(), operation));
    }

    /// The rules that were set, in no order. Where none was set for a stage its pipeline's holds, then the type's (ACL-13). Where that has none either
    /// administrators reach all, employees what the type's shape says, and other roles nothing, except with types that are not listed:
    /// there they reach what employees do.
    List<Rule> rules();

    /// Sets a rule. Refused (false) unless `actor` may [Permission#ADMINISTER]; administrators' own rights can't be narrowed.
    boolean set(Rule rule, Actor actor);

    /// Takes a rule away, so that what is above holds again ("inherit"). Refused (false) unless `actor` may [Permission#ADMINISTER].
    boolean inherit(RoleId role, String typeId, Area area, Operation operation, Actor actor);
}
