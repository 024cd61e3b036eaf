package org.kontor.core.documents;

import java.time.Clock;
import java.util.Optional;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.jobs.Job;
import org.kontor.api.jobs.JobId;
import org.kontor.api.jobs.NotYet;
import org.kontor.api.jobs.Work;
import org.kontor.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Computes the computed fields of all documents of a type anew, after a computation or a rate was changed: in pages of a transaction each, so that nobody waits
/// long. The payload is the id of the type. Done twice it does the same.
@Component
@JobId(Recompute.ID)
public final class Recompute implements Job {
    static final String ID = "documents.recompute";

    private final Database database;
    private final TypeRegistry types;
    private final RollUps rollUps;

    @Activate
    public Recompute(@Reference Database database, @Reference TypeRegistry types) {
        this.database = database;
        this.types = types;
        this.rollUps = new RollUps(database, types, new Formulas(), Clock.systemUTC());
    }

    @Override
    public void run(Work work) {
        Optional<Long> last = Optional.of(0L);
        while (last.isPresent()) {
            long after = last.get();
            DocumentType type = types.find(work.payload()).orElseThrow(() -> new NotYet("document type '" + work.payload() + "'"));
            last = database.write(tx -> rollUps.recompute(tx, type, after));
        }
    }
}
