package org.kontor.core.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.JDBCType;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.api.people.Enrolment;
import org.kontor.api.people.NewPerson;
import org.kontor.api.people.People;
import org.kontor.api.people.Person;
import org.kontor.api.people.PersonId;
import org.kontor.api.people.Role;
import org.kontor.storage.Database;
import org.kontor.storage.DatabaseFailure;
import org.kontor.storage.Null;
import org.kontor.storage.Row;
import org.kontor.storage.Sql;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Persons in a table, held in memory.
///
/// A portal without anybody gets the administrator `admin`, whose random password is left in the file `first-password.txt` of the data
/// folder until it is changed.
@Component(service = {People.class, JdbcPeople.class})
public final class JdbcPeople implements People {
    private static final int SHORTEST_PASSWORD = 8;

    private final Database database;
    private final Path firstPassword;
    private final Map<PersonId, Person> persons = new ConcurrentHashMap<>();

    @Activate
    public JdbcPeople(BundleContext context, @Reference Database database) {
        this(database, Path.of(Optional.ofNullable(context.getProperty("kontor.data")).orElse("data")));
    }

    JdbcPeople(Database database, Path data) {
        this.database = database;
        this.firstPassword = data.resolve("first-password.txt");
        database.migrate("people", JdbcPeople.class);
        database.read(tx -> tx.query(Sql.of("select * from person"), JdbcPeople::person)).forEach(this::keep);
        if (persons.isEmpty()) {
            welcome();
        }
    }

    @Override
    public Optional<Person> find(PersonId id) {
        return Optional.ofNullable(persons.get(id));
    }

    @Override
    public Optional<Person> byLogin(String login) {
        return persons.values().stream().filter(person -> person.login().equalsIgnoreCase(login.strip())).findFirst();
    }

    @Override
    public List<Person> all() {
        return persons.values().stream().sorted(Comparator.comparing(Person::name, String.CASE_INSENSITIVE_ORDER)).toList();
    }

    @Override
    public Enrolment enrol(NewPerson person, Actor actor) {
        String login = person.login().strip().toLowerCase(Locale.ROOT);
        Optional<Label> objection = objection(actor, login, person.name(), person.password());
        if (objection.isPresent()) {
            return new Enrolment.Refused(objection.get());
        }
        Sql insert = Sql.of("insert into person (login, name, email, role, boss, language, zone, active, password) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                login, person.name().strip(), person.email().strip(), person.role().name(), orNull(person.boss()), person.language().getLanguage(), person.zone().getId(), true, Secrets.hash(person.password()));
        try {
            return new Enrolment.Done(database.write(tx -> {
                Person fresh = new Person(new PersonId(tx.insert(insert, "id")), login, person.name().strip(), person.email().strip(), person.role(), person.boss(), person.language(), person.zone(), true);
                tx.afterCommit(() -> keep(fresh));
                return fresh;
            }));
        } catch (DatabaseFailure e) {
            if (e.duplicate()) {
                return new Enrolment.Refused(Label.of("people.login-taken", login));
            }
            throw e;
        }
    }

    /// One at a time, so that the last two administrators can't demote each other.
    @Override
    public synchronized Enrolment change(Person person, Actor actor) {
        Optional<Person> before = find(person.id());
        boolean own = actor.equals(new Actor.Human(person.id()));
        if (before.isEmpty() || !administers(actor) && !(own && before.get().role() == person.role() && before.get().active() == person.active() && before.get().boss().equals(person.boss()))) {
            return new Enrolment.Refused(Label.of("people.no-right"));
        }
        if (person.name().isBlank() || person.name().length() > 200 || person.email().length() > 254) {
            return new Enrolment.Refused(Label.of("people.name"));
        }
        boolean last = before.get().role() == Role.ADMINISTRATOR && before.get().active() && (person.role() != Role.ADMINISTRATOR || !person.active())
                && persons.values().stream().filter(each -> each.role() == Role.ADMINISTRATOR && each.active()).count() == 1;
        if (last) {
            return new Enrolment.Refused(Label.of("people.last-administrator"));
        }
        Person after = new Person(person.id(), before.get().login(), person.name().strip(), person.email().strip(), person.role(), person.boss(), person.language(), person.zone(), person.active());
        Sql update = Sql.of("update person set name = ?, email = ?, role = ?, boss = ?, language = ?, zone = ?, active = ? where id = ?",
                after.name(), after.email(), after.role().name(), orNull(after.boss()), after.language().getLanguage(), after.zone().getId(), after.active(), after.id().value());
        database.write(tx -> {
            if (!after.active()) {
                tx.update(Sql.of("delete from person_session where person = ?", after.id().value()));
            }
            tx.afterCommit(() -> keep(after));
            return tx.update(update);
        });
        return new Enrolment.Done(after);
    }

    @Override
    public Enrolment changePassword(PersonId id, String current, String next, Actor actor) {
        boolean own = actor.equals(new Actor.Human(id));
        if (find(id).isEmpty() || !own && !administers(actor)) {
            return new Enrolment.Refused(Label.of("people.no-right"));
        }
        if (own && !Secrets.matches(current, hash(id))) {
            return new Enrolment.Refused(Label.of("people.wrong-password"));
        }
        if (next.length() < SHORTEST_PASSWORD || next.length() > 200) {
            return new Enrolment.Refused(Label.of("people.short-password", SHORTEST_PASSWORD));
        }
        String hash = Secrets.hash(next);
        database.write(tx -> {
            tx.update(Sql.of("delete from person_session where person = ?", id.value()));
            return tx.update(Sql.of("update person set password = ? where id = ?", hash, id.value()));
        });
        forgetFirstPassword(id);
        return new Enrolment.Done(persons.get(id));
    }

    String hash(PersonId id) {
        return database.read(tx -> tx.one(Sql.of("select password from person where id = ?", id.value()), row -> row.text("password"))).orElseThrow();
    }

    private Optional<Label> objection(Actor actor, String login, String name, String password) {
        if (!administers(actor)) {
            return Optional.of(Label.of("people.no-right"));
        }
        if (!login.matches("[\\p{L}\\p{N}._@+-]{1,100}")) {
            return Optional.of(Label.of("people.login", login.length() > 60 ? login.substring(0, 60) : login));
        }
        if (name.isBlank() || name.length() > 200) {
            return Optional.of(Label.of("people.name"));
        }
        if (byLogin(login).isPresent()) {
            return Optional.of(Label.of("people.login-taken", login));
        }
        return password.length() < SHORTEST_PASSWORD || password.length() > 200 ? Optional.of(Label.of("people.short-password", SHORTEST_PASSWORD)) : Optional.empty();
    }

    private boolean administers(Actor actor) {
        return actor instanceof Actor.Robot
                || actor instanceof Actor.Human human && find(human.id()).filter(person -> person.active() && person.role() == Role.ADMINISTRATOR).isPresent();
    }

    /// The file first: a portal whose password nobody can read would be lost.
    private void welcome() {
        String password = Secrets.password();
        try {
            Files.createDirectories(firstPassword.toAbsolutePath().getParent());
            Files.deleteIfExists(firstPassword);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(firstPassword, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(firstPassword, password);
        } catch (IOException e) {
            throw new UncheckedIOException("the first password can't be written to " + firstPassword, e);
        }
        enrol(new NewPerson("admin", "Administrator", "", Role.ADMINISTRATOR, Optional.empty(), Locale.ENGLISH, ZoneId.systemDefault(), password), new Actor.Robot("people.first-start"));
    }

    private void forgetFirstPassword(PersonId id) {
        if (persons.get(id).login().equals("admin")) {
            try {
                Files.deleteIfExists(firstPassword);
            } catch (IOException e) {
                throw new UncheckedIOException("file " + firstPassword + " can't be deleted: delete it by hand", e);
            }
        }
    }

    private void keep(Person person) {
        persons.put(person.id(), person);
    }

    private static Object orNull(Optional<PersonId> person) {
        return person.<Object>map(PersonId::value).orElse(new Null(JDBCType.BIGINT));
    }

    private static Person person(Row row) {
        return new Person(
                new PersonId(row.number("id")),
                row.text("login"),
                row.text("name"),
                row.text("email"),
                Role.valueOf(row.text("role")),
                row.optionalNumber("boss").map(PersonId::new),
                Locale.of(row.text("language")),
                ZoneId.of(row.text("zone")),
                row.yes("active"));
    }
}
