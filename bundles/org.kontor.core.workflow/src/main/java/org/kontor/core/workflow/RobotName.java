package org.kontor.core.workflow;

import java.util.Optional;
import org.kontor.api.people.Actor;

/// The name under which a robot of a stage acts: `robot:lead/new/call`.
record RobotName(String typeId, String stageId, String robotId) {
    private static final String PREFIX = "robot:";

    Actor.Robot actor() {
        return new Actor.Robot(PREFIX + typeId + "/" + stageId + "/" + robotId);
    }

    static Optional<RobotName> read(String actorId) {
        String[] parts = actorId.startsWith(PREFIX) ? actorId.substring(PREFIX.length()).split("/", 3) : new String[0];
        return parts.length == 3 ? Optional.of(new RobotName(parts[0], parts[1], parts[2])) : Optional.empty();
    }
}
