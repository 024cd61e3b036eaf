package org.kontor.core.documents;

import java.util.List;
import java.util.Optional;
import org.kontor.api.access.Access;
import org.kontor.api.access.Area;
import org.kontor.api.access.Grant;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Permission;
import org.kontor.api.access.Reach;
import org.kontor.api.access.RoleId;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;

/// Rights of one grant: what persons may do with every type; robots may do everything.
final class GivenGrant implements Access {
    Grant grant = Grant.of(Optional.empty(), Reach.ALL);

    @Override
    public Grant grant(Actor actor, String typeId, Operation operation) {
        return actor instanceof Actor.Robot ? Grant.of(Optional.empty(), Reach.ALL) : grant;
    }

    @Override
    public boolean may(Actor actor, Permission permission) {
        return true;
    }

    @Override
    public Decision explain(Actor actor, String typeId, Optional<String> stage, Operation operation) {
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
