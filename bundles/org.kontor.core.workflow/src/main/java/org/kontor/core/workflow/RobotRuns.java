package org.kontor.core.workflow;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.access.Access;
import org.kontor.api.access.Permission;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Documents;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;
import org.kontor.api.people.Actor;
import org.kontor.api.workflow.Robot;
import org.kontor.api.workflow.RunState;
import org.kontor.api.workflow.Runs;
import org.kontor.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Tells how far runs are.
@Component
public final class RobotRuns implements Runs {
    private static final int PER_DOCUMENT = 50;
    private static final int TROUBLED = 100;

    private final Database database;
    private final Documents documents;
    private final DocumentTypes types;
    private final StageRobots robots;
    private final Activities activities;
    private final Access access;
    private final Labels labels;
    private final RobotRunner runner;
    private final RunTable table;

    @Activate
    public RobotRuns(@Reference Database database, @Reference Documents documents, @Reference DocumentTypes types, @Reference StageRobots robots,
            @Reference Activities activities, @Reference Access access, @Reference Labels labels, @Reference RobotRunner runner) {
        this.database = database;
        this.documents = documents;
        this.types = types;
        this.robots = robots;
        this.activities = activities;
        this.access = access;
        this.labels = labels;
        this.runner = runner;
        this.table = new RunTable(database);
    }

    @Override
    public List<RunState> of(DocumentRef document, Actor actor) {
        return documents.get(document, actor).isEmpty() ? List.of() : table.of(document, PER_DOCUMENT).stream().filter(run -> run.version() > 0).map(this::state).toList();
    }

    @Override
    public List<RunState> troubled(String typeId, Actor actor) {
        return access.may(actor, Permission.CONFIGURE) && types.find(typeId).isPresent() ? table.troubled(typeId, TROUBLED).stream().map(this::state).toList() : List.of();
    }

    @Override
    public boolean retry(long runId, String robotId, Actor actor) {
        if (!access.may(actor, Permission.CONFIGURE)) {
            return false;
        }
        return database.write(tx -> {
            Optional<RunTable.Run> held = table.hold(tx, runId);
            if (held.isEmpty()) {
                return false;
            }
            RunTable.Run run = held.get();
            int step = run.log().entries().stream().map(StepLog.Entry::robotId).toList().indexOf(robotId);
            if (step < 0 || !Set.of(RunState.Progress.REFUSED, RunState.Progress.RETRYING).contains(run.log().entries().get(step).progress())) {
                return false;
            }
            Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
            StepLog.Entry entry = run.log().entries().get(step).with(RunState.Progress.WAITING, Optional.of(now), Optional.empty());
            table.save(tx, List.of(run.with(run.log().with(step, entry))), List.of(), List.of(new RunTable.Kept(runId, step, now, 1, Optional.empty(), false)));
            tx.afterCommit(() -> runner.changed(Set.of(run.document())));
            return true;
        });
    }

    private RunState state(RunTable.Run run) {
        DocumentType type = types.require(run.document().type());
        List<Robot> sheet = robots.sheet(type, run.stageId(), run.version()).robots();
        List<RunState.StepState> steps = new ArrayList<>();
        for (int step = 0; step < run.log().entries().size(); step++) {
            steps.add(state(run.log().entries().get(step), sheet.get(step)));
        }
        return new RunState(run.id(), run.document(), run.stageId(), run.version(), run.started(), steps);
    }

    private RunState.StepState state(StepLog.Entry entry, Robot robot) {
        String key = "activity." + robot.activityId();
        Label name = labels.has(key) ? Label.of(key) : Label.verbatim(robot.activityId());
        boolean away = Set.of(RunState.Progress.WAITING, RunState.Progress.RETRYING).contains(entry.progress()) && activities.find(robot.activityId()).isEmpty();
        return new RunState.StepState(
                entry.robotId(),
                robot.activityId(),
                name,
                away ? RunState.Progress.ACTIVITY_AWAY : entry.progress(),
                entry.when(),
                away ? Optional.of(Label.of("workflow.away", robot.activityId())) : entry.note(),
                entry.made());
    }
}
