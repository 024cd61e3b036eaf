package org.kontor.core.workflow;

import java.time.Clock;
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
import org.kontor.api.labels.Label;
import org.kontor.api.workflow.RunState.Progress;
import org.kontor.storage.Database;
import org.kontor.storage.Journal;
import org.kontor.storage.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Starts the robots of a stage when a document enters it, whoever moved it, and calls off what still waits when it leaves (TRG-3, Q10).
@Component
@ReactionId(RobotStart.ID)
public final class RobotStart implements Reaction<DocumentEvent> {
    public static final String ID = "workflow.robot-start";

    private final Database database;
    private final DocumentTypes types;
    private final RunTable table;
    private final Planning planning;
    private final Loops loops;
    private final RobotRunner runner;
    private final Clock clock;

    @Activate
    public RobotStart(@Reference Database database, @Reference Journal journal, @Reference StageRobots robots, @Reference DocumentTypes types, @Reference RobotRunner runner) {
        this.database = database;
        this.types = types;
        this.table = new RunTable(database);
        this.planning = new Planning(robots, table);
        this.loops = new Loops(journal, robots, types);
        this.runner = runner;
        this.clock = Clock.systemUTC();
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
            case DocumentEvent.Restored _, DocumentEvent.Purged _ -> {}
        }
    }

    private void start(DocumentRef document, StageMove move, Occurrence occurrence) {
        database.write(tx -> {
            if (started(tx, document, move.to(), occurrence)) {
                tx.afterCommit(() -> runner.changed(Set.of(document)));
            }
            return true;
        });
    }

    private boolean started(Transaction tx, DocumentRef document, String stageId, Occurrence occurrence) {
        if (types.find(document.type()).isEmpty()) {
            planning.startLater(tx, document, stageId, occurrence);
            tx.afterCommit(() -> runner.awaited(RunTable.typeAway(document.type())));
            return false;
        }
        Optional<Label> loop = loops.objection(occurrence);
        return loop.isPresent() ? planning.startRefused(tx, document, stageId, occurrence, loop.get()) : planning.start(tx, document, stageId, occurrence);
    }

    private void callOff(DocumentRef document) {
        database.write(tx -> {
            List<RunTable.Wait> waits = table.lockWaits(tx, document);
            if (waits.isEmpty()) {
                return false;
            }
            Map<Long, RunTable.Run> runs = new HashMap<>(table.lock(tx, RunTable.ids(waits)));
            waits.stream().filter(wait -> wait.step() != RunTable.PLAN).forEach(wait -> runs.computeIfPresent(wait.runId(), (_, run) -> calledOff(run, wait.step())));
            table.save(tx, runs.values(), waits, List.of());
            tx.afterCommit(() -> runner.changed(Set.of(document)));
            return true;
        });
    }

    /// What was refused stays so: it did not wait any more.
    private RunTable.Run calledOff(RunTable.Run run, int step) {
        StepLog.Entry entry = run.log().entries().get(step);
        return entry.progress() == Progress.REFUSED ? run : run.with(run.log().with(step, entry.with(Progress.CANCELLED, Optional.of(clock.instant()), Optional.empty())));
    }
}
