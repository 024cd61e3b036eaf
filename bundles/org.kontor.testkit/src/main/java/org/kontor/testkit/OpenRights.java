package org.kontor.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.api.access.Access;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Permission;
import org.kontor.api.access.Reach;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.api.people.People;
import org.kontor.api.people.Person;
import org.kontor.api.people.Role;
import org.kontor.api.people.TokenScope;

/// Rights in memory: everybody may do everything with documents and import, administrators and robots what else there is. Rules that are set
/// narrow a role.
public final class OpenRights implements Access {
    private final List<Rule> rules = new ArrayList<>();
    private final People people;

    public OpenRights(People people) {
        this.people = people;
    }

    @Override
    public synchronized Reach reach(Actor actor, String typeId, Operation operation) {
        if (actor instanceof Actor.Client client && client.scope() == TokenScope.READ && operation != Operation.READ) {
            return Reach.NONE;
        }
        Optional<Role> role = actor.person().flatMap(people::find).map(Person::role);
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
    public Decision explain(Actor actor, String typeId, Operation operation) {
        Reach reach = reach(actor, typeId, operation);
        return new Decision(reach, Label.verbatim("rule: " + operation + " of " + typeId + " reaches " + reach));
    }

    @Override
    public synchronized List<Rule> rules() {
        return List.copyOf(rules);
    }

    @Override
    public synchronized boolean set(Rule rule, Actor actor) {
        rules.removeIf(each -> each.role() == rule.role() && each.typeId().equals(rule.typeId()) && each.operation() == rule.operation());
        return rules.add(rule);
    }
}
