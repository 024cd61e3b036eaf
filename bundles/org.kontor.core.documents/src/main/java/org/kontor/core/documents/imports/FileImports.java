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

/// Imports from files: looks, tries out, and leaves the work to a job.
@Component
public final class FileImports implements Imports {
    private static final int MOST_BAD = 100;
    private static final int AT_ONCE = 500;

    private final ImportTable table;
    private final Readings readings;
    private final ImportRights rights;
    private final FirstLook looks;
    private final SavedMappings mappings;
    private final KeptMappings kept;
    private final Jobs jobs;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public FileImports(
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
        this.mappings = new SavedMappings(table.database());
        this.kept = new KeptMappings(table.database());
        this.jobs = jobs;
    }

    @Override
    public Look look(FileRef file, String typeId, Actor actor) {
        return looked(file, typeId, actor, type -> mappings.remembered(looks.guess(file, type, country(readings.language(actor))), type, actor));
    }

    @Override
    public Look look(Plan plan, Actor actor) {
        return looked(plan.file(), plan.typeId(), actor, type -> mappings.remembered(looks.again(plan, type), type, actor));
    }

    private interface Looking {
        Look at(DocumentType type) throws IOException;
    }

    private Look looked(FileRef file, String typeId, Actor actor, Looking looking) {
        Optional<Label> denied = rights.objection(file, typeId, Mode.CREATE, actor);
        if (denied.isPresent()) {
            return new Look.Refused(denied.get());
        }
        try {
            return looking.at(rights.type(typeId));
        } catch (UnreadableFile e) {
            return new Look.Refused(Label.of("documents.import.unreadable", file.name(), e.reason()));
        } catch (IOException e) {
            return new Look.Refused(Label.of("documents.import.file-gone", file.name()));
        }
    }

    @Override
    public List<Mapping> mappings(String typeId, Actor actor) {
        return kept.of(rights.type(typeId), actor);
    }

    @Override
    public Mapping keep(String name, Plan plan, List<String> heads, Actor actor) {
        return kept.keep(name, plan, heads, actor);
    }

    @Override
    public boolean forget(long mappingId, Actor actor) {
        return kept.forget(mappingId, actor);
    }

    @Override
    public DryRun tryOut(Plan plan, Actor actor) {
        check(plan, actor);
        RowReading reading = readings.rows(plan, actor);
        Matching matching = readings.matching(plan);
        List<BadRow> bad = new ArrayList<>();
        long good = 0;
        try (Sheet sheet = readings.open(plan)) {
            for (List<SheetRow> some = sheet.next(AT_ONCE); !some.isEmpty(); some = sheet.next(AT_ONCE)) {
                List<RowReading.Row> rows = judged(reading.read(some), matching, actor);
                rows.stream().filter(row -> !row.good()).limit(MOST_BAD - bad.size()).forEach(row -> bad.add(new BadRow(row.source().line(), row.source().cells(), row.reasons())));
                good += rows.stream().filter(RowReading.Row::good).count();
            }
            return new DryRun(sheet.position(), good, bad);
        } catch (UnreadableFile e) {
            throw new IllegalArgumentException("file '" + plan.file().name() + "' can't be read: " + e.reason(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("file '" + plan.file().name() + "' can't be read", e);
        }
    }

    /// Rows with what the match field says against them.
    private static List<RowReading.Row> judged(List<RowReading.Row> rows, Matching matching, Actor actor) {
        var decisions = matching.decide(rows.stream().filter(RowReading.Row::good).map(RowReading.Row::values).toList(), actor).iterator();
        return rows.stream()
                .map(row -> row.good() && decisions.next() instanceof Matching.Decision.Refuse(Label reason) ? new RowReading.Row(row.source(), row.values(), List.of(reason)) : row)
                .toList();
    }

    @Override
    public Progress start(Plan plan, Actor actor) {
        check(plan, actor);
        long id = table.add(plan, actor, clock.instant(), number -> {
            work(number);
            mappings.keep(plan, heads(plan), actor);
        });
        return table.find(id).orElseThrow().progress();
    }

    private List<String> heads(Plan plan) {
        try (Sheet sheet = readings.open(plan)) {
            return sheet.heads();
        } catch (IOException e) {
            throw new IllegalArgumentException("file '" + plan.file().name() + "' can't be read", e);
        }
    }

    private void work(long importId) {
        jobs.at(clock.instant(), ImportJob.ID, Long.toString(importId), "");
    }

    @Override
    public boolean pause(long importId, Actor actor) {
        return find(importId, actor).isPresent() && table.turn(importId, List.of(State.RUNNING), State.PAUSED, Optional.empty());
    }

    @Override
    public boolean resume(long importId, Actor actor) {
        boolean goesOn = find(importId, actor).isPresent() && table.turn(importId, List.of(State.PAUSED), State.RUNNING, Optional.empty());
        if (goesOn) {
            work(importId);
        }
        return goesOn;
    }

    @Override
    public boolean cancel(long importId, Actor actor) {
        return find(importId, actor).isPresent() && table.turn(importId, List.of(State.RUNNING, State.PAUSED), State.CANCELLED, Optional.of(clock.instant()));
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
        rights.objection(plan.file(), plan.typeId(), plan.mode(), actor).ifPresent(reason -> {
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
