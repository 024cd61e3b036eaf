package org.kontor.core.workflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.kontor.api.documents.Conditions;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Notation;
import org.kontor.api.documents.Query;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.api.people.People;
import org.kontor.api.workflow.Robot;
import org.kontor.api.workflow.RunChanged;
import org.kontor.storage.Database;
import org.kontor.storage.Journal;
import org.kontor.storage.Transaction;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls due steps, a page in one transaction; sleeps until the next is due.
///
/// A step that doesn't return has its transaction taken away and its thread given up; the others of its page are done anew at once
/// on another thread, the step itself later and alone.
@Component(service = RobotRunner.class, immediate = true)
public final class RobotRunner {
    private static final Logger LOG = LoggerFactory.getLogger(RobotRunner.class);
    private static final Actor READER = new Actor.Robot("workflow.runner");
    private static final int PAGE = 200;
    private static final int MOST_HANGS = 3;
    private static final Duration IDLE = Duration.ofSeconds(30);

    @interface Config {
        /// How long a step may take.
        int stepSeconds() default 60;
    }

    /// The step that is being called, for who looks after the time.
    private record Current(RunTable.Wait waiting, String activityId) {}

    private final Database database;
    private final Documents documents;
    private final DocumentTypes types;
    private final StageRobots robots;
    private final RunTable table;
    private final StepCall call;
    private final Duration bound;
    private final Clock clock;
    private final Semaphore bell = new Semaphore(0);
    private final AtomicReference<Optional<Current>> current = new AtomicReference<>(Optional.empty());
    private final Map<String, Integer> hangs = new ConcurrentHashMap<>();
    private final Optional<ServiceTracker<RunChanged, RunChanged>> listeners;
    private final AutoCloseable watch;
    private volatile Thread thread;
    private volatile boolean stopped;

    @Activate
    public RobotRunner(BundleContext context, Config config, @Reference Database database, @Reference Journal journal, @Reference Documents documents, @Reference DocumentTypes types,
            @Reference StageRobots robots, @Reference Activities activities, @Reference Conditions conditions, @Reference Notation notation, @Reference People people) {
        this(database, documents, types, robots, activities, new StepCall(activities, conditions, notation, people, journal),
                Duration.ofSeconds(config.stepSeconds()), Clock.systemUTC(), Optional.of(new ServiceTracker<>(context, RunChanged.class, null)));
    }

    RobotRunner(Database database, Documents documents, DocumentTypes types, StageRobots robots, Activities activities, StepCall call, Duration bound, Clock clock, Optional<ServiceTracker<RunChanged, RunChanged>> listeners) {
        this.database = database;
        this.documents = documents;
        this.types = types;
        this.robots = robots;
        this.table = new RunTable(database);
        this.call = call;
        this.bound = bound;
        this.clock = clock;
        this.listeners = listeners;
        listeners.ifPresent(ServiceTracker::open);
        this.watch = activities.watch(this::activityChanged);
        activities.all().forEach(known -> activityChanged(known.id()));
        this.thread = start();
    }

    @Deactivate
    void close() throws Exception {
        stopped = true;
        watch.close();
        bell.release();
        thread.join(Duration.ofSeconds(5));
        listeners.ifPresent(ServiceTracker::close);
    }

    /// Runs of documents went on or started: looks for due steps and tells who shows them.
    void changed(Set<DocumentRef> changed) {
        bell.release();
        listeners.ifPresent(tracker -> {
            for (RunChanged listener : tracker.getServices(new RunChanged[0])) {
                listener.changed(changed);
            }
        });
    }

    private void activityChanged(String activityId) {
        hangs.remove(activityId);
        List<DocumentRef> woken = table.wakeFor(activityId, clock.instant());
        changed(Set.copyOf(woken));
    }

    private Thread start() {
        return Thread.ofPlatform().daemon().name("kontor-robots").start(this::run);
    }

    private void run() {
        while (!stopped && (thread == null || Thread.currentThread() == thread)) {
            try {
                if (!page()) {
                    sleep();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (Thread.currentThread() != thread || stopped) {
                    return;
                }
                LOG.warn("robots are held up and go on in 2 s", e);
                pause();
            }
        }
    }

    private void sleep() throws InterruptedException {
        Duration wait = table.next().map(due -> Duration.between(clock.instant(), due)).filter(span -> span.compareTo(IDLE) < 0).orElse(IDLE);
        if (bell.tryAcquire(Math.max(1, wait.toMillis() + 1), TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
    }

    private void pause() {
        try {
            bell.tryAcquire(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    /// Does one page of due steps. False when there was none.
    boolean page() {
        return database.writeWithin(bound, this::overdue, tx -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            List<RunTable.Wait> waits = table.take(tx, now, PAGE);
            if (waits.isEmpty()) {
                return false;
            }
            Map<Long, RunTable.Run> runs = new HashMap<>(table.lock(tx, RunTable.ids(waits)));
            Map<DocumentRef, Document> found = load(runs.values().stream().map(RunTable.Run::document).collect(Collectors.toSet()));
            step(tx, waits, runs, found, now);
            return true;
        });
    }

    private void step(Transaction tx, List<RunTable.Wait> waits, Map<Long, RunTable.Run> runs, Map<DocumentRef, Document> found, Instant now) {
        long latest = System.nanoTime() + bound.dividedBy(4).toNanos();
        List<RunTable.Wait> over = new ArrayList<>();
        List<RunTable.Kept> kept = new ArrayList<>();
        Map<Long, RunTable.Run> touched = new HashMap<>();
        for (RunTable.Wait wait : waits) {
            RunTable.Run run = runs.get(wait.runId());
            Optional<DocumentType> type = types.find(run.document().type());
            if (type.isEmpty()) {
                kept.add(new RunTable.Kept(wait.runId(), wait.step(), now.plusSeconds(60), wait.attempt(), Optional.empty(), false));
                continue;
            }
            Robot robot = robots.sheet(type.get(), run.stageId(), run.version()).robots().get(wait.step());
            current.set(Optional.of(new Current(wait, robot.activityId())));
            StepCall.Result result = call.call(tx, run, wait, robot, type.get(), Optional.ofNullable(found.get(run.document())), hangs.getOrDefault(robot.activityId(), 0) >= MOST_HANGS, now);
            current.set(Optional.empty());
            RunTable.Run next = run.with(run.log().with(wait.step(), result.entry()));
            runs.put(run.id(), next);
            touched.put(run.id(), next);
            result.waiting().ifPresentOrElse(kept::add, () -> over.add(wait));
            if (System.nanoTime() > latest) {
                break;
            }
        }
        table.save(tx, touched.values(), over, kept);
        tx.afterCommit(() -> changed(touched.values().stream().map(RunTable.Run::document).collect(Collectors.toSet())));
    }

    private Map<DocumentRef, Document> load(Set<DocumentRef> refs) {
        Map<DocumentRef, Document> found = new HashMap<>();
        refs.stream().collect(Collectors.groupingBy(DocumentRef::type)).forEach((type, some) -> {
            if (types.find(type).isPresent()) {
                Filter wanted = new Filter.In("id", some.stream().<Object>map(DocumentRef::id).toList());
                documents.find(new Query(type, wanted, "id", false, PAGE, Optional.empty()), READER).documents().forEach(document -> found.put(document.ref(), document));
            }
        });
        return found;
    }

    /// The page took too long: its thread is given up, its current step noted, and another thread goes on.
    private void overdue() {
        Thread hanging = thread;
        Optional<Current> guilty = current.getAndSet(Optional.empty());
        guilty.ifPresent(step -> {
            hangs.merge(step.activityId(), 1, Integer::sum);
            LOG.error("activity {} did not return within {} s, run {}: its thread is given up", step.activityId(), bound.toSeconds(), step.waiting().runId());
            database.write(tx -> {
                RunTable.Run run = table.lock(tx, List.of(step.waiting().runId())).get(step.waiting().runId());
                StepLog.Entry entry = run.log().entries().get(step.waiting().step());
                StepCall.Result result = StepCall.retried(entry, step.waiting(), Label.of("workflow.hangs", bound.toSeconds(), step.waiting().attempt() + 1), clock.instant());
                table.save(tx, List.of(run.with(run.log().with(step.waiting().step(), result.entry()))), List.of(), result.waiting().stream().toList());
                tx.afterCommit(() -> changed(Set.of(run.document())));
                return true;
            });
        });
        thread = start();
        hanging.interrupt();
    }
}
