package org.kontor.core.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.kontor.api.access.Access;
import org.kontor.api.access.Area;
import org.kontor.api.access.Grant;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Permission;
import org.kontor.api.access.Reach;
import org.kontor.api.access.RoleId;
import org.kontor.api.access.Roles;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.api.people.Departments;
import org.kontor.api.people.People;
import org.kontor.api.people.Person;
import org.kontor.api.people.PersonId;
import org.kontor.api.people.Role;
import org.kontor.api.people.TokenScope;
import org.kontor.storage.Database;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Rights by role, from a small table that is held in memory. What follows for a person is worked out once and kept until rules, roles, departments or
/// types change.
@Component(service = Access.class)
public final class RoleAccess implements Access {
    private record Key(PersonId person, String typeId, Operation operation) {}

    private final People people;
    private final Roles roles;
    private final Departments departments;
    private final DocumentTypes types;
    private final DeclaredReach declared;
    private final RightsTable table;
    private final Ruling ruling;
    private final List<AutoCloseable> watching;
    private volatile Map<Key, Grant> grants = new ConcurrentHashMap<>();

    @Activate
    public RoleAccess(
            BundleContext context, @Reference Database database, @Reference People people, @Reference Roles roles, @Reference Departments departments, @Reference DocumentTypes types) {
        this.people = people;
        this.roles = roles;
        this.departments = departments;
        this.types = types;
        database.migrate("access", RoleAccess.class);
        this.table = new RightsTable(database);
        this.declared = new DeclaredReach(context, this::drop);
        this.ruling = new Ruling(table, roles, declared, types);
        this.watching = List.of(roles.watch(this::rolesChanged), departments.watch(this::drop), types.watch(this::drop));
    }

    @Deactivate
    public void close() throws Exception {
        declared.close();
        for (AutoCloseable each : watching) {
            each.close();
        }
    }

    @Override
    public Grant grant(Actor actor, String typeId, Operation operation) {
        Optional<PersonId> person = actor.person();
        if (fixed(actor, operation).isPresent()) {
            return Grant.of(person, fixed(actor, operation).get().reach());
        }
        Map<Key, Grant> kept = grants;
        Key key = new Key(person.orElseThrow(), typeId, operation);
        Grant known = kept.get(key);
        if (known != null) {
            return known;
        }
        Optional<DocumentType> type = types.find(typeId);
        Grant fresh = worked(key, type);
        if (type.isPresent()) {
            kept.put(key, fresh);
        }
        return fresh;
    }

    private Grant worked(Key key, Optional<DocumentType> type) {
        Set<RoleId> held = roles.of(key.person());
        Reach elsewhere = ruling.reach(held, key.typeId(), Optional.empty(), key.operation());
        Map<String, Reach> stages = new LinkedHashMap<>();
        type.stream().flatMap(some -> some.pipelines().stream()).flatMap(way -> way.stages().stream()).map(Stage::id)
                .forEach(stage -> stages.put(stage, ruling.reach(held, key.typeId(), Optional.of(stage), key.operation())));
        boolean same = stages.values().stream().allMatch(elsewhere::equals);
        return new Grant(Optional.of(key.person()), elsewhere, same ? Map.of() : Map.copyOf(stages), departments.around(key.person(), false), departments.around(key.person(), true));
    }

    /// What no rule can change.
    private Optional<Decision> fixed(Actor actor, Operation operation) {
        if (actor instanceof Actor.Robot) {
            return Optional.of(new Decision(Reach.ALL, Label.of("access.rule.robot")));
        }
        if (actor instanceof Actor.Client client && client.scope() == TokenScope.READ && operation != Operation.READ && operation != Operation.EXPORT) {
            return Optional.of(new Decision(Reach.NONE, Label.of("access.rule.token", client.token())));
        }
        Optional<Person> person = active(actor);
        if (person.isEmpty()) {
            return Optional.of(new Decision(Reach.NONE, Label.of("access.rule.left")));
        }
        return person.get().role() == Role.ADMINISTRATOR ? Optional.of(new Decision(Reach.ALL, Label.of("access.rule.administrator"))) : Optional.empty();
    }

    @Override
    public Decision explain(Actor actor, String typeId, Optional<String> stage, Operation operation) {
        return fixed(actor, operation).orElseGet(() -> ruling.explain(roles.of(actor.person().orElseThrow()), typeId, stage, operation));
    }

    @Override
    public boolean may(Actor actor, Permission permission) {
        if (actor instanceof Actor.Robot) {
            return true;
        }
        boolean readOnly = actor instanceof Actor.Client client && client.scope() == TokenScope.READ;
        return !readOnly && active(actor).filter(person -> person.role() == Role.ADMINISTRATOR || permission == Permission.IMPORT).isPresent();
    }

    @Override
    public List<Rule> rules() {
        return table.all();
    }

    @Override
    public boolean set(Rule rule, Actor actor) {
        if (!may(actor, Permission.ADMINISTER) || rule.role().equals(RoleId.ADMINISTRATOR) || roles.find(rule.role()).isEmpty()) {
            return false;
        }
        table.put(rule, this::drop);
        return true;
    }

    @Override
    public boolean inherit(RoleId role, String typeId, Area area, Operation operation, Actor actor) {
        if (!may(actor, Permission.ADMINISTER)) {
            return false;
        }
        table.remove(new RightsTable.Key(role, typeId, area, operation), this::drop);
        return true;
    }

    private void rolesChanged() {
        table.all().stream().map(Rule::role).distinct().filter(role -> roles.find(role).isEmpty()).forEach(table::forget);
        drop();
    }

    /// Whoever is just working something out puts it into the old map, which nobody asks any more.
    private void drop() {
        grants = new ConcurrentHashMap<>();
    }

    private Optional<Person> active(Actor actor) {
        return actor.person().flatMap(people::find).filter(Person::active);
    }
}
