package org.kontor.testkit;

import java.util.ArrayList;
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
import org.kontor.api.people.People;
import org.kontor.api.people.Person;
import org.kontor.api.people.Role;
import org.kontor.api.people.TokenScope;

/// Rights in memory: everybody may do everything with documents and import, administrators and robots what else there is. Rules that are set
/// narrow a role, for all stages of a type.
public final class OpenRights implements Access {
    private final List<Rule> rules = new ArrayList<>();
    private final People people;

    public OpenRights(People people) {
        this.people = people;
    }

    @Override
    public Grant grant(Actor actor, String typeId, Operation operation) {
        return Grant.of(actor.person(), whole(actor, typeId, operation));
    }

    private synchronized Reach whole(Actor actor, String typeId, Operation operation) {
        if (actor instanceof Actor.Client client && client.scope() == TokenScope.READ && operation != Operation.READ && operation != Operation.EXPORT) {
            return Reach.NONE;
        }
        Optional<RoleId> role = actor.person().flatMap(people::find).map(Person::role).map(RoleId::of);
        return rules.stream()
                .filter(rule -> role.filter(rule.role()::equals).isPresent() && rule.typeId().equals(typeId) && rule.operation() == operation)
                .map(Rule::reach)
                .findFirst()
                .orElse(Reach.ALL);
    }

    @Override
    public boolean may(Actor actor, Permission permission) {
        return permission == Permission.IMPORT || actor.person().flatMap(people::find).map(person -> person.role() == Role.ADMINISTRATOR).orElse(true);
    }

    @Override
    public Decision explain(Actor actor, String typeId, Optional<String> stage, Operation operation) {
        Reach reach = reach(actor, typeId, operation);
        return new Decision(reach, Label.verbatim("rule: " + operation + " of " + typeId + " reaches " + reach));
    }

    @Override
    public synchronized List<Rule> rules() {
        return List.copyOf(rules);
    }

    @Override
    public synchronized boolean set(Rule rule, Actor actor) {
        inherit(rule.role(), rule.typeId(), rule.area(), rule.operation(), actor);
        return rules.add(rule);
    }

    @Override
    public synchronized boolean inherit(RoleId role, String typeId, Area area, Operation operation, Actor actor) {
        rules.removeIf(each -> each.role().equals(role) && each.typeId().equals(typeId) && each.area().equals(area) && each.operation() == operation);
        return true;
    }
}
