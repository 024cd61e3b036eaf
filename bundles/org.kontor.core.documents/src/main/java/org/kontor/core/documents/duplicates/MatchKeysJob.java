package org.kontor.core.documents.duplicates;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Query;
import org.kontor.api.jobs.Job;
import org.kontor.api.jobs.JobId;
import org.kontor.api.jobs.Jobs;
import org.kontor.api.jobs.Work;
import org.kontor.api.people.Actor;
import org.kontor.core.documents.MatchKeys;
import org.kontor.core.documents.MatchRules;
import org.kontor.core.documents.ShapeStore;
import org.kontor.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Makes the match keys of documents that were there before the rules: when the portal starts, and when types or rules change. Page by page; begins anew after a crash.
@Component
@JobId(MatchKeysJob.ID)
public final class MatchKeysJob implements Job {
    static final String ID = "documents.match-keys";
    private static final Actor ROBOT = new Actor.Robot(ID);

    private final Database database;
    private final DocumentTypes types;
    private final Documents documents;
    private final MatchRules rules;
    private final MatchKeys keys;
    private final AutoCloseable subscription;

    @Activate
    public MatchKeysJob(@Reference Database database, @Reference ShapeStore store, @Reference DocumentTypes types, @Reference Documents documents, @Reference Jobs jobs) {
        this.database = database;
        this.types = types;
        this.documents = documents;
        this.rules = new MatchRules(store);
        this.keys = new MatchKeys(database, rules);
        this.subscription = types.watch(() -> ask(jobs));
        ask(jobs);
    }

    static void ask(Jobs jobs) {
        jobs.at(java.time.Instant.now(), ID, "all", "");
    }

    @Deactivate
    void close() throws Exception {
        subscription.close();
    }

    @Override
    public void run(Work work) {
        types.all().stream().filter(type -> !rules.built(type)).forEach(this::build);
    }

    private void build(DocumentType type) {
        long last = 0;
        for (Optional<Long> next = Optional.of(last); next.isPresent(); last = next.orElse(last)) {
            long from = next.get();
            next = database.write(tx -> {
                Filter behind = new Filter.Compare("id", Filter.Operator.GREATER, BigDecimal.valueOf(from));
                List<Document> page = documents.find(Query.newest(type.id()).where(behind).sorted("id", false).limited(Query.MOST), ROBOT).documents();
                keys.rebuild(tx, type, page);
                return page.isEmpty() ? Optional.<Long>empty() : Optional.of(page.getLast().ref().id());
            });
        }
        rules.noteBuilt(type);
    }
}
