package org.kontor.api.people;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/// A person to be added. `password` is kept only as a hash.
public record NewPerson(
        String login,
        String name,
        String email,
        Role role,
        Optional<PersonId> boss,
        Locale language,
        ZoneId zone,
        String password) {

    /// Without the password, so that it never lands in a log.
    @Override
    public String toString() {
        return "NewPerson[" + login + ", " + role + "]";
    }
}
