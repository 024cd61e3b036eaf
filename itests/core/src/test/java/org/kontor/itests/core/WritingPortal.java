package org.kontor.itests.core;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.Batches;
import org.kontor.api.documents.Change;
import org.kontor.api.documents.Creation;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Duplicates;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.HistoryEntry;
import org.kontor.api.documents.Imports;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Values;
import org.kontor.api.files.FileRef;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.api.people.PersonId;
import org.kontor.core.documents.ShapeStore;
import org.kontor.core.documents.duplicates.KeptDuplicates;
import org.kontor.leads.Lead;
import org.kontor.leads.internal.LeadShape;
import org.kontor.storage.Database;
import org.kontor.storage.DatabaseFailure;
import org.kontor.testkit.portal.TestPortal;

/// A portal in which everything is written at once, at random, until it is killed: single changes, batches, imports, merges, undo, custom fields. What was acknowledged is noted in a file,
/// one line each: the document and its version, after the write returned.
final class WritingPortal {
    /// The first administrator.
    static final Actor ADMIN = new Actor.Human(new PersonId(1));
    static final String ACKNOWLEDGED = "acknowledged.txt";

    private static final int WRITERS = 4;
    private static final int LEADS = 120;
    private static final int IMPORTED = 60;
    private static final int MOST_LEADS = 400;
    private static final List<String> STAGES = List.of(Lead.NEW, Lead.CONTACTED, Lead.QUALIFIED);

    private final TestPortal portal;
    private final Path acknowledged;
    private final Duplicates duplicates;

    private WritingPortal(TestPortal portal, Path acknowledged) {
        this.portal = portal;
        this.acknowledged = acknowledged;
        Database rows = portal.database().database();
        this.duplicates = new KeptDuplicates(rows, portal.database().journal(), new ShapeStore(rows), portal.types(), portal.documents(), portal.access(), portal.jobs());
    }

    static TestPortal open(Path folder, String url) {
        return TestPortal.open(LeadPortal.database(folder, url), TestPortal.Pace.USUAL, List.of(new LeadShape()), "org.kontor.leads", "org.kontor.core.documents");
    }

    /// Arguments: the data folder, the address of a PostgreSQL database or nothing for H2, a seed.
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        TestPortal portal = open(folder, arguments[1]);
        WritingPortal writing = new WritingPortal(portal, folder.resolve(ACKNOWLEDGED));
        Files.writeString(folder.resolve("up"), "up");
        for (int i = 0; i < WRITERS; i++) {
            Random random = new Random(Long.parseLong(arguments[2]) + i);
            Thread.ofPlatform().start(() -> writing.write(random));
        }
        Thread.sleep(Long.MAX_VALUE);
    }

    private void write(Random random) {
        while (true) {
            try {
                act(random);
            } catch (DatabaseFailure e) {
                if (!e.passing()) {
                    e.printStackTrace();
                }
            } catch (RuntimeException | IOException e) {
                e.printStackTrace();
            }
        }
    }

    private void act(Random random) throws IOException {
        int dice = random.nextInt(1000);
        Optional<Document> some = random.nextInt(4) == 0 ? Optional.empty() : some(random);
        if (some.isEmpty()) {
            create(random);
        } else if (dice < 600) {
            note(portal.documents().change(some.get().ref(), draft(random), ADMIN));
        } else if (dice < 610) {
            importSome(random);
        } else if (dice < 650) {
            merge(some.get().ref(), random);
        } else if (dice < 700) {
            note(portal.documents().delete(some.get().ref(), ADMIN));
            if (random.nextBoolean()) {
                note(portal.documents().restore(some.get().ref(), ADMIN));
            }
        } else if (dice < 900) {
            undo(some.get().ref(), random);
        } else if (dice < 970) {
            batch(random);
        } else if (dice < 985) {
            undoBatch(random);
        } else if (dice < 990) {
            shape(random);
        }
    }

    private Optional<Document> some(Random random) {
        return portal.documents().find(Query.newest(Lead.TYPE).sorted("id", false).limited(200).where(new Filter.Compare("id", Filter.Operator.AT_LEAST, java.math.BigDecimal.valueOf(1 + random.nextInt(LEADS)))), ADMIN)
                .documents().stream().findFirst();
    }

    private void create(Random random) throws IOException {
        if (portal.documents().count(Lead.TYPE, Filter.any(), LEADS, ADMIN).value() < LEADS
                && portal.documents().create(Lead.TYPE, values(random), ADMIN) instanceof Creation.Created(Document lead)) {
            note(lead);
        }
    }

    private static Values values(Random random) {
        return Values.none().with(Lead.TITLE, "lead " + random.nextInt(1000)).with(Lead.COMPANY, "company " + random.nextInt(50));
    }

    private static Draft draft(Random random) {
        return random.nextInt(3) == 0 ? Draft.move(STAGES.get(random.nextInt(STAGES.size()))) : Draft.of(random.nextBoolean() ? values(random) : Values.none().with(Lead.COMMENTS, "c" + random.nextInt()));
    }

    private void importSome(Random random) throws IOException {
        if (portal.documents().count(Lead.TYPE, Filter.any(), MOST_LEADS, ADMIN).value() >= MOST_LEADS || portal.imports().latest(ADMIN).stream().anyMatch(each -> each.state() == Imports.State.RUNNING)) {
            return;
        }
        StringBuilder csv = new StringBuilder("title,company\n");
        for (int i = 0; i < IMPORTED; i++) {
            csv.append("imported ").append(random.nextInt(1000)).append(",company ").append(random.nextInt(50)).append('\n');
        }
        FileRef file = portal.files().store("leads.csv", "text/csv", new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)), ADMIN);
        portal.imports().start(((Imports.Look.Seen) portal.imports().look(file, Lead.TYPE, ADMIN)).guess().plan(), ADMIN);
    }

    /// Takes the merge back half of the times.
    private void merge(DocumentRef survivor, Random random) throws IOException {
        Optional<Document> loser = some(random).filter(document -> !document.ref().equals(survivor));
        if (loser.isPresent() && duplicates.merge(new Duplicates.Plan(survivor, List.of(loser.get().ref()), Map.of()), ADMIN) instanceof Duplicates.Merge.Done done) {
            note(done.survivor());
            if (random.nextBoolean() && duplicates.unmerge(done.mergeId(), ADMIN) instanceof Duplicates.Merge.Done back) {
                note(back.survivor());
            }
        }
    }

    private void undo(DocumentRef ref, Random random) throws IOException {
        List<HistoryEntry> history = portal.documents().history(ref, Long.MAX_VALUE, 5, ADMIN);
        if (!history.isEmpty()) {
            note(portal.documents().undo(ref, history.get(random.nextInt(history.size())).occurrence().position(), ADMIN));
        }
    }

    private void batch(Random random) {
        if (portal.batches().latest(ADMIN).stream().noneMatch(batch -> batch.state() == Batches.State.RUNNING)) {
            Batches.Act act = random.nextInt(5) == 0 ? new Batches.Act.Delete() : new Batches.Act.Edit(draft(random));
            Filter filter = new Filter.Compare("company", Filter.Operator.STARTS_WITH, "company " + (1 + random.nextInt(9)));
            portal.batches().start(Lead.TYPE, new Batches.Choice.Passing(random.nextBoolean() ? Filter.any() : filter), act, ADMIN);
        }
    }

    private void undoBatch(Random random) {
        List<Batches.Progress> latest = portal.batches().latest(ADMIN);
        if (!latest.isEmpty()) {
            portal.batches().undo(new Batches.Undone.Batch(latest.get(random.nextInt(Math.min(5, latest.size()))).id()), ADMIN);
        }
    }

    private void shape(Random random) {
        List<Field<?>> custom = portal.types().require(Lead.TYPE).fields().stream().filter(Field::custom).toList();
        if (custom.size() < 8) {
            Label name = new Label.Given(Map.of("en", "Extra " + random.nextInt(1_000_000), "ru", "Ещё", "it", "Altro"));
            if (portal.fields().add(Lead.TYPE, Field.text(portal.fields().idFor(Lead.TYPE, name)).named(name), ADMIN) instanceof Amendment.Refused<Field<?>> refused) {
                System.out.println(refused);
            }
        } else {
            portal.fields().delete(Lead.TYPE, custom.get(random.nextInt(custom.size())).id(), ADMIN);
        }
    }

    private void note(Change change) throws IOException {
        if (change instanceof Change.Changed(Document document)) {
            note(document);
        }
    }

    private void note(Document document) throws IOException {
        Files.write(acknowledged, (document.ref().id() + " " + document.version() + "\n").getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
