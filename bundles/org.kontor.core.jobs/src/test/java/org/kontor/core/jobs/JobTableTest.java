package org.kontor.core.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.storage.Engine;
import org.kontor.storage.Sql;
import org.kontor.testkit.TestDatabase;

@ParameterizedClass
@EnumSource(Engine.class)
class JobTableTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final List<String> JOBS = List.of("mail.fetch");

    private final TestDatabase database;
    private final JobTable table;

    JobTableTest(Engine engine) {
        database = TestDatabase.open(engine);
        table = new JobTable(database.database(), "one", LEASE);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void takesWhatIsDueAndKnown() {
        ask("mail.fetch", "due", NOW);
        ask("mail.fetch", "later", NOW.plusSeconds(1));
        ask("other.job", "due", NOW);

        assertThat(keys(table.take(JOBS, 8, NOW))).containsExactly("due");
        assertThat(table.next(JOBS)).contains(NOW.plusSeconds(1));
    }

    @Test
    void takesNothingTwice() {
        ask("mail.fetch", "a", NOW);

        assertThat(table.take(JOBS, 8, NOW)).hasSize(1);
        assertThat(new JobTable(database.database(), "two", LEASE).take(JOBS, 8, NOW)).isEmpty();
    }

    @Test
    void takesWhatADeadNodeHeldWhenItsTimeIsOver() {
        ask("mail.fetch", "a", NOW);
        table.take(JOBS, 8, NOW);
        JobTable other = new JobTable(database.database(), "two", LEASE);

        assertThat(other.take(JOBS, 8, NOW.plusSeconds(30))).isEmpty();
        assertThat(keys(other.take(JOBS, 8, NOW.plusSeconds(31)))).containsExactly("a");
    }

    @Test
    void keepsWhatIsProlonged() {
        ask("mail.fetch", "a", NOW);
        table.take(JOBS, 8, NOW);

        table.prolong(NOW.plusSeconds(20));

        assertThat(new JobTable(database.database(), "two", LEASE).take(JOBS, 8, NOW.plusSeconds(31))).isEmpty();
    }

    @Test
    void takesItsOwnBackAtOnceAfterARestart() {
        ask("mail.fetch", "a", NOW);
        table.take(JOBS, 8, NOW);

        JobTable again = new JobTable(database.database(), "one", LEASE);

        assertThat(again.take(JOBS, 8, NOW)).singleElement().satisfies(taken -> assertThat(taken.work().attempt()).isEqualTo(1));
    }

    @Test
    void strikesOffWhatIsDone() {
        ask("mail.fetch", "a", NOW);

        table.done(table.take(JOBS, 8, NOW).getFirst());

        assertThat(table.next(JOBS)).isEmpty();
    }

    @Test
    void keepsWhatIsAskedForWhileItRuns() {
        ask("mail.fetch", "a", NOW);
        JobTable.Taken taken = table.take(JOBS, 8, NOW).getFirst();
        again("mail.fetch", "a", NOW.plusSeconds(60));

        table.done(taken);

        assertThat(table.next(JOBS)).contains(NOW.plusSeconds(60));
        assertThat(table.take(JOBS, 8, NOW.plusSeconds(60))).singleElement().satisfies(next -> assertThat(next.work().attempt()).isEqualTo(1));
    }

    @Test
    void countsFailedAttempts() {
        ask("mail.fetch", "a", NOW);

        table.failed(table.take(JOBS, 8, NOW).getFirst(), NOW.plusSeconds(5), "no answer");

        assertThat(table.take(JOBS, 8, NOW.plusSeconds(4))).isEmpty();
        assertThat(table.take(JOBS, 8, NOW.plusSeconds(5))).singleElement().satisfies(next -> assertThat(next.work().attempt()).isEqualTo(2));
    }

    @Test
    void namesANodeTheSameAfterARestart(@TempDir Path data) {
        String name = NodeName.of(Optional.of(data.toString()));

        assertThat(NodeName.of(Optional.of(data.toString()))).isEqualTo(name);
        assertThat(NodeName.of(Optional.empty())).isNotEqualTo(name);
    }

    private void ask(String jobId, String key, Instant due) {
        database.database().write(tx -> tx.update(Sql.of("insert into job (job_id, job_key, payload, due, attempt) values (?, ?, '', ?, 0)", jobId, key, due)));
    }

    private void again(String jobId, String key, Instant due) {
        database.database().write(tx -> tx.update(Sql.of("update job set due = ?, attempt = 0, asked = asked + 1 where job_id = ? and job_key = ?", due, jobId, key)));
    }

    private static List<String> keys(List<JobTable.Taken> taken) {
        return taken.stream().map(each -> each.work().key()).toList();
    }
}
