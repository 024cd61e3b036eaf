package org.kontor.core.documents;

import java.time.Duration;
import java.time.Instant;
import org.kontor.api.jobs.Job;
import org.kontor.api.jobs.JobId;
import org.kontor.api.jobs.Jobs;
import org.kontor.api.jobs.Work;
import org.kontor.api.people.Actor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Deletes for good what was in the trash for as long as it is kept; looks every hour.
@Component(immediate = true)
@JobId(EmptyTrash.ID)
public final class EmptyTrash implements Job {
    static final String ID = "documents.empty-trash";
    private static final String KEY = "all";
    private static final Actor ROBOT = new Actor.Robot("documents.empty-trash");
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int AT_ONCE = 200;

    private final StoredTrash trash;
    private final Jobs jobs;

    @Activate
    public EmptyTrash(@Reference StoredTrash trash, @Reference Jobs jobs) {
        this.trash = trash;
        this.jobs = jobs;
        jobs.at(Instant.now(), ID, KEY, "");
    }

    @Override
    public void run(Work work) {
        boolean more = trash.expire(AT_ONCE, ROBOT);
        jobs.at(Instant.now().plus(more ? Duration.ZERO : EVERY), ID, KEY, "");
    }
}
