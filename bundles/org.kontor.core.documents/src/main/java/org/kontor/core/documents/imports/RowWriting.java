package org.kontor.core.documents.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Creation;
import org.kontor.api.documents.Documents;
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
    private final Documents documents;
    private final ImportTable table;

    @Activate
    public RowWriting(@Reference Database database, @Reference Journal journal, @Reference Documents documents, @Reference ImportTable table) {
        this.database = database;
        this.journal = journal;
        this.documents = documents;
        this.table = table;
    }

    /// Writes the rows behind `position`, unless somebody else did meanwhile.
    ///
    /// @throws IllegalStateException when the import is not where it is thought to be
    void write(ImportTable.Batch batch, long position, List<RowReading.Row> rows, RowReading reading) {
        long id = batch.progress().id();
        database.write(tx -> {
            ImportTable.Batch now = table.hold(id).orElseThrow();
            if (!now.running() || now.position() != position) {
                throw new IllegalStateException("import " + id + " stands at row " + now.position() + ", not " + position + ": it is carried out elsewhere too");
            }
            List<Values> good = rows.stream().filter(RowReading.Row::good).map(RowReading.Row::values).toList();
            var answers = journal.because(new Cause.Import(id), () -> create(tx, batch, good)).iterator();
            List<ImportTable.RefusedRow> refused = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                RowReading.Row row = rows.get(i);
                List<Label> reasons = row.good() ? reasons(answers.next(), reading) : row.reasons();
                if (!reasons.isEmpty()) {
                    refused.add(new ImportTable.RefusedRow(position + i + 1, row.source().line(), reasons));
                }
            }
            table.advance(id, rows.size(), refused);
            return refused;
        });
    }

    /// All at once; when that fails for a reason in the data, one by one, so that only the rows that fail are refused.
    private List<Optional<Creation>> create(Transaction tx, ImportTable.Batch batch, List<Values> rows) {
        try {
            return tx.nested(() -> documents.createAll(batch.plan().typeId(), rows, batch.actor())).stream().map(Optional::of).toList();
        } catch (RuntimeException e) {
            if (rows.size() > 1 && !passing(e)) {
                List<Optional<Creation>> all = new ArrayList<>();
                rows.forEach(each -> all.addAll(create(tx, batch, List.of(each))));
                return all;
            }
            if (passing(e)) {
                throw e;
            }
            LOG.warn("a row of import {} can't be written", batch.progress().id(), e);
            return List.of(Optional.empty());
        }
    }

    private static boolean passing(RuntimeException e) {
        return e instanceof DatabaseFailure failure && failure.passing();
    }

    private static List<Label> reasons(Optional<Creation> answer, RowReading reading) {
        return answer.map(some -> switch (some) {
                    case Creation.Created _ -> List.<Label>of();
                    case Creation.Refused(var reasons) -> reading.reasons(reasons);
                    case Creation.Denied(Label rule) -> List.of(rule);
                })
                .orElse(List.of(Label.of("documents.import.row-failed")));
    }
}
