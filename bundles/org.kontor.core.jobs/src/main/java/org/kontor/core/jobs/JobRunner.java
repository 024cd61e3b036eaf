package org.kontor.core.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.kontor.api.jobs.Job;
import org.kontor.api.jobs.Work;
import org.kontor.storage.Database;
import org.kontor.storage.Engine;
import org.kontor.storage.Sql;
import org.kontor.storage.Transaction;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes due work for the jobs that are there and runs it, some at a time; sleeps until the next is due.
///
/// Work is taken for ten minutes at a time and the take is renewed while it runs. On H2 there is one process: what a former one had taken is taken
/// back at once.
@Component(service = JobRunner.class, immediate = true)
public final class JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final int AT_ONCE = 8;
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private record Taken(String jobId, Work work) {}

    private final Database database;
    private final String node = UUID.randomUUID().toString();
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Semaphore bell = new Semaphore(0);
    private final ServiceTracker<Job, String> tracker;
    private final Thread thread;
    private volatile boolean stopped;

    @Activate
    public JobRunner(BundleContext context, @Reference Database database) {
        this.database = database;
        database.migrate("jobs", JobRunner.class);
        if (database.engine() == Engine.H2) {
            database.write(tx -> tx.update(Sql.of("update job set taken_by = null, taken_until = null")));
        }
        tracker = new ServiceTracker<>(context, Job.class, new Following(context));
        tracker.open();
        thread = Thread.ofVirtual().name("kontor-jobs").start(this::run);
    }

    @Deactivate
    void close() throws InterruptedException {
        stopped = true;
        wake();
        thread.join(Duration.ofSeconds(5));
        tracker.close();
    }

    void wake() {
        bell.release();
    }

    private void run() {
        while (!stopped) {
            try {
                List<Taken> taken = jobs.isEmpty() ? List.of() : database.write(this::take);
                taken.forEach(each -> Thread.ofVirtual().name("kontor-job-" + each.jobId()).start(() -> work(each)));
                if (taken.isEmpty() && bell.tryAcquire(untilNext().toMillis(), TimeUnit.MILLISECONDS)) {
                    bell.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("jobs are held up and go on in 5 s", e);
                pause();
            }
        }
    }

    private List<Taken> take(Transaction tx) {
        int places = free.availablePermits();
        if (places == 0) {
            return List.of();
        }
        Instant now = Instant.now();
        List<String> known = List.copyOf(jobs.keySet());
        Sql due = new Sql("select job_id, job_key, payload, attempt from job where due <= ? and (taken_until is null or taken_until < ?) and job_id in ("
                + String.join(", ", known.stream().map(_ -> "?").toList()) + ") order by due limit " + places + " for update skip locked",
                Stream.concat(Stream.of((Object) now, now), known.stream()).toList());
        List<Taken> taken = tx.query(due, row -> new Taken(row.text("job_id"), new Work(row.text("job_key"), row.text("payload"), (int) row.number("attempt") + 1)));
        for (Taken each : taken) {
            tx.update(Sql.of("update job set taken_by = ?, taken_until = ?, attempt = ? where job_id = ? and job_key = ?",
                    node, now.plus(LEASE), (long) each.work().attempt(), each.jobId(), each.work().key()));
        }
        free.acquireUninterruptibly(taken.size());
        return taken;
    }

    private void work(Taken taken) {
        Thread renewal = Thread.ofVirtual().start(() -> renew(taken));
        try {
            Job job = Optional.ofNullable(jobs.get(taken.jobId())).orElseThrow(() -> new IllegalStateException("its bundle left"));
            job.run(taken.work());
            database.write(tx -> tx.update(Sql.of("delete from job where job_id = ? and job_key = ? and taken_by = ?", taken.jobId(), taken.work().key(), node)));
        } catch (Exception e) {
            Duration pause = pause(taken.work().attempt());
            LOG.warn("job {} {} failed, attempt {}: again in {} s", taken.jobId(), taken.work().key(), taken.work().attempt(), pause.toSeconds(), e);
            String problem = String.valueOf(e);
            database.write(tx -> tx.update(Sql.of("update job set taken_by = null, taken_until = null, due = ?, problem = ? where job_id = ? and job_key = ? and taken_by = ?",
                    Instant.now().plus(pause), problem.substring(0, Math.min(2000, problem.length())), taken.jobId(), taken.work().key(), node)));
        } finally {
            renewal.interrupt();
            free.release();
            wake();
        }
    }

    private void renew(Taken taken) {
        try {
            while (true) {
                Thread.sleep(LEASE.dividedBy(3));
                database.write(tx -> tx.update(Sql.of("update job set taken_until = ? where job_id = ? and job_key = ? and taken_by = ?",
                        Instant.now().plus(LEASE), taken.jobId(), taken.work().key(), node)));
            }
        } catch (InterruptedException e) {
            LOG.debug("job {} {} is over", taken.jobId(), taken.work().key());
        }
    }

    private Duration untilNext() {
        Optional<Instant> next = database.read(tx -> tx.query(Sql.of("select min(due) as due from job where taken_by is null and due > ?", Instant.now()), row -> row.optionalMoment("due"))).stream()
                .flatMap(Optional::stream).findFirst();
        Duration wait = next.map(due -> Duration.between(Instant.now(), due)).orElse(IDLE);
        return wait.compareTo(IDLE) > 0 ? IDLE : wait.isNegative() ? Duration.ofMillis(10) : wait.plusMillis(1);
    }

    private static Duration pause(int attempt) {
        Duration pause = Duration.ofSeconds(1L << Math.min(attempt, 12));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private void pause() {
        try {
            bell.tryAcquire(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    private final class Following implements ServiceTrackerCustomizer<Job, String> {
        private final BundleContext context;

        Following(BundleContext context) {
            this.context = context;
        }

        @Override
        public @org.jspecify.annotations.Nullable String addingService(ServiceReference<Job> reference) {
            if (!(reference.getProperty("kontor.job.id") instanceof String id) || id.isBlank()) {
                LOG.error("a job of bundle {} has no @JobId: it is not called", reference.getBundle());
                return null;
            }
            jobs.put(id, context.getService(reference));
            wake();
            return id;
        }

        @Override
        public void modifiedService(ServiceReference<Job> reference, String id) {}

        @Override
        public void removedService(ServiceReference<Job> reference, String id) {
            jobs.remove(id);
            context.ungetService(reference);
        }
    }
}
