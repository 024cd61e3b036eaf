package org.kontor.ui.shell.internal.robots;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.documents.Filter;
import org.kontor.api.workflow.Robot;
import org.kontor.api.workflow.RobotSheet;
import org.kontor.api.workflow.Timing;

/// A robot while somebody fills it in, and the sheet they saw when they began.
final class RobotDraft {
    final RobotSheet seen;
    final String id;
    final boolean fresh;
    final Timing timing;
    final Filter condition;
    final Map<String, String> input;
    Optional<String> activityId;

    private RobotDraft(RobotSheet seen, String id, boolean fresh, Optional<String> activityId, Timing timing, Filter condition, Map<String, String> input) {
        this.seen = seen;
        this.id = id;
        this.fresh = fresh;
        this.activityId = activityId;
        this.timing = timing;
        this.condition = condition;
        this.input = new HashMap<>(input);
    }

    static RobotDraft fresh(RobotSheet sheet) {
        return new RobotDraft(sheet, StageSheets.freshId(), true, Optional.empty(), new Timing.AtOnce(), Filter.any(), Map.of());
    }

    static RobotDraft of(RobotSheet sheet, Robot robot) {
        return new RobotDraft(sheet, robot.id(), false, Optional.of(robot.activityId()), robot.timing(), robot.condition(), robot.input());
    }

    int place() {
        return seen.robots().stream().map(Robot::id).toList().indexOf(id);
    }
}
