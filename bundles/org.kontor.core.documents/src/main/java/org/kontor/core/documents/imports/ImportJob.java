package org.kontor.core.documents.imports;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import org.kontor.api.documents.TypeAway;
import org.kontor.api.files.FileRef;
import org.kontor.api.files.Files;
import org.kontor.api.jobs.Job;
import org.kontor.api.jobs.JobId;
import org.kontor.api.jobs.NotYet;
import org.kontor.api.jobs.Work;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Carries out one import: the work's key is its number. Goes on behind the last row that was committed.
@Component
@JobId(ImportJob.ID)
public final class ImportJob implements Job {
    static final String ID = "documents.import";
    static final int ROWS_AT_ONCE = 1_000;

    private final ImportTable table;
    private final Readings readings;
    private final RowWriting writing;
    private final Files files;
    private final Labels labels;
    private final Clock clock = Clock.systemUTC();
    private volatile boolean stopped;

    @Activate
    public ImportJob(
            @Reference ImportTable table, @Reference Readings readings, @Reference RowWriting writing, @Reference Files files, @Reference Labels labels) {
        this.table = table;
        this.readings = readings;
        this.writing = writing;
        this.files = files;
        this.labels = labels;
    }

    @Deactivate
    void stop() {
        stopped = true;
    }

    @Override
    public void run(Work work) throws Exception {
        long id = Long.parseLong(work.key());
        Optional<ImportTable.Batch> batch = table.find(id).filter(ImportTable.Batch::running);
        if (batch.isEmpty()) {
            return;
        }
        try {
            readings.check(batch.get().plan());
            count(batch.get());
            if (writeAll(batch.get())) {
                finish(id);
            }
        } catch (FileNotFoundException e) {
            table.failed(id, Label.of("documents.import.file-gone", batch.get().plan().file().name()), clock.instant());
        } catch (UnreadableFile e) {
            table.failed(id, e.reason(), clock.instant());
        } catch (TypeAway e) {
            throw new NotYet(e);
        } catch (IOException | RuntimeException e) {
            table.held(id, Label.of("documents.import.held"));
            throw e;
        }
    }

    private void count(ImportTable.Batch batch) throws IOException {
        if (batch.progress().rows() > 0) {
            return;
        }
        try (Sheet sheet = readings.open(batch.plan())) {
            sheet.skipTo(Long.MAX_VALUE);
            table.total(batch.progress().id(), sheet.position());
        }
    }

    /// False when it was paused or cancelled meanwhile.
    private boolean writeAll(ImportTable.Batch batch) throws IOException {
        RowReading reading = readings.rows(batch.plan(), batch.actor());
        RowActs acts = readings.acts(batch.plan(), reading);
        try (Sheet sheet = readings.open(batch.plan())) {
            sheet.skipTo(batch.position());
            try (RowsAhead ahead = new RowsAhead(sheet, reading, ROWS_AT_ONCE)) {
                for (RowsAhead.Some some = ahead.next(); !some.rows().isEmpty(); some = ahead.next()) {
                    if (stopped) {
                        throw new IllegalStateException("import " + batch.progress().id() + " is interrupted: the portal stops");
                    }
                    if (!writing.write(batch, some.position(), some.rows(), acts)) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    private void finish(long id) throws IOException {
        ImportTable.Batch batch = table.find(id).orElseThrow();
        if (batch.progress().refused() == 0) {
            table.done(id, Optional.empty(), Optional.empty(), clock.instant());
            return;
        }
        ErrorFile errors = new ErrorFile(table, batch, labels, readings.language(batch.actor()));
        try (Sheet sheet = readings.open(batch.plan()); InputStream content = errors.content(sheet)) {
            FileRef file = files.store(ErrorFile.name(batch.plan().file().name()), "text/csv", content, batch.actor());
            table.done(id, Optional.of(file), Optional.empty(), clock.instant());
        } catch (Files.TooLarge e) {
            table.done(id, Optional.empty(), Optional.of(Label.of("documents.import.errors.too-large", batch.progress().refused())), clock.instant());
        }
    }
}
