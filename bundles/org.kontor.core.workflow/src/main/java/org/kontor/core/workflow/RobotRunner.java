package org.kontor.core.workflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.kontor.api.documents.Conditions;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Notation;
import org.kontor.api.labels.Label;
import org.kontor.api.people.People;
import org.kontor.storage.Database;
import org.kontor.storage.Journal;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls due steps, a page in one transaction; sleeps until the next is due.
///
/// A step that holds its page up for some seconds has the transaction taken away and its thread given up; the others of its page are done
/// anew at once on another thread, the steps of its activity in [SlowLanes]. One that brings the whole page down comes later and alone.
@Component(service = RobotRunner.class, immediate = true)
public final class RobotRunner {
    private static final Logger LOG = LoggerFactory.getLogger(RobotRunner.class);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    @interface Config {
        /// How long a step may take.
        int stepSeconds() default 60;
    }

    private final Database database;
    private final RunTable table;
    private final DocumentTypes types;
    private final Activities activities;
    private final Steps steps;
    private final Quarantine quarantine = new Quarantine();
    private final SlowLanes lanes;
    private final Duration pageBound;
    private final Clock clock;
    private final RunListeners listeners;
    private final Semaphore bell = new Semaphore(0);
    private final AutoCloseable activityWatch;
    private final AutoCloseable typeWatch;
    private volatile Turn turn;
    private volatile boolean stopped;

    @Activate
    public RobotRunner(BundleContext context, Config config, @Reference Database database, @Reference Journal journal, @Reference Documents documents, @Reference DocumentTypes types,
            @Reference StageRobots robots, @Reference Activities activities, @Reference Conditions conditions, @Reference Notation notation, @Reference People people) {
        this(context, database, documents, types, robots, activities, new StepCall(activities, conditions, notation, people, journal), Duration.ofSeconds(config.stepSeconds()), PATIENCE, Clock.systemUTC());
    }

    /// With a bound for a step, the time it may hold others up, and a clock, for tests.
    public RobotRunner(BundleContext context, Database database, Documents documents, DocumentTypes types, StageRobots robots, Activities activities, StepCall call, Duration bound, Duration patience, Clock clock) {
        this.database = database;
        this.table = new RunTable(database);
        this.types = types;
        this.activities = activities;
        this.clock = clock;
        this.steps = new Steps(documents, types, robots, table, call, quarantine, patience);
        this.lanes = new SlowLanes(this, database, table, steps, quarantine, bound);
        this.pageBound = patience.multipliedBy(2);
        this.listeners = RunListeners.of(context);
        this.turn = fresh();
        this.activityWatch = activities.watch(this::activityChanged);
        this.typeWatch = types.watch(() -> types.all().stream().map(DocumentType::id).forEach(this::typeChanged));
        activities.all().forEach(known -> activityChanged(known.id()));
        types.all().forEach(type -> typeChanged(type.id()));
        this.turn.start();
    }

    /// Ends after the page that is under way, for which it waits some seconds.
    @Deactivate
    public void close() throws Exception {
        stopped = true;
        activityWatch.close();
        typeWatch.close();
        bell.release();
        lanes.close();
        turn.join(FAREWELL);
        listeners.close();
    }

    /// Runs of documents went on or started: looks for due steps and tells who shows them.
    public void changed(Set<DocumentRef> documents) {
        bell.release();
        listeners.tell(documents);
    }

    private void activityChanged(String activityId) {
        quarantine.renewed(activityId);
        lanes.close(activityId);
        wakeFor(activityId);
    }

    private void typeChanged(String typeId) {
        wakeFor(RunTable.typeAway(typeId));
    }

    /// Steps that wait for something are due.
    void wakeFor(String awaited) {
        try {
            changed(table.wakeFor(awaited, now()));
        } catch (RuntimeException e) {
            LOG.error("steps that wait for {} can't be woken: they go on after the next start", awaited, e);
        }
    }

    private Turn fresh() {
        return new Turn("kontor-robots", this::run);
    }

    private boolean mine(Turn asking) {
        return !stopped && asking == turn;
    }

    private void run(Turn own) {
        while (mine(own)) {
            try {
                if (!page(own)) {
                    sleep();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                if (mine(own) && !own.givenUp() && !noted(own.takeCurrent(), e)) {
                    LOG.warn("robots are held up and go on in 2 s", e);
                    rest();
                }
            }
        }
    }

    private boolean page(Turn own) {
        Optional<Steps.Done> done = database.writeWithin(pageBound, () -> overdue(own), tx -> steps.page(tx, now(), own, lanes::has));
        done.ifPresent(this::tell);
        return done.isPresent();
    }

    /// Something was done and committed.
    void tell(Steps.Done done) {
        done.awaited().forEach(this::awaited);
        changed(done.documents());
    }

    /// Steps wait for something since the last commit: it may have come back just before, when there was nothing to wake yet.
    void awaited(String what) {
        if (lanes.ring(what)) {
            return;
        }
        boolean here = RunTable.awayType(what).map(typeId -> types.find(typeId).isPresent()).orElseGet(() -> activities.find(what).isPresent() && !quarantine.holds(what));
        if (here) {
            wakeFor(what);
        }
    }

    private void sleep() throws InterruptedException {
        Duration wait = table.next().map(due -> Duration.between(clock.instant(), due).plusMillis(1)).filter(span -> span.compareTo(IDLE) < 0).orElse(IDLE);
        if (bell.tryAcquire(Math.max(20, wait.toMillis()), TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
    }

    private void rest() {
        try {
            bell.tryAcquire(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    /// Puts a step aside that brought its page down. False when there is none or that can't be noted: then something else is wrong.
    private boolean noted(Optional<Turn.Current> guilty, Throwable problem) {
        if (guilty.isEmpty()) {
            return false;
        }
        RunTable.Wait waiting = guilty.get().waiting();
        LOG.warn("activity {} failed with its whole page, run {}", guilty.get().activityId(), waiting.runId(), problem);
        return putAside(waiting, Label.of("workflow.failed", StepCall.shortened(problem), waiting.attempt() + 1));
    }

    /// Notes that a step failed with its transaction: it is tried again later.
    boolean putAside(RunTable.Wait guilty, Label note) {
        try {
            changed(database.write(tx -> steps.failed(tx, guilty, note, now())));
            return true;
        } catch (RuntimeException e) {
            LOG.warn("run {} can't be noted as failed", guilty.runId(), e);
            return false;
        }
    }

    /// The page took too long: its thread is given up, the activity that is to blame gets a lane, and another thread goes on.
    private void overdue(Turn hanging) {
        try {
            hanging.takeCurrent().ifPresent(this::suspect);
        } finally {
            turn = fresh();
            turn.start();
            hanging.giveUp();
        }
    }

    private void suspect(Turn.Current guilty) {
        RunTable.Wait waiting = guilty.waiting();
        LOG.warn("activity {} holds others up, run {}: its steps are called one at a time", guilty.activityId(), waiting.runId());
        if (!lanes.open(guilty.activityId())) {
            quarantine.hung(guilty.activityId());
            putAside(waiting, Label.of("workflow.hangs", pageBound.toSeconds(), waiting.attempt() + 1));
        }
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
