package org.kontor.core.workflow;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Stage;
import org.kontor.api.events.Cause;
import org.kontor.api.events.Occurrence;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.api.workflow.Robot;
import org.kontor.storage.Journal;

/// Cuts robots that start each other without end, by the chain of causes in the journal.
///
/// The bound is below that of reactions in general, so that robots are refused with their names on the card before the journal's
/// own guard parks the entry.
final class Loops {
    private static final int DEEPEST = 15;
    private static final int MOST_NAMES = 8;

    private final Journal journal;
    private final StageRobots robots;
    private final DocumentTypes types;

    Loops(Journal journal, StageRobots robots, DocumentTypes types) {
        this.journal = journal;
        this.robots = robots;
        this.types = types;
    }

    /// Why nothing more is started, when too many automatic changes followed each other.
    Optional<Label> objection(Occurrence occurrence) {
        return occurrence.cause().depth() < DEEPEST ? Optional.empty() : Optional.of(Label.of("workflow.loop", names(occurrence), DEEPEST));
    }

    private Label names(Occurrence occurrence) {
        Set<Label> names = new LinkedHashSet<>();
        Optional<Actor> actor = Optional.of(occurrence.actor());
        Cause cause = occurrence.cause();
        for (int step = 0; step < DEEPEST && actor.isPresent(); step++) {
            actor.flatMap(this::name).ifPresent(names::add);
            Optional<Journal.Entry> parent = cause instanceof Cause.Follows follows ? journal.at(follows.parent()) : Optional.empty();
            actor = parent.map(Journal.Entry::actor);
            cause = parent.map(Journal.Entry::cause).orElse(new Cause.Direct());
        }
        return names.stream().limit(MOST_NAMES).reduce((some, next) -> Label.of("workflow.loop.and", some, next)).orElse(Label.verbatim(occurrence.actor().toString()));
    }

    /// A robot by its activity and stage; another piece of code by its id; people don't count.
    private Optional<Label> name(Actor actor) {
        if (!(actor instanceof Actor.Robot(String id))) {
            return Optional.empty();
        }
        return RobotName.read(id).flatMap(this::robot).or(() -> Optional.of(Label.verbatim(id)));
    }

    private Optional<Label> robot(RobotName name) {
        Optional<DocumentType> type = types.find(name.typeId());
        Optional<Robot> robot = type.flatMap(_ -> robots.sheet(name.typeId(), name.stageId()).robots().stream().filter(each -> each.id().equals(name.robotId())).findFirst());
        Optional<Label> stage = type.flatMap(known -> known.stage(name.stageId())).map(Stage::name);
        return robot.flatMap(some -> stage.map(place -> Label.of("workflow.loop.robot", Label.of("activity." + some.activityId()), place)));
    }
}
