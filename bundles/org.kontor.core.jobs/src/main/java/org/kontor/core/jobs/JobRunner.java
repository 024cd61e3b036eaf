package org.kontor.core.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.kontor.api.jobs.Job;
import org.kontor.api.jobs.NotYet;
import org.kontor.storage.Database;
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
@Component(service = JobRunner.class, immediate = true)
public final class JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final int AT_ONCE = 8;
    private static final int LONGEST_PAUSE = 600;
    private static final int LONGEST_WAIT = 30;
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final JobTable table;
    private final Duration pause;
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final WorkBell bell;
    private final ServiceTracker<Job, Job> tracker;
    private final Thread thread;
    private volatile boolean stopped;

    @Activate
    public JobRunner(BundleContext context, @Reference Database database, @Reference WorkBell bell) {
        this(context, database, bell, NodeName.of(Optional.ofNullable(context.getProperty("kontor.data"))), Duration.ofSeconds(1));
    }

    /// `pause` is the first after work failed; it doubles with each attempt up to 600 times that.
    JobRunner(BundleContext context, Database database, WorkBell bell, String node, Duration pause) {
        this.bell = bell;
        this.table = new JobTable(database, node, LEASE);
        this.pause = pause;
        tracker = new ServiceTracker<>(context, Job.class, new Following(context));
        tracker.open();
        thread = Thread.ofVirtual().name("kontor-jobs").start(this::run);
    }

    /// Takes nothing more and waits some seconds for what runs.
    @Deactivate
    public void close() throws InterruptedException {
        stopped = true;
        bell.ring();
        thread.join(PATIENCE);
        tracker.close();
        if (!free.tryAcquire(AT_ONCE, PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("{} jobs are still at work after {} s: they are called again after the next start", AT_ONCE - free.availablePermits(), PATIENCE.toSeconds());
        }
    }

    private void run() {
        Instant prolonged = Instant.now();
        while (!stopped) {
            try {
                if (prolonged.plus(LEASE.dividedBy(3)).isBefore(Instant.now())) {
                    prolonged = Instant.now();
                    table.prolong(prolonged);
                }
                if (!take()) {
                    sleep();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                LOG.warn("jobs are held up and go on in 5 s", e);
                rest();
            }
        }
    }

    private boolean take() {
        List<String> known = List.copyOf(jobs.keySet());
        int places = free.availablePermits();
        if (known.isEmpty() || places == 0) {
            return false;
        }
        List<JobTable.Taken> taken = table.take(known, places, Instant.now());
        free.acquireUninterruptibly(taken.size());
        taken.forEach(each -> Thread.ofVirtual().name("kontor-job-" + each.jobId()).start(() -> work(each)));
        return !taken.isEmpty();
    }

    private void work(JobTable.Taken taken) {
        try {
            Job job = Optional.ofNullable(jobs.get(taken.jobId())).orElseThrow(() -> new IllegalStateException("its bundle left"));
            job.run(taken.work());
            table.done(taken);
        } catch (NotYet e) {
            LOG.debug("job {} {} waits: {}", taken.jobId(), taken.work().key(), e.getMessage());
            putBack(taken, pause.multipliedBy(Math.min(taken.work().attempt(), LONGEST_WAIT)), e);
        } catch (Exception | Error e) {
            failed(taken, e);
        } finally {
            free.release();
            bell.ring();
        }
    }

    private void failed(JobTable.Taken taken, Throwable problem) {
        Duration wait = pause.multipliedBy(Math.min(1L << Math.min(taken.work().attempt() - 1, 12), LONGEST_PAUSE));
        LOG.warn("job {} {} failed, attempt {}: again in {} s", taken.jobId(), taken.work().key(), taken.work().attempt(), wait.toSeconds(), problem);
        putBack(taken, wait, problem);
    }

    private void putBack(JobTable.Taken taken, Duration wait, Throwable problem) {
        try {
            table.failed(taken, Instant.now().plus(wait), String.valueOf(problem));
        } catch (RuntimeException e) {
            LOG.warn("job {} {} can't be put back now: it is free in {} s", taken.jobId(), taken.work().key(), LEASE.toSeconds(), e);
        }
    }

    private void sleep() throws InterruptedException {
        bell.await(Math.max(1, untilNext().toMillis()));
    }

    /// Until the next work is due that can be taken, at most a third of the lease.
    private Duration untilNext() {
        Duration longest = LEASE.dividedBy(3);
        List<String> known = List.copyOf(jobs.keySet());
        if (known.isEmpty() || free.availablePermits() == 0) {
            return longest;
        }
        return table.next(known).map(due -> Duration.between(Instant.now(), due).plusMillis(1)).filter(wait -> wait.compareTo(longest) < 0).orElse(longest);
    }

    private void rest() {
        try {
            bell.await(5_000);
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    private final class Following implements ServiceTrackerCustomizer<Job, Job> {
        private final BundleContext context;

        Following(BundleContext context) {
            this.context = context;
        }

        @Override
        public @org.jspecify.annotations.Nullable Job addingService(ServiceReference<Job> reference) {
            if (!(reference.getProperty("kontor.job.id") instanceof String id) || !id.matches("\\S{1,100}")) {
                LOG.error("a job of bundle {} has no @JobId of 1 to 100 characters: it is not called", reference.getBundle());
                return null;
            }
            Job job = context.getService(reference);
            if (job == null) {
                LOG.error("job {} of bundle {} does not start: its work waits", id, reference.getBundle());
                return null;
            }
            jobs.put(id, job);
            bell.ring();
            return job;
        }

        @Override
        public void modifiedService(ServiceReference<Job> reference, Job job) {}

        @Override
        public void removedService(ServiceReference<Job> reference, Job job) {
            jobs.values().remove(job);
            context.ungetService(reference);
        }
    }
}
