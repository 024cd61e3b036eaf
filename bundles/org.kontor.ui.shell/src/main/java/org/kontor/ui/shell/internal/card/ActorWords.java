package org.kontor.ui.shell.internal.card;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kontor.api.documents.Stage;
import org.kontor.api.events.Cause;
import org.kontor.api.events.Occurrence;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.api.people.Person;
import org.kontor.api.people.PersonId;
import org.kontor.api.workflow.ActivityShape;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// Names who did something: a person, a program with a token, an import, a robot of a stage, or code of a module.
final class ActorWords {
    /// What the runtime names the robot `call` of stage `new` of leads: `robot:lead/new/call`.
    private static final Pattern STAGE_ROBOT = Pattern.compile("robot:(.+)/([^/]+)/([^/]+)");

    private final PageTab tab;
    private final Portal portal;

    ActorWords(PageTab tab, Portal portal) {
        this.tab = tab;
        this.portal = portal;
    }

    String name(Occurrence occurrence) {
        String who = name(occurrence.actor());
        return switch (occurrence.cause()) {
            case Cause.Import(long number) -> text(Label.of("card.actor.import", who, number));
            case Cause.Batch(long number) -> text(Label.of("card.actor.batch", who, number));
            case Cause.Direct _, Cause.Follows _ -> who;
        };
    }

    String name(Actor actor) {
        return switch (actor) {
            case Actor.Human human -> person(human.id());
            case Actor.Client client -> text(Label.of("card.actor.token", person(client.owner()), client.token()));
            case Actor.Robot robot -> robot(robot.id());
        };
    }

    /// The icon for its kind; empty for a person, who is shown by initials.
    String icon(Occurrence occurrence) {
        return switch (occurrence.cause()) {
            case Cause.Import _ -> "upload";
            case Cause.Batch _ -> "layers";
            case Cause.Direct _, Cause.Follows _ -> switch (occurrence.actor()) {
                case Actor.Human _ -> "";
                case Actor.Client _ -> "key";
                case Actor.Robot _ -> "bot";
            };
        };
    }

    private String person(PersonId id) {
        return portal.people.find(id).map(Person::name).orElse("#" + id.value());
    }

    private String robot(String id) {
        Matcher parts = STAGE_ROBOT.matcher(id);
        if (!parts.matches()) {
            return text(Label.of("card.actor.robot", portal.labels.has("robot." + id) ? Label.of("robot." + id) : Label.verbatim(id)));
        }
        Label work = portal.robots.sheet(parts.group(1), parts.group(2)).robots().stream()
                .filter(robot -> robot.id().equals(parts.group(3)))
                .flatMap(robot -> portal.robots.activities().stream().filter(shape -> shape.id().equals(robot.activityId())))
                .map(ActivityShape::name).findFirst().orElseGet(() -> Label.verbatim(parts.group(3)));
        Label stage = portal.types.find(parts.group(1)).flatMap(type -> type.stage(parts.group(2))).map(Stage::name).orElseGet(() -> Label.verbatim(parts.group(2)));
        return text(Label.of("card.actor.stage-robot", work, stage));
    }

    private String text(Label label) {
        return tab.text(label);
    }
}
