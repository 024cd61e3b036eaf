package org.kontor.api.people;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/// Somebody who may sign in.
///
/// `login` is unique in lower case. `boss` is who is told when something is late; the topmost has none. A person who is not
/// `active` can't sign in, yet stays as author and responsible of what exists.
public record Person(
        PersonId id,
        String login,
        String name,
        String email,
        Role role,
        Optional<PersonId> boss,
        Locale language,
        ZoneId zone,
        boolean active) {}
