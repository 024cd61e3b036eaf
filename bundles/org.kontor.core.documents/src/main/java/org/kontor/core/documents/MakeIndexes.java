package org.kontor.core.documents;

import java.time.Instant;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.jobs.Job;
import org.kontor.api.jobs.JobId;
import org.kontor.api.jobs.Jobs;
import org.kontor.api.jobs.Work;
import org.kontor.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Makes the indexes that tables lack, in the background: when the portal starts, and when the types change. Large tables of H2 wait for the next start (see [Indexes]).
@Component
@JobId(MakeIndexes.ID)
public final class MakeIndexes implements Job {
    static final String ID = "documents.indexes";

    private final TypeRegistry types;
    private final Indexes indexes;
    private final AutoCloseable subscription;

    @Activate
    public MakeIndexes(@Reference Database database, @Reference TypeRegistry types, @Reference Jobs jobs) {
        this.types = types;
        this.indexes = new Indexes(database);
        this.subscription = types.watch(() -> jobs.at(Instant.now(), ID, "all", ""));
        jobs.at(Instant.now(), ID, "all", "");
    }

    @Deactivate
    public void close() throws Exception {
        subscription.close();
    }

    @Override
    public void run(Work work) {
        for (DocumentType type : types.all().stream().filter(indexes::ready).toList()) {
            indexes.missing(type).forEach(index -> indexes.make(type, index));
        }
    }
}
