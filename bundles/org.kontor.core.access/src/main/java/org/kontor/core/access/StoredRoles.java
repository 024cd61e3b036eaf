package org.kontor.core.access;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.api.access.RoleId;
import org.kontor.api.access.Roles;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.api.people.Department;
import org.kontor.api.people.Departments;
import org.kontor.api.people.People;
import org.kontor.api.people.Person;
import org.kontor.api.people.PersonId;
import org.kontor.api.people.Role;
import org.kontor.storage.Database;
import org.kontor.storage.Sql;
import org.kontor.storage.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Roles and who has them in two tables, held in memory. Changes are made one at a time.
@Component(service = Roles.class)
public final class StoredRoles implements Roles {
    private static final int LONGEST_NAME = 100;
    private static final List<AccessRole> BUILT_IN = List.of(
            new AccessRole(RoleId.ADMINISTRATOR, Label.of("access.role.ADMINISTRATOR")), new AccessRole(RoleId.EMPLOYEE, Label.of("access.role.EMPLOYEE")));

    private record State(Map<RoleId, String> names, Set<Assignment> assignments) {}

    private final Database database;
    private final People people;
    private final Departments departments;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private volatile State state;

    @Activate
    public StoredRoles(@Reference Database database, @Reference People people, @Reference Departments departments) {
        this.database = database;
        this.people = people;
        this.departments = departments;
        database.migrate("access", StoredRoles.class);
        this.state = database.read(StoredRoles::stored);
    }

    @Override
    public List<AccessRole> all() {
        return Stream.concat(BUILT_IN.stream(), state.names().entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(String.CASE_INSENSITIVE_ORDER))
                        .map(role -> new AccessRole(role.getKey(), Label.verbatim(role.getValue()))))
                .toList();
    }

    @Override
    public Optional<AccessRole> find(RoleId id) {
        return all().stream().filter(role -> role.id().equals(id)).findFirst();
    }

    @Override
    public Set<RoleId> of(PersonId person) {
        if (people.find(person).filter(some -> some.role() == Role.ADMINISTRATOR).isPresent()) {
            return Set.of(RoleId.ADMINISTRATOR);
        }
        Set<RoleId> given = assignments().stream().filter(each -> holds(person, each.holder())).map(Assignment::role).collect(Collectors.toUnmodifiableSet());
        return given.isEmpty() ? Set.of(RoleId.EMPLOYEE) : given;
    }

    private boolean holds(PersonId person, Holder holder) {
        return switch (holder) {
            case Holder.OfPerson one -> one.person().equals(person);
            case Holder.OfDepartment some -> departments.of(person).stream().anyMatch(department -> some.below() ? below(department, some) : department.id().equals(some.department()));
        };
    }

    private boolean below(Department department, Holder.OfDepartment top) {
        Optional<Department> each = Optional.of(department);
        while (each.isPresent() && !each.get().id().equals(top.department())) {
            each = each.get().parent().flatMap(departments::find);
        }
        return each.isPresent();
    }

    @Override
    public List<Assignment> assignments() {
        return state.assignments().stream().filter(each -> exists(each.holder())).toList();
    }

    @Override
    public synchronized Rearrangement create(String name, Actor actor) {
        Optional<Label> objection = denied(actor).or(() -> objection(Optional.empty(), name));
        if (objection.isPresent()) {
            return new Rearrangement.Refused(objection.get());
        }
        RoleId id = unused(name);
        return changed(id, tx -> tx.update(Sql.of("insert into access_role (id, name) values (?, ?)", id.value(), name.strip())));
    }

    @Override
    public synchronized Rearrangement rename(RoleId id, String name, Actor actor) {
        Optional<Label> objection = denied(actor).or(() -> fixed(id)).or(() -> objection(Optional.of(id), name));
        return objection.<Rearrangement>map(Rearrangement.Refused::new)
                .orElseGet(() -> changed(id, tx -> tx.update(Sql.of("update access_role set name = ? where id = ?", name.strip(), id.value()))));
    }

    @Override
    public synchronized Rearrangement delete(RoleId id, Actor actor) {
        Optional<Label> objection = denied(actor).or(() -> fixed(id));
        if (objection.isPresent()) {
            return new Rearrangement.Refused(objection.get());
        }
        AccessRole gone = find(id).orElseThrow();
        write(tx -> {
            tx.update(Sql.of("delete from access_right where role = ?", id.value()));
            tx.update(Sql.of("delete from access_assignment where role = ?", id.value()));
            tx.update(Sql.of("delete from access_role where id = ?", id.value()));
        });
        return new Rearrangement.Done(gone);
    }

    @Override
    public synchronized Rearrangement assign(Assignment assignment, Actor actor) {
        Optional<Label> objection = denied(actor).or(() -> find(assignment.role()).isEmpty() ? Optional.of(unknown(assignment.role())) : Optional.empty())
                .or(() -> assignment.role().equals(RoleId.ADMINISTRATOR) ? Optional.of(Label.of("access.role.with-person")) : Optional.empty())
                .or(() -> exists(assignment.holder()) ? Optional.empty() : Optional.of(Label.of("access.role.no-holder")));
        return objection.<Rearrangement>map(Rearrangement.Refused::new).orElseGet(() -> changed(assignment.role(), tx -> {
            erase(tx, assignment);
            tx.update(Sql.of("insert into access_assignment (role, holder) values (?, ?)", assignment.role().value(), Stored.text(assignment.holder())));
        }));
    }

    @Override
    public synchronized Rearrangement revoke(Assignment assignment, Actor actor) {
        Optional<Label> objection = denied(actor).or(() -> find(assignment.role()).isEmpty() ? Optional.of(unknown(assignment.role())) : Optional.empty());
        return objection.<Rearrangement>map(Rearrangement.Refused::new).orElseGet(() -> changed(assignment.role(), tx -> erase(tx, assignment)));
    }

    @Override
    public AutoCloseable watch(Runnable changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }

    private interface Act {
        void in(Transaction tx);
    }

    private Rearrangement changed(RoleId id, Act act) {
        write(act);
        return new Rearrangement.Done(find(id).orElseThrow());
    }

    private void write(Act act) {
        database.write(tx -> {
            act.in(tx);
            State next = stored(tx);
            tx.afterCommit(() -> {
                state = next;
                watchers.forEach(Runnable::run);
            });
            return true;
        });
    }

    private Optional<Label> objection(Optional<RoleId> own, String name) {
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            return Optional.of(Label.of("access.role.name", LONGEST_NAME));
        }
        boolean taken = state.names().entrySet().stream().anyMatch(role -> role.getValue().equalsIgnoreCase(name.strip()) && !own.equals(Optional.of(role.getKey())));
        return taken ? Optional.of(Label.of("access.role.taken", name.strip())) : Optional.empty();
    }

    private Optional<Label> fixed(RoleId id) {
        return id.builtIn() ? Optional.of(Label.of("access.role.built-in")) : find(id).isEmpty() ? Optional.of(unknown(id)) : Optional.empty();
    }

    private Optional<Label> denied(Actor actor) {
        boolean administers = actor instanceof Actor.Robot
                || actor instanceof Actor.Human human && people.find(human.id()).filter(person -> person.active() && person.role() == Role.ADMINISTRATOR).isPresent();
        return administers ? Optional.empty() : Optional.of(Label.of("access.role.denied"));
    }

    private boolean exists(Holder holder) {
        return switch (holder) {
            case Holder.OfPerson one -> people.find(one.person()).map(Person::id).isPresent();
            case Holder.OfDepartment some -> departments.find(some.department()).isPresent();
        };
    }

    private RoleId unused(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-$", "");
        String start = plain.isEmpty() ? "role" : plain.substring(0, Math.min(40, plain.length()));
        return Stream.iterate(1, n -> n + 1).map(n -> new RoleId(n == 1 ? start : start + "-" + n)).filter(id -> find(id).isEmpty()).findFirst().orElseThrow();
    }

    private static Label unknown(RoleId id) {
        return Label.of("access.role.unknown", id.value());
    }

    private static void erase(Transaction tx, Assignment assignment) {
        tx.update(Sql.of("delete from access_assignment where role = ? and holder = ?", assignment.role().value(), Stored.text(assignment.holder())));
    }

    private static State stored(Transaction tx) {
        Map<RoleId, String> names = new HashMap<>();
        tx.query(Sql.of("select id, name from access_role"), row -> Map.entry(new RoleId(row.text("id")), row.text("name"))).forEach(role -> names.put(role.getKey(), role.getValue()));
        return new State(names, new HashSet<>(tx.query(Sql.of("select role, holder from access_assignment"), row -> new Assignment(new RoleId(row.text("role")), Stored.holder(row.text("holder"))))));
    }
}
