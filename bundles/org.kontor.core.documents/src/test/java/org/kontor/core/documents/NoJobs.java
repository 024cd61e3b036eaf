package org.kontor.core.documents;

import java.time.Instant;
import org.kontor.api.jobs.Jobs;

/// Where a test carries out itself what is asked for.
final class NoJobs implements Jobs {
    @Override
    public void at(Instant due, String jobId, String key, String payload) {}

    @Override
    public boolean cancel(String jobId, String key) {
        return false;
    }
}
