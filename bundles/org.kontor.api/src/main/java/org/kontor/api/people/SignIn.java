package org.kontor.api.people;

import java.time.Duration;

/// What became of an attempt to sign in.
public sealed interface SignIn {

    /// `sessionKey` goes into the browser's cookie and nowhere else.
    record Welcome(Person person, String sessionKey) implements SignIn {
        /// Without the key, so that it never lands in a log.
        @Override
        public String toString() {
            return "Welcome[" + person.login() + "]";
        }
    }

    /// Login or password is wrong, or the person left: which one is not told.
    record Wrong() implements SignIn {}

    /// Too many attempts; the next one counts after `pause`.
    record Slowed(Duration pause) implements SignIn {}
}
