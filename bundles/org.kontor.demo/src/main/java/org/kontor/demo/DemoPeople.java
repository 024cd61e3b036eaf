package org.kontor.demo;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.people.Actor;
import org.kontor.api.people.Enrolment;
import org.kontor.api.people.NewPerson;
import org.kontor.api.people.People;
import org.kontor.api.people.Person;
import org.kontor.api.people.PersonId;
import org.kontor.api.people.Role;

/// A boss and her sales people. They sign in with the administrator's first password, so that no password of a running portal is known
/// to the world.
final class DemoPeople {
    private final People people;
    private final String password;

    DemoPeople(People people, String password) {
        this.people = people;
        this.password = password;
    }

    /// The people by login, with those who were there already.
    Map<String, PersonId> enrol(Actor actor) {
        Map<String, PersonId> byLogin = new HashMap<>();
        for (Map<String, String> row : DemoTable.read("people.tsv").rows()) {
            String login = row.get("login");
            byLogin.put(login, people.byLogin(login).map(Person::id).orElseGet(() -> enrol(row, Optional.ofNullable(byLogin.get(row.get("boss"))), actor)));
        }
        return byLogin;
    }

    private PersonId enrol(Map<String, String> row, Optional<PersonId> boss, Actor actor) {
        NewPerson person = new NewPerson(row.get("login"), row.get("name"), row.get("email"), Role.valueOf(row.get("role")), boss,
                Locale.of(row.get("language")), ZoneId.of(row.get("zone")), password);
        return switch (people.enrol(person, actor)) {
            case Enrolment.Done done -> done.person().id();
            case Enrolment.Refused refused -> throw new IllegalStateException("person '" + person.login() + "' of the demo is refused: " + refused.reason());
        };
    }
}
