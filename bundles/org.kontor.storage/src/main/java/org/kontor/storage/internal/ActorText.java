package org.kontor.storage.internal;

import org.kontor.api.people.Actor;
import org.kontor.api.people.PersonId;
import org.kontor.api.people.TokenScope;

/// How an actor is written in the journal: `human:5`, `client:5:WRITE:my script`, `robot:leads.from-mail`.
final class ActorText {
    private ActorText() {}

    static String write(Actor actor) {
        return switch (actor) {
            case Actor.Human(PersonId id) -> "human:" + id.value();
            case Actor.Client(PersonId owner, String token, TokenScope scope) -> "client:" + owner.value() + ":" + scope + ":" + token;
            case Actor.Robot(String id) -> "robot:" + id;
        };
    }

    static Actor read(String text) {
        String[] parts = text.split(":", 4);
        return switch (parts[0]) {
            case "human" -> new Actor.Human(new PersonId(Long.parseLong(parts[1])));
            case "client" -> new Actor.Client(new PersonId(Long.parseLong(parts[1])), parts[3], TokenScope.valueOf(parts[2]));
            case "robot" -> new Actor.Robot(text.substring("robot:".length()));
            default -> throw new IllegalStateException("the journal names an actor '" + text + "' of an unknown kind");
        };
    }
}
