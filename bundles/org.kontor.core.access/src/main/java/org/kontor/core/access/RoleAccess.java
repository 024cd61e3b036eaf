package org.kontor.core.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
import org.kontor.storage.Database;
import org.kontor.storage.Sql;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Rights by role, from a small table that is held in memory.
@Component
public final class RoleAccess implements Access {
    private record Key(Role role, String typeId, Operation operation) {}

    private final Database database;
    private final People people;
    private final DeclaredReach declared;
    private final Map<Key, Reach> rules = new ConcurrentHashMap<>();

    @Activate
    public RoleAccess(BundleContext context, @Reference Database database, @Reference People people) {
        this.declared = new DeclaredReach(context);
        this.database = database;
        this.people = people;
        database.migrate("access", RoleAccess.class);
        database.read(tx -> tx.query(Sql.of("select role, type_id, operation, reach from access_rule"), row -> new Rule(
                        Role.valueOf(row.text("role")), row.text("type_id"), Operation.valueOf(row.text("operation")), Reach.valueOf(row.text("reach")))))
                .forEach(this::keep);
    }

    @Deactivate
    public void close() {
        declared.close();
    }

    @Override
    public Reach reach(Actor actor, String typeId, Operation operation) {
        return explain(actor, typeId, operation).reach();
    }

    @Override
    public Decision explain(Actor actor, String typeId, Operation operation) {
        if (actor instanceof Actor.Robot) {
            return new Decision(Reach.ALL, Label.of("access.rule.robot"));
        }
        if (actor instanceof Actor.Client client && client.scope() == TokenScope.READ && operation != Operation.READ) {
            return new Decision(Reach.NONE, Label.of("access.rule.token", client.token()));
        }
        Optional<Person> person = active(actor);
        if (person.isEmpty()) {
            return new Decision(Reach.NONE, Label.of("access.rule.left"));
        }
        Role role = person.get().role();
        if (role == Role.ADMINISTRATOR) {
            return new Decision(Reach.ALL, Label.of("access.rule.administrator"));
        }
        Reach set = rules.get(new Key(role, typeId, operation));
        Reach reach = set != null ? set : declared.of(typeId, operation);
        return new Decision(reach, Label.of(set != null ? "access.rule.set" : "access.rule.default", Label.of("access.role." + role), Label.of("access.operation." + operation), Label.of("access.reach." + reach)));
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
        return rules.entrySet().stream()
                .map(rule -> new Rule(rule.getKey().role(), rule.getKey().typeId(), rule.getKey().operation(), rule.getValue()))
                .toList();
    }

    @Override
    public boolean set(Rule rule, Actor actor) {
        if (!may(actor, Permission.ADMINISTER) || rule.role() == Role.ADMINISTRATOR) {
            return false;
        }
        database.write(tx -> {
            tx.update(Sql.of("delete from access_rule where role = ? and type_id = ? and operation = ?", rule.role().name(), rule.typeId(), rule.operation().name()));
            tx.afterCommit(() -> keep(rule));
            return tx.update(Sql.of("insert into access_rule (role, type_id, operation, reach) values (?, ?, ?, ?)",
                    rule.role().name(), rule.typeId(), rule.operation().name(), rule.reach().name()));
        });
        return true;
    }

    private void keep(Rule rule) {
        rules.put(new Key(rule.role(), rule.typeId(), rule.operation()), rule.reach());
    }

    private Optional<Person> active(Actor actor) {
        return actor.person().flatMap(people::find).filter(Person::active);
    }
}
