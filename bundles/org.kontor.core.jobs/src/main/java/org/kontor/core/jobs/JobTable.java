package org.kontor.core.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.api.jobs.Work;
import org.kontor.storage.Database;
import org.kontor.storage.Sql;

/// Asked work as one node sees it: what is due, what the node has taken, how it gives it back.
///
/// Work is taken for a short time that the node prolongs while it lives. A node that starts again under its name takes back at once
/// what it held when it died, and counts the attempts anew; what another held is free when its time is over.
final class JobTable {
    private static final int LONGEST_PROBLEM = 2000;

    /// Work in hand; `asked` counts how often it was asked for until it was taken.
    record Taken(String jobId, Work work, long asked) {}

    private final Database database;
    private final String node;
    private final Duration lease;

    JobTable(Database database, String node, Duration lease) {
        this.database = database;
        this.node = node;
        this.lease = lease;
        database.migrate("jobs", JobTable.class);
        database.write(tx -> tx.update(Sql.of("update job set taken_by = null, taken_until = null, attempt = 0 where taken_by = ?", node)));
    }

    /// Takes at most `most` pieces of due work of the given jobs.
    List<Taken> take(Collection<String> jobIds, int most, Instant now) {
        Sql due = new Sql("select job_id, job_key, payload, attempt, asked from job where due <= ? and (taken_until is null or taken_until < ?) and job_id in (" + marks(jobIds)
                + ") order by due limit " + most + " for update skip locked", Stream.concat(Stream.<Object>of(now, now), jobIds.stream()).toList());
        return database.write(tx -> {
            List<Taken> taken = tx.query(due, row ->
                    new Taken(row.text("job_id"), new Work(row.text("job_key"), row.text("payload"), (int) row.number("attempt") + 1), row.number("asked")));
            tx.batch("update job set taken_by = ?, taken_until = ?, attempt = ? where job_id = ? and job_key = ?", taken.stream()
                    .map(each -> List.<Object>of(node, now.plus(lease), (long) each.work().attempt(), each.jobId(), each.work().key()))
                    .toList());
            return taken;
        });
    }

    /// When the next work of these jobs that nobody holds is due; maybe in the past.
    Optional<Instant> next(Collection<String> jobIds) {
        Sql next = new Sql("select min(due) as due from job where taken_by is null and job_id in (" + marks(jobIds) + ")", List.copyOf(jobIds));
        return database.read(tx -> tx.query(next, row -> row.optionalMoment("due"))).stream().flatMap(Optional::stream).findFirst();
    }

    /// Holds on to everything that was taken.
    void prolong(Instant now) {
        database.write(tx -> tx.update(Sql.of("update job set taken_until = ? where taken_by = ?", now.plus(lease), node)));
    }

    /// Strikes work off; what was asked for meanwhile stays.
    void done(Taken taken) {
        if (mine(taken, "delete from job") == 0) {
            release(taken);
        }
    }

    /// Puts work back until `due`; what was asked for meanwhile stays as asked.
    void failed(Taken taken, Instant due, String problem) {
        String some = problem.substring(0, Math.min(LONGEST_PROBLEM, problem.length()));
        if (mine(taken, "update job set taken_by = null, taken_until = null, due = ?, problem = ?", due, some) == 0) {
            release(taken);
        }
    }

    private void release(Taken taken) {
        database.write(tx -> tx.update(Sql.of("update job set taken_by = null, taken_until = null where job_id = ? and job_key = ? and taken_by = ?", taken.jobId(), taken.work().key(), node)));
    }

    private int mine(Taken taken, String act, Object... parameters) {
        Sql sql = Sql.of(act, parameters).then(" where job_id = ? and job_key = ? and taken_by = ? and asked = ?", taken.jobId(), taken.work().key(), node, taken.asked());
        return database.write(tx -> tx.update(sql));
    }

    private static String marks(Collection<String> jobIds) {
        return jobIds.stream().map(_ -> "?").collect(Collectors.joining(", "));
    }
}
