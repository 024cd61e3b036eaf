package org.kontor.core.documents.imports;

import java.util.ArrayList;
import java.util.List;
import org.kontor.api.documents.Imports.State;
import org.kontor.api.documents.Values;
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

/// Writes rows of an import: the documents, what was refused, and how far the import is, in one transaction.
@Component(service = RowWriting.class)
public final class RowWriting {
    private static final Logger LOG = LoggerFactory.getLogger(RowWriting.class);

    private final Database database;
    private final Journal journal;
    private final ImportTable table;

    @Activate
    public RowWriting(@Reference Database database, @Reference Journal journal, @Reference ImportTable table) {
        this.database = database;
        this.journal = journal;
        this.table = table;
    }

    /// Writes the rows behind `position`, unless somebody else did meanwhile.
    ///
    /// @return false when the import was paused or cancelled; then nothing is written
    /// @throws IllegalStateException when the import is not where it is thought to be
    boolean write(ImportTable.Batch batch, long position, List<RowReading.Row> rows, RowActs acts) {
        long id = batch.progress().id();
        return database.write(tx -> {
            ImportTable.Batch now = table.hold(id).orElseThrow();
            if (now.progress().state() == State.PAUSED || now.progress().state() == State.CANCELLED) {
                return false;
            }
            if (!now.running() || now.position() != position) {
                throw new IllegalStateException("import " + id + " stands at row " + now.position() + ", not " + position + ": it is carried out elsewhere too");
            }
            List<Values> good = rows.stream().filter(RowReading.Row::good).map(RowReading.Row::values).toList();
            var outcomes = journal.because(new Cause.Import(id), () -> carryOut(tx, batch, good, acts)).iterator();
            List<ImportTable.RefusedRow> refused = new ArrayList<>();
            int updated = 0;
            for (int i = 0; i < rows.size(); i++) {
                RowReading.Row row = rows.get(i);
                RowActs.Outcome outcome = row.good() ? outcomes.next() : new RowActs.Outcome.Refused(row.reasons());
                updated += outcome instanceof RowActs.Outcome.Updated ? 1 : 0;
                if (outcome instanceof RowActs.Outcome.Refused(List<Label> reasons)) {
                    refused.add(new ImportTable.RefusedRow(position + i + 1, row.source().line(), reasons));
                }
            }
            table.advance(id, rows.size(), updated, refused);
            return true;
        });
    }

    /// All at once; when that fails for a reason in the data, one by one, so that only the rows that fail are refused.
    private List<RowActs.Outcome> carryOut(Transaction tx, ImportTable.Batch batch, List<Values> rows, RowActs acts) {
        if (rows.isEmpty()) {
            return List.of();
        }
        try {
            return tx.nested(() -> acts.carryOut(rows, batch.actor()));
        } catch (RuntimeException e) {
            if (passing(e)) {
                throw e;
            }
            if (rows.size() > 1) {
                List<RowActs.Outcome> all = new ArrayList<>();
                rows.forEach(each -> all.addAll(carryOut(tx, batch, List.of(each), acts)));
                return all;
            }
            LOG.warn("a row of import {} can't be written", batch.progress().id(), e);
            return List.of(new RowActs.Outcome.Refused(List.of(Label.of("documents.import.row-failed"))));
        }
    }

    private static boolean passing(RuntimeException e) {
        return e instanceof DatabaseFailure failure && failure.passing();
    }
}
