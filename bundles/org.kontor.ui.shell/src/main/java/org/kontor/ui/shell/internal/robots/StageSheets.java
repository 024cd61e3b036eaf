package org.kontor.ui.shell.internal.robots;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.api.workflow.Robot;
import org.kontor.api.workflow.RobotSheet;
import org.kontor.api.workflow.Robots;

/// Changes the robots of one type's stages, each change a next version of a sheet.
final class StageSheets {
    private final Robots robots;
    private final String typeId;
    private final Actor actor;

    StageSheets(Robots robots, String typeId, Actor actor) {
        this.robots = robots;
        this.typeId = typeId;
        this.actor = actor;
    }

    static String freshId() {
        return "r-" + UUID.randomUUID().toString().substring(0, 8);
    }

    static Optional<Robot> find(RobotSheet sheet, String robotId) {
        return sheet.robots().stream().filter(robot -> robot.id().equals(robotId)).findFirst();
    }

    RobotSheet newest(String stageId) {
        return robots.sheet(typeId, stageId);
    }

    /// Puts a robot in the place of its former self, or at the end, in the sheet somebody looked at.
    Robots.Saving put(RobotSheet seen, Robot robot) {
        List<Robot> all = new ArrayList<>(seen.robots());
        int place = index(all, robot.id());
        if (place < 0) {
            all.add(robot);
        } else {
            all.set(place, robot);
        }
        return save(seen, all);
    }

    /// Brings a robot back to where it was.
    Robots.Saving insert(String stageId, Robot robot, int place) {
        return change(stageId, all -> {
            List<Robot> more = new ArrayList<>(all);
            more.add(Math.min(place, more.size()), robot);
            return more;
        });
    }

    Robots.Saving remove(String stageId, String robotId) {
        return change(stageId, all -> all.stream().filter(robot -> !robot.id().equals(robotId)).toList());
    }

    /// Moves a robot to a place among the robots of a stage, counted without itself. The reason when it is refused.
    Optional<Label> move(String robotId, String from, String to, int place) {
        Optional<Robot> moved = find(newest(from), robotId);
        if (moved.isEmpty()) {
            return Optional.of(Label.of("robots.gone"));
        }
        if (from.equals(to)) {
            return reason(change(from, all -> {
                List<Robot> others = new ArrayList<>(all.stream().filter(robot -> !robot.id().equals(robotId)).toList());
                others.add(Math.clamp(place, 0, others.size()), moved.get());
                return others;
            }));
        }
        Robot arrived = find(newest(to), robotId).isEmpty() ? moved.get() : withId(moved.get(), freshId());
        Optional<Label> refused = reason(insert(to, arrived, place));
        if (refused.isPresent()) {
            return refused;
        }
        Optional<Label> kept = reason(remove(from, robotId));
        kept.ifPresent(_ -> remove(to, arrived.id()));
        return kept;
    }

    /// The first reason of a refusal.
    static Optional<Label> reason(Robots.Saving saving) {
        return switch (saving) {
            case Robots.Saving.Saved _ -> Optional.empty();
            case Robots.Saving.Refused refused -> Optional.of(refused.reasons().getFirst().reason());
        };
    }

    private Robots.Saving change(String stageId, UnaryOperator<List<Robot>> change) {
        RobotSheet sheet = newest(stageId);
        List<Robot> changed = change.apply(sheet.robots());
        return changed.equals(sheet.robots()) ? new Robots.Saving.Saved(sheet) : save(sheet, changed);
    }

    private Robots.Saving save(RobotSheet seen, List<Robot> all) {
        return robots.save(new RobotSheet(typeId, seen.stageId(), seen.version(), all), actor);
    }

    private static Robot withId(Robot robot, String id) {
        return new Robot(id, robot.activityId(), robot.timing(), robot.condition(), robot.input());
    }

    private static int index(List<Robot> all, String robotId) {
        return all.stream().map(Robot::id).toList().indexOf(robotId);
    }
}
