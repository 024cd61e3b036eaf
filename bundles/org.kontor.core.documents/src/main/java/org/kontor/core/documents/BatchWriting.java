package org.kontor.core.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Batches.Left;
import org.kontor.api.documents.Change;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Refusal;
import org.kontor.api.events.Cause;
import org.kontor.api.labels.Label;
import org.kontor.storage.Database;
import org.kontor.storage.DatabaseFailure;
import org.kontor.storage.Journal;
import org.kontor.storage.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes some documents of a batch: the documents, what was left, and how far the batch is, in one transaction.
@Component(service = BatchWriting.class)
public final class BatchWriting {
    private static final Logger LOG = LoggerFactory.getLogger(BatchWriting.class);

    private final Database database;
    private final Journal journal;
    private final BatchTable table;
    private final DocumentTypes types;

    @Activate
    public BatchWriting(@Reference Database database, @Reference Journal journal, @Reference BatchTable table, @Reference DocumentTypes types) {
        this.database = database;
        this.journal = journal;
        this.table = table;
        this.types = types;
    }

    /// Does the items behind where the batch was when it was read. When that fails for a reason in the data, one by one, so that only those that fail are left.
    ///
    /// @return false when nothing was done because it is not running there any more
    boolean write(BatchTable.Kept batch, BatchItems.Some some) {
        try {
            return write(batch, some, false);
        } catch (DatabaseFailure e) {
            if (e.passing()) {
                throw e;
            }
            LOG.debug("batch {} failed within some documents: they are tried one by one", batch.id(), e);
        } catch (RuntimeException e) {
            LOG.debug("batch {} failed within some documents: they are tried one by one", batch.id(), e);
        }
        return write(batch, some, true);
    }

    private boolean write(BatchTable.Kept batch, BatchItems.Some some, boolean careful) {
        return database.write(tx -> {
            Optional<BatchTable.Kept> now = table.hold(batch.id()).filter(each -> each.running() && each.position() == batch.position());
            if (now.isEmpty()) {
                return false;
            }
            List<BatchItems.Item> items = some.items();
            List<Optional<Change>> changes = journal.because(new Cause.Batch(batch.id()), () -> careful
                    ? items.stream().map(item -> tried(tx, batch, item)).toList()
                    : some.together().get().stream().map(Optional::of).toList());
            List<Left> left = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                BatchItems.Item item = items.get(i);
                List<Refusal> reasons = changes.get(i).map(each -> reasons(item, each)).orElseGet(() -> List.of(Refusal.of(Label.of("documents.batch.failed"))));
                if (!reasons.isEmpty()) {
                    left.add(new Left(item.place(), item.ref(), reasons));
                }
            }
            table.advance(batch.id(), items.getLast().place(), items.size(), left);
            return true;
        });
    }

    private static Optional<Change> tried(Transaction tx, BatchTable.Kept batch, BatchItems.Item item) {
        try {
            return Optional.of(tx.nested(item.work()));
        } catch (DatabaseFailure e) {
            if (e.passing()) {
                throw e;
            }
            LOG.warn("document {} of batch {} can't be written", item.ref(), batch.id(), e);
            return Optional.empty();
        } catch (RuntimeException e) {
            LOG.warn("document {} of batch {} can't be written", item.ref(), batch.id(), e);
            return Optional.empty();
        }
    }

    private List<Refusal> reasons(BatchItems.Item item, Change change) {
        return switch (change) {
            case Change.Changed _ -> List.of();
            case Change.Conflict conflict -> List.of(Refusal.of(Label.of("documents.batch.changed-since", names(types.require(item.ref().type()), conflict.clashes()))));
            case Change.Refused(List<Refusal> reasons) -> reasons;
            case Change.Denied(Label rule) -> List.of(Refusal.of(rule));
            case Change.Missing _ -> List.of(Refusal.of(Label.of("documents.batch.gone")));
        };
    }

    /// The names of the fields, as one label: they are put together in the reader's language.
    private static Label names(DocumentType type, List<Change.Clash> clashes) {
        List<Label> names = clashes.stream()
                .map(clash -> type.field(clash.fieldId()).map(type::nameOf).orElse(Label.of("documents.stage")))
                .toList();
        return names.stream().reduce((some, next) -> Label.of("documents.and-more", some, next)).orElse(Label.verbatim(""));
    }
}
