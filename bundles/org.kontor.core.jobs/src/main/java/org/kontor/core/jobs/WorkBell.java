package org.kontor.core.jobs;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/// Wakes the runner when work was asked for. Between asking and running, so that a job may ask for work itself: the runner needs the jobs, and they
/// need who is asked.
@Component(service = WorkBell.class)
public final class WorkBell {
    private final Semaphore rung = new Semaphore(0);

    @Activate
    public WorkBell() {}

    void ring() {
        rung.release();
    }

    /// Waits for a ring, at most so long; rings while nobody waited are kept as one.
    void await(long millis) throws InterruptedException {
        if (rung.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }
}
