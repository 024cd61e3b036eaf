package org.kontor.core.documents;

import java.time.Clock;
import java.util.Optional;
import org.kontor.api.documents.Batches.State;
import org.kontor.api.documents.TypeAway;
import org.kontor.api.jobs.Job;
import org.kontor.api.jobs.JobId;
import org.kontor.api.jobs.NotYet;
import org.kontor.api.jobs.Work;
import org.kontor.api.labels.Label;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Carries a batch out, a hundred documents in a transaction, from where it was committed last.
@Component
@JobId(BatchJob.ID)
public final class BatchJob implements Job {
    static final String ID = "documents.batch";
    static final int AT_ONCE = 100;

    private final BatchTable table;
    private final BatchItems items;
    private final BatchWriting writing;
    private final Clock clock = Clock.systemUTC();
    private volatile boolean stopped;

    @Activate
    public BatchJob(@Reference BatchTable table, @Reference BatchItems items, @Reference BatchWriting writing) {
        this.table = table;
        this.items = items;
        this.writing = writing;
    }

    @Deactivate
    void stop() {
        stopped = true;
    }

    @Override
    public void run(Work work) {
        long id = Long.parseLong(work.key());
        try {
            running(id).filter(batch -> batch.progress().total() == 0).ifPresent(batch -> table.total(id, items.count(batch)));
            for (Optional<BatchTable.Kept> batch = running(id); batch.isPresent(); batch = running(id)) {
                step(batch.get());
            }
        } catch (TypeAway e) {
            throw new NotYet(e);
        } catch (IllegalArgumentException e) {
            table.turn(id, State.CANCELLED, clock.instant(), State.RUNNING);
            table.held(id, Label.of("documents.batch.shape-changed"));
        } catch (RuntimeException e) {
            table.held(id, Label.of("documents.batch.held"));
            throw e;
        }
    }

    private void step(BatchTable.Kept batch) {
        if (stopped) {
            throw new IllegalStateException("batch " + batch.id() + " is interrupted: the portal stops");
        }
        BatchItems.Some next = items.next(batch, AT_ONCE);
        if (next.items().isEmpty()) {
            table.turn(batch.id(), State.DONE, clock.instant(), State.RUNNING);
        } else {
            writing.write(batch, next);
        }
    }

    private Optional<BatchTable.Kept> running(long id) {
        return table.find(id).filter(BatchTable.Kept::running);
    }
}
