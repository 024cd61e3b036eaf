package org.kontor.core.documents;

import org.kontor.api.people.Actor;
import org.kontor.api.people.PersonId;
import org.kontor.api.people.TokenScope;

/// Who started something, as a text: `person:7`, `client:7:WRITE:token name`, `robot:id`.
public final class ActorText {
    private ActorText() {}

    public static String write(Actor actor) {
        return switch (actor) {
            case Actor.Human(PersonId id) -> "person:" + id.value();
            case Actor.Client(PersonId owner, String token, TokenScope scope) -> "client:" + owner.value() + ":" + scope + ":" + token;
            case Actor.Robot(String id) -> "robot:" + id;
        };
    }

    public static Actor read(String text) {
        String[] parts = text.split(":", 4);
        return switch (parts[0]) {
            case "person" -> new Actor.Human(new PersonId(Long.parseLong(parts[1])));
            case "client" -> new Actor.Client(new PersonId(Long.parseLong(parts[1])), parts[3], TokenScope.valueOf(parts[2]));
            default -> new Actor.Robot(text.substring("robot:".length()));
        };
    }
}
