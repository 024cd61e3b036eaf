package org.kontor.core.workflow;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.documents.DocumentEvent;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.StageMove;
import org.kontor.api.events.Occurrence;
import org.kontor.api.events.Reaction;
import org.kontor.api.events.ReactionId;
import org.kontor.api.workflow.Robot;
import org.kontor.api.workflow.RobotSheet;
import org.kontor.api.workflow.RunState.Progress;
import org.kontor.api.workflow.Timing;
import org.kontor.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Starts the robots of a stage when a document enters it, whoever moved it, and calls off what still waits when it leaves (TRG-3, Q10).
@Component
@ReactionId("workflow.robot-start")
public final class RobotStart implements Reaction<DocumentEvent> {
    private final Database database;
    private final StageRobots robots;
    private final DocumentTypes types;
    private final RunTable table;
    private final RobotRunner runner;
    private final Clock clock;

    @Activate
    public RobotStart(@Reference Database database, @Reference StageRobots robots, @Reference DocumentTypes types, @Reference RobotRunner runner) {
        this(database, robots, types, runner, Clock.systemUTC());
    }

    RobotStart(Database database, StageRobots robots, DocumentTypes types, RobotRunner runner, Clock clock) {
        this.database = database;
        this.robots = robots;
        this.types = types;
        this.table = new RunTable(database);
        this.runner = runner;
        this.clock = clock;
    }

    @Override
    public Class<DocumentEvent> event() {
        return DocumentEvent.class;
    }

    @Override
    public void after(DocumentEvent event, Occurrence occurrence) {
        switch (event) {
            case DocumentEvent.Created created -> created.stage().ifPresent(move -> start(created.document(), move, occurrence));
            case DocumentEvent.Changed changed -> changed.stage().ifPresent(move -> {
                callOff(changed.document());
                start(changed.document(), move, occurrence);
            });
            case DocumentEvent.Deleted deleted -> callOff(deleted.document());
            case DocumentEvent.Restored _ -> {}
        }
    }

    private void start(DocumentRef document, StageMove move, Occurrence occurrence) {
        if (types.find(document.type()).isEmpty()) {
            return;
        }
        RobotSheet sheet = robots.sheet(document.type(), move.to());
        if (sheet.robots().isEmpty()) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Instant> due = sheet.robots().stream().map(robot -> due(robot, occurrence.moment())).toList();
        List<StepLog.Entry> entries = new ArrayList<>();
        for (int step = 0; step < due.size(); step++) {
            entries.add(StepLog.Entry.waiting(sheet.robots().get(step).id(), due.get(step)));
        }
        database.write(tx -> {
            long id = table.insert(tx, document, move.to(), sheet.version(), now, occurrence.position(), occurrence.cause().depth(), new StepLog(entries));
            List<RunTable.Wait> waits = new ArrayList<>();
            for (int step = 0; step < due.size(); step++) {
                waits.add(new RunTable.Wait(id, step, due.get(step), 0));
            }
            table.insertWaits(tx, waits);
            tx.afterCommit(() -> runner.changed(Set.of(document)));
            return true;
        });
    }

    private static Instant due(Robot robot, Instant entered) {
        return robot.timing() instanceof Timing.After after ? entered.plus(after.span()) : entered;
    }

    private void callOff(DocumentRef document) {
        database.write(tx -> {
            List<RunTable.Wait> waits = table.lockWaits(tx, document);
            if (waits.isEmpty()) {
                return false;
            }
            Map<Long, RunTable.Run> runs = new HashMap<>(table.lock(tx, RunTable.ids(waits)));
            for (RunTable.Wait wait : waits) {
                runs.computeIfPresent(wait.runId(), (_, run) -> run.with(run.log().with(wait.step(),
                        run.log().entries().get(wait.step()).with(Progress.CANCELLED, Optional.of(clock.instant()), Optional.empty()))));
            }
            table.save(tx, runs.values(), waits, List.of());
            tx.afterCommit(() -> runner.changed(Set.of(document)));
            return true;
        });
    }
}
