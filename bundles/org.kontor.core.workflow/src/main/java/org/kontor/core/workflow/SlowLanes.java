package org.kontor.core.workflow;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.kontor.api.labels.Label;
import org.kontor.storage.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Activities that held a page up lately: the steps of each are called one after another on a thread of its own, so that nobody waits for them.
///
/// A step is leased before it is called, in a transaction of its own, and its rows are locked only after the call: as long as an activity
/// writes nothing, its transaction holds nothing up, neither a person who moves the document nor the readers of the journal.
/// When the lease is gone after the call (the document left, somebody asked for another try), the call is rolled back.
final class SlowLanes {
    private static final Logger LOG = LoggerFactory.getLogger(SlowLanes.class);
    private static final int MOST = 4;
    private static final Duration QUIET = Duration.ofMinutes(10);

    private final RobotRunner runner;
    private final Database database;
    private final RunTable table;
    private final Steps steps;
    private final Quarantine quarantine;
    private final Duration bound;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

    SlowLanes(RobotRunner runner, Database database, RunTable table, Steps steps, Quarantine quarantine, Duration bound) {
        this.runner = runner;
        this.database = database;
        this.table = table;
        this.steps = steps;
        this.quarantine = quarantine;
        this.bound = bound;
    }

    boolean has(String activityId) {
        return lanes.containsKey(activityId);
    }

    /// Gives an activity a lane; false when there are too many.
    synchronized boolean open(String activityId) {
        if (!has(activityId) && lanes.size() < MOST) {
            Lane lane = new Lane(activityId);
            lanes.put(activityId, lane);
            lane.next();
        }
        return has(activityId);
    }

    /// Steps were kept for a lane. False when the activity has none (any more).
    boolean ring(String activityId) {
        Optional<Lane> lane = Optional.ofNullable(lanes.get(activityId));
        lane.ifPresent(open -> open.bell.release());
        return lane.isPresent();
    }

    /// The activity is trusted again. A call that is under way ends as it would have.
    void close(String activityId) {
        Optional.ofNullable(lanes.remove(activityId)).ifPresent(lane -> lane.bell.release());
    }

    void close() {
        lanes.keySet().forEach(this::close);
    }

    private final class Lane {
        private final String activityId;
        private final Semaphore bell = new Semaphore(0);
        private volatile Optional<Turn> turn = Optional.empty();

        Lane(String activityId) {
            this.activityId = activityId;
        }

        void next() {
            Turn fresh = new Turn("kontor-robots-" + activityId, this::run);
            turn = Optional.of(fresh);
            fresh.start();
        }

        private boolean mine(Turn asking) {
            return lanes.get(activityId) == this && turn.filter(now -> now == asking).isPresent();
        }

        private void run(Turn own) {
            try {
                while (mine(own)) {
                    if (!step(own) && !bell.tryAcquire(QUIET.toSeconds(), TimeUnit.SECONDS)) {
                        close(activityId);
                        runner.wakeFor(activityId);
                    }
                }
            } catch (InterruptedException e) {
                LOG.debug("the lane of {} goes on on another thread", activityId);
            }
        }

        /// False when nothing waits.
        private boolean step(Turn own) throws InterruptedException {
            Optional<RunTable.Wait> leased = Optional.empty();
            try {
                leased = database.write(tx -> table.lease(tx, activityId, runner.now().plus(bound.multipliedBy(2))));
                leased.ifPresent(wait -> runner.tell(database.writeWithin(bound, () -> overdue(own, wait), tx -> steps.alone(tx, wait, runner.now(), own))));
                return leased.isPresent();
            } catch (RuntimeException | Error e) {
                if (!own.givenUp()) {
                    failed(leased, e);
                }
                return true;
            }
        }

        private void failed(Optional<RunTable.Wait> leased, Throwable problem) throws InterruptedException {
            LOG.warn("activity {} failed with its whole transaction", activityId, problem);
            if (leased.filter(wait -> runner.putAside(wait, Label.of("workflow.failed", StepCall.shortened(problem), wait.attempt() + 1))).isEmpty()) {
                TimeUnit.SECONDS.sleep(2);
            }
        }

        private void overdue(Turn hanging, RunTable.Wait wait) {
            LOG.error("activity {} did not return within {} s, run {}: its thread is given up", activityId, bound.toSeconds(), wait.runId());
            boolean known = mine(hanging);
            hanging.giveUp();
            runner.putAside(wait, Label.of("workflow.hangs", bound.toSeconds(), wait.attempt() + 1));
            if (!known) {
                return;
            }
            quarantine.hung(activityId);
            if (quarantine.holds(activityId)) {
                close(activityId);
                runner.wakeFor(activityId);
            } else {
                next();
            }
        }
    }
}
