package org.kontor.core.documents.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Imports;
import org.kontor.api.files.FileRef;
import org.kontor.api.files.Files;
import org.kontor.api.jobs.Jobs;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;
import org.kontor.api.people.Actor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Imports from files of comma separated values: looks, tries out, and leaves the work to a job.
@Component
public final class CsvImports implements Imports {
    private static final int MOST_BAD = 100;

    private final ImportTable table;
    private final Readings readings;
    private final ImportRights rights;
    private final FirstLook looks;
    private final Jobs jobs;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public CsvImports(
            @Reference ImportTable table,
            @Reference Readings readings,
            @Reference ImportRights rights,
            @Reference Labels labels,
            @Reference Files files,
            @Reference Jobs jobs) {
        this.table = table;
        this.readings = readings;
        this.rights = rights;
        this.looks = new FirstLook(files, labels);
        this.jobs = jobs;
    }

    @Override
    public Look look(FileRef file, String typeId, Actor actor) {
        return looked(file, typeId, actor, type -> looks.guess(file, type, country(readings.language(actor))));
    }

    @Override
    public Look look(Plan plan, Actor actor) {
        return looked(plan.file(), plan.typeId(), actor, type -> looks.again(plan, type));
    }

    private interface Looking {
        Look at(DocumentType type) throws IOException;
    }

    private Look looked(FileRef file, String typeId, Actor actor, Looking looking) {
        Optional<Label> denied = rights.objection(file, typeId, actor);
        if (denied.isPresent()) {
            return new Look.Refused(denied.get());
        }
        try {
            return looking.at(rights.type(typeId));
        } catch (IOException e) {
            return new Look.Refused(Label.of("documents.import.file-gone", file.name()));
        }
    }

    @Override
    public DryRun tryOut(Plan plan, Actor actor) {
        check(plan, actor);
        RowReading reading = readings.rows(plan, actor);
        List<BadRow> bad = new ArrayList<>();
        long good = 0;
        try (Sheet sheet = readings.open(plan)) {
            for (Optional<CsvRecord> record = sheet.next(); record.isPresent(); record = sheet.next()) {
                RowReading.Row row = reading.read(record.get());
                if (row.good()) {
                    good++;
                } else if (bad.size() < MOST_BAD) {
                    bad.add(new BadRow(record.get().line(), record.get().cells(), row.reasons()));
                }
            }
            return new DryRun(sheet.position(), good, bad);
        } catch (IOException e) {
            throw new UncheckedIOException("file '" + plan.file().name() + "' can't be read", e);
        }
    }

    @Override
    public Progress start(Plan plan, Actor actor) {
        check(plan, actor);
        long id = table.add(plan, actor, clock.instant(), number -> jobs.at(clock.instant(), ImportJob.ID, Long.toString(number), ""));
        return table.find(id).orElseThrow().progress();
    }

    @Override
    public Optional<Progress> find(long importId, Actor actor) {
        return table.find(importId).filter(batch -> rights.maySee(batch.actor(), actor)).map(ImportTable.Batch::progress);
    }

    @Override
    public List<Progress> latest(Actor actor) {
        return rights.seesAll(actor) ? table.latest(Optional.empty()) : actor.person().map(person -> table.latest(Optional.of(person))).orElse(List.of());
    }

    private void check(Plan plan, Actor actor) {
        rights.objection(plan.file(), plan.typeId(), actor).ifPresent(reason -> {
            throw new IllegalArgumentException("the import of file " + plan.file().id() + " as '" + plan.typeId() + "' is refused: " + reason);
        });
        readings.check(plan);
    }

    private static String country(Locale language) {
        return switch (language.getLanguage()) {
            case "it" -> "IT";
            case "ru" -> "RU";
            default -> language.getCountry();
        };
    }
}
