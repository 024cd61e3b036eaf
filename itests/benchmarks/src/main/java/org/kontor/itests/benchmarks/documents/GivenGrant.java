package org.kontor.itests.benchmarks.documents;

import java.util.List;
import org.kontor.api.access.Access;
import org.kontor.api.access.Area;
import org.kontor.api.access.Grant;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Permission;
import org.kontor.api.access.RoleId;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;

/// Rights of one grant, whoever asks for whatever.
record GivenGrant(Grant grant) implements Access {
    @Override
    public Grant grant(Actor actor, String typeId, Operation operation) {
        return grant;
    }

    @Override
    public boolean may(Actor actor, Permission permission) {
        return true;
    }

    @Override
    public Decision explain(Actor actor, String typeId, java.util.Optional<String> stage, Operation operation) {
        return new Decision(grant.at(stage), Label.verbatim("the given grant"));
    }

    @Override
    public List<Rule> rules() {
        return List.of();
    }

    @Override
    public boolean set(Rule rule, Actor actor) {
        return false;
    }

    @Override
    public boolean inherit(RoleId role, String typeId, Area area, Operation operation, Actor actor) {
        return false;
    }
}
