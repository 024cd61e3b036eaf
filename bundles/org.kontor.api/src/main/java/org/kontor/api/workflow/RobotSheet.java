package org.kontor.api.workflow;

import java.util.List;

/// The robots of one stage, in the order in which those of the same time work. A sheet is immutable: each saving makes the next
/// `version` (0: none was saved yet), and what started on a version goes on with it.
public record RobotSheet(String typeId, String stageId, int version, List<Robot> robots) {
    public RobotSheet {
        robots = List.copyOf(robots);
    }
}
