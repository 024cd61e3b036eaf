package org.kontor.api.people;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/// The persons of the portal.
///
/// Look-ups are answered from memory: cheap enough for every row of a list.
@ProviderType
public interface People {

    /// A person by number.
    Optional<Person> find(PersonId id);

    /// A person by login, in any case.
    Optional<Person> byLogin(String login);

    /// All persons by name, those who left included.
    List<Person> all();

    /// Adds a person.
    ///
    /// Only an administrator or a robot may; refused when the login is taken, empty or longer than 100, or the password is shorter
    /// than 8 characters.
    Enrolment enrol(NewPerson person, Actor actor);

    /// Changes name, mail, role, boss, language, zone or the active flag of `person.id()`.
    Enrolment change(Person person, Actor actor);

    /// Sets a password. A person changes their own by naming the current one; an administrator needs none.
    Enrolment changePassword(PersonId id, String current, String next, Actor actor);
}
