package org.kontor.api.people;

import java.util.Optional;

/// Who does something. Every read and every write names one.
public sealed interface Actor {

    /// A person at the screen.
    record Human(PersonId id) implements Actor {}

    /// A program that works for a person through a token; it never may do more than its owner.
    record Client(PersonId owner, String token, TokenScope scope) implements Actor {}

    /// Code of the portal or of a module, with an id of its own (`leads.from-mail`, `acme.parcels`). It may read and write every
    /// document: what it does is in the journal under its id.
    record Robot(String id) implements Actor {
        public Robot {
            if (id.isBlank()) {
                throw new IllegalArgumentException("a robot needs an id, as in 'leads.from-mail'");
            }
        }
    }

    /// The person this actor is or works for; a robot has none.
    default Optional<PersonId> person() {
        return switch (this) {
            case Human human -> Optional.of(human.id());
            case Client client -> Optional.of(client.owner());
            case Robot _ -> Optional.empty();
        };
    }
}
