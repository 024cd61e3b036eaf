package org.kontor.core.jobs;

import java.time.Instant;
import org.kontor.api.jobs.Jobs;
import org.kontor.storage.Database;
import org.kontor.storage.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Keeps asked work in a table and rings for the runner. Work that is asked for while it runs is done once more afterwards.
@Component
public final class JdbcJobs implements Jobs {
    private final Database database;
    private final WorkBell bell;

    @Activate
    public JdbcJobs(@Reference Database database, @Reference WorkBell bell) {
        this.database = database;
        this.bell = bell;
        database.migrate("jobs", JdbcJobs.class);
    }

    @Override
    public void at(Instant due, String jobId, String key, String payload) {
        database.write(tx -> {
            tx.afterCommit(bell::ring);
            Sql moved = Sql.of("update job set due = ?, payload = ?, attempt = 0, asked = asked + 1, problem = null where job_id = ? and job_key = ?", due, payload, jobId, key);
            Sql first = Sql.of("insert into job (job_id, job_key, payload, due, attempt) values (?, ?, ?, ?, 0)", jobId, key, payload, due);
            tx.put(moved, first);
            return null;
        });
    }

    @Override
    public boolean cancel(String jobId, String key) {
        return database.write(tx -> tx.update(Sql.of("delete from job where job_id = ? and job_key = ? and taken_by is null", jobId, key))) > 0;
    }
}
