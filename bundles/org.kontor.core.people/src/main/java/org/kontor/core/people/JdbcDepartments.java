package org.kontor.core.people;

import java.sql.JDBCType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.api.people.Department;
import org.kontor.api.people.DepartmentId;
import org.kontor.api.people.Departments;
import org.kontor.api.people.People;
import org.kontor.api.people.Person;
import org.kontor.api.people.PersonId;
import org.kontor.api.people.Reorganisation;
import org.kontor.api.people.Role;
import org.kontor.storage.Database;
import org.kontor.storage.Null;
import org.kontor.storage.Row;
import org.kontor.storage.Sql;
import org.kontor.storage.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Departments in two tables, held in memory. Changes are made one at a time.
@Component(service = Departments.class)
public final class JdbcDepartments implements Departments {
    private static final int LONGEST_NAME = 100;

    private final Database database;
    private final People people;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private volatile DepartmentTree tree;

    @Activate
    public JdbcDepartments(@Reference Database database, @Reference People people) {
        this.database = database;
        this.people = people;
        database.migrate("people", JdbcPeople.class);
        this.tree = database.read(JdbcDepartments::stored);
    }

    @Override
    public List<Department> all() {
        return tree.all();
    }

    @Override
    public Optional<Department> find(DepartmentId id) {
        return tree.find(id);
    }

    @Override
    public List<Department> of(PersonId person) {
        return tree.of(person);
    }

    @Override
    public Set<PersonId> around(PersonId person, boolean below) {
        return tree.around(person, below);
    }

    @Override
    public Optional<PersonId> boss(PersonId person) {
        return people.find(person).flatMap(Person::boss).or(() -> tree.head(person));
    }

    @Override
    public synchronized Reorganisation add(Department.Outline outline, Actor actor) {
        Optional<Label> objection = objection(Optional.empty(), outline, actor);
        if (objection.isPresent()) {
            return new Reorganisation.Refused(objection.get());
        }
        return done(database.write(tx -> {
            long id = tx.insert(Sql.of("insert into department (name, parent, head) values (?, ?, ?)", outline.name().strip(), above(outline), head(outline)), "id");
            return kept(tx, new DepartmentId(id), outline);
        }));
    }

    @Override
    public synchronized Reorganisation change(DepartmentId id, Department.Outline outline, Actor actor) {
        Optional<Label> objection = objection(Optional.of(id), outline, actor);
        if (objection.isPresent()) {
            return new Reorganisation.Refused(objection.get());
        }
        return done(database.write(tx -> {
            tx.update(Sql.of("update department set name = ?, parent = ?, head = ? where id = ?", outline.name().strip(), above(outline), head(outline), id.value()));
            tx.update(Sql.of("delete from department_member where department = ?", id.value()));
            return kept(tx, id, outline);
        }));
    }

    @Override
    public synchronized Reorganisation delete(DepartmentId id, Actor actor) {
        Optional<Department> gone = tree.find(id);
        Optional<Label> objection = denied(actor).or(() -> gone.isEmpty() ? Optional.of(unknown(id)) : Optional.empty())
                .or(() -> tree.under(Optional.of(id)).isEmpty() ? Optional.empty() : Optional.of(Label.of("people.department-occupied", gone.orElseThrow().name())));
        if (objection.isPresent()) {
            return new Reorganisation.Refused(objection.get());
        }
        database.write(tx -> {
            tx.update(Sql.of("delete from department_member where department = ?", id.value()));
            tx.update(Sql.of("delete from department where id = ?", id.value()));
            follow(tx);
            return true;
        });
        return done(gone.orElseThrow());
    }

    @Override
    public AutoCloseable watch(Runnable changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }

    private Department kept(Transaction tx, DepartmentId id, Department.Outline outline) {
        Department department = new Department(id, outline.name().strip(), outline.parent(), outline.head(), outline.members());
        tx.batch("insert into department_member (department, person) values (?, ?)", department.members().stream().map(person -> List.<Object>of(id.value(), person.value())).toList());
        follow(tx);
        return department;
    }

    /// What this transaction leaves behind is read in it and in force once it is committed.
    private void follow(Transaction tx) {
        DepartmentTree next = stored(tx);
        tx.afterCommit(() -> {
            tree = next;
            watchers.forEach(Runnable::run);
        });
    }

    private Optional<Label> objection(Optional<DepartmentId> id, Department.Outline outline, Actor actor) {
        String name = outline.name().strip();
        return denied(actor)
                .or(() -> id.filter(some -> tree.find(some).isEmpty()).or(() -> outline.parent().filter(some -> tree.find(some).isEmpty())).map(JdbcDepartments::unknown))
                .or(() -> name.isEmpty() || name.length() > LONGEST_NAME ? Optional.of(Label.of("people.department-name", LONGEST_NAME)) : Optional.empty())
                .or(() -> tree.under(outline.parent()).stream().filter(sister -> !id.equals(Optional.of(sister.id())) && sister.name().equalsIgnoreCase(name)).findFirst()
                        .map(sister -> Label.of("people.department-taken", sister.name())))
                .or(() -> id.flatMap(own -> outline.parent().filter(above -> tree.within(above, own))).map(_ -> Label.of("people.department-circle", name)))
                .or(() -> new Department(new DepartmentId(1), name, outline.parent(), outline.head(), outline.members()).members().stream().filter(person -> people.find(person).isEmpty()).findFirst()
                        .map(person -> Label.of("people.unknown", Long.toString(person.value()))));
    }

    private Optional<Label> denied(Actor actor) {
        boolean administers = actor instanceof Actor.Robot
                || actor instanceof Actor.Human human && people.find(human.id()).filter(person -> person.active() && person.role() == Role.ADMINISTRATOR).isPresent();
        return administers ? Optional.empty() : Optional.of(Label.of("people.no-right"));
    }

    private static Label unknown(DepartmentId id) {
        return Label.of("people.no-department", Long.toString(id.value()));
    }

    private static Reorganisation done(Department department) {
        return new Reorganisation.Done(department);
    }

    private static Object above(Department.Outline outline) {
        return outline.parent().<Object>map(DepartmentId::value).orElse(new Null(JDBCType.BIGINT));
    }

    private static Object head(Department.Outline outline) {
        return outline.head().<Object>map(PersonId::value).orElse(new Null(JDBCType.BIGINT));
    }

    private static DepartmentTree stored(Transaction tx) {
        Map<Long, Set<PersonId>> members = new HashMap<>();
        tx.query(Sql.of("select department, person from department_member"), row -> Map.entry(row.number("department"), new PersonId(row.number("person"))))
                .forEach(member -> members.computeIfAbsent(member.getKey(), _ -> new HashSet<>()).add(member.getValue()));
        return new DepartmentTree(tx.query(Sql.of("select id, name, parent, head from department"), row -> department(row, members)));
    }

    private static Department department(Row row, Map<Long, Set<PersonId>> members) {
        return new Department(new DepartmentId(row.number("id")), row.text("name"), row.optionalNumber("parent").map(DepartmentId::new), row.optionalNumber("head").map(PersonId::new),
                members.getOrDefault(row.number("id"), Set.of()));
    }
}
