package org.kontor.core.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.events.Occurrence;
import org.kontor.api.labels.Label;
import org.kontor.api.workflow.Robot;
import org.kontor.api.workflow.RobotSheet;
import org.kontor.api.workflow.RunState.Progress;
import org.kontor.api.workflow.Timing;
import org.kontor.storage.Transaction;

/// Lays down which steps the robots of a stage have for a document, and when each is due.
final class Planning {
    private final StageRobots robots;
    private final RunTable table;

    Planning(StageRobots robots, RunTable table) {
        this.robots = robots;
        this.table = table;
    }

    /// Starts a run with all robots of a stage. False when it has none.
    boolean start(Transaction tx, DocumentRef document, String stageId, Occurrence occurrence) {
        RobotSheet sheet = robots.sheet(document.type(), stageId);
        if (sheet.robots().isEmpty()) {
            return false;
        }
        long id = table.insert(tx, document, stageId, sheet.version(), occurrence, log(sheet, occurrence.moment()));
        table.insertWaits(tx, waits(id, sheet, occurrence.moment()));
        return true;
    }

    /// Starts a run whose robots are not known yet, since the module of the document's type is away: it is planned when that returns.
    void startLater(Transaction tx, DocumentRef document, String stageId, Occurrence occurrence) {
        long id = table.insert(tx, document, stageId, 0, occurrence, new StepLog(List.of()));
        RunTable.Wait plan = new RunTable.Wait(id, RunTable.PLAN, RunTable.NEVER, 0);
        table.insertWaits(tx, List.of(plan));
        table.save(tx, List.of(), List.of(), List.of(RunTable.Kept.untilTypeReturns(plan, document.type())));
    }

    /// Starts a run all of whose steps are refused for a reason; somebody may try them again.
    boolean startRefused(Transaction tx, DocumentRef document, String stageId, Occurrence occurrence, Label reason) {
        RobotSheet sheet = robots.sheet(document.type(), stageId);
        if (sheet.robots().isEmpty()) {
            return false;
        }
        List<StepLog.Entry> entries = sheet.robots().stream()
                .map(robot -> StepLog.Entry.waiting(robot.id(), occurrence.moment()).with(Progress.REFUSED, Optional.of(occurrence.moment()), Optional.of(reason)))
                .toList();
        long id = table.insert(tx, document, stageId, sheet.version(), occurrence, new StepLog(entries));
        List<RunTable.Wait> waits = waits(id, sheet, occurrence.moment());
        table.insertWaits(tx, waits);
        table.save(tx, List.of(), List.of(), waits.stream().map(wait -> new RunTable.Kept(id, wait.step(), RunTable.NEVER, 0, Optional.empty(), true)).toList());
        return true;
    }

    /// Makes up for [#startLater]. Empty when the stage has no robots: then the run is gone.
    Optional<RunTable.Run> plan(Transaction tx, RunTable.Run run) {
        RobotSheet sheet = robots.sheet(run.document().type(), run.stageId());
        if (sheet.robots().isEmpty()) {
            table.delete(tx, run.id());
            return Optional.empty();
        }
        RunTable.Run planned = new RunTable.Run(run.id(), run.document(), run.stageId(), sheet.version(), run.started(), run.parent(), run.depth(), log(sheet, run.started()));
        table.version(tx, planned);
        table.insertWaits(tx, waits(run.id(), sheet, run.started()));
        return Optional.of(planned);
    }

    private static StepLog log(RobotSheet sheet, Instant entered) {
        return new StepLog(sheet.robots().stream().map(robot -> StepLog.Entry.waiting(robot.id(), due(robot, entered))).toList());
    }

    private static List<RunTable.Wait> waits(long runId, RobotSheet sheet, Instant entered) {
        List<RunTable.Wait> waits = new ArrayList<>();
        for (Robot robot : sheet.robots()) {
            waits.add(new RunTable.Wait(runId, waits.size(), due(robot, entered), 0));
        }
        return waits;
    }

    private static Instant due(Robot robot, Instant entered) {
        return switch (robot.timing()) {
            case Timing.AtOnce _ -> entered;
            case Timing.After after -> entered.plus(after.span());
        };
    }
}
