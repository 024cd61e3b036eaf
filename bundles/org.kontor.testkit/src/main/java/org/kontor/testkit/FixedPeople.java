package org.kontor.testkit;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.api.people.Enrolment;
import org.kontor.api.people.NewPerson;
import org.kontor.api.people.People;
import org.kontor.api.people.Person;
import org.kontor.api.people.PersonId;
import org.kontor.api.people.Role;

/// Persons in memory: the administrator `admin` (1) and the employees `anna` (2) and `ivan` (3), all with English habits. Anybody may
/// add and change them.
public final class FixedPeople implements People {
    public static final Actor ADMIN = new Actor.Human(new PersonId(1));
    public static final Actor ANNA = new Actor.Human(new PersonId(2));
    public static final Actor IVAN = new Actor.Human(new PersonId(3));

    private final List<Person> persons = new ArrayList<>(List.of(
            person(1, "admin", "Administrator", Role.ADMINISTRATOR), person(2, "anna", "Anna Schmidt", Role.EMPLOYEE), person(3, "ivan", "Иван Петров", Role.EMPLOYEE)));

    private static Person person(long id, String login, String name, Role role) {
        return new Person(new PersonId(id), login, name, login + "@example.org", role, Optional.empty(), Locale.ENGLISH, ZoneOffset.UTC, true);
    }

    @Override
    public synchronized Optional<Person> find(PersonId id) {
        return persons.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    @Override
    public synchronized Optional<Person> byLogin(String login) {
        return persons.stream().filter(person -> person.login().equalsIgnoreCase(login)).findFirst();
    }

    @Override
    public synchronized List<Person> all() {
        return persons.stream().sorted(Comparator.comparing(Person::name)).toList();
    }

    @Override
    public synchronized Enrolment enrol(NewPerson fresh, Actor actor) {
        if (byLogin(fresh.login()).isPresent()) {
            return new Enrolment.Refused(Label.verbatim("there is a person " + fresh.login() + " already"));
        }
        PersonId id = new PersonId(persons.size() + 1L);
        Person person = new Person(id, fresh.login(), fresh.name(), fresh.email(), fresh.role(), fresh.boss(), fresh.language(), fresh.zone(), true);
        persons.add(person);
        return new Enrolment.Done(person);
    }

    @Override
    public synchronized Enrolment change(Person person, Actor actor) {
        persons.replaceAll(each -> each.id().equals(person.id()) ? person : each);
        return new Enrolment.Done(person);
    }

    @Override
    public Enrolment changePassword(PersonId id, String current, String next, Actor actor) {
        return new Enrolment.Refused(Label.verbatim("these persons have no passwords"));
    }
}
