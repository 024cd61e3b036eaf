package org.kontor.itests.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.kontor.api.documents.Batches;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Imports;
import org.kontor.api.events.Cause;
import org.kontor.leads.Lead;
import org.kontor.storage.Engine;
import org.kontor.storage.Journal;
import org.kontor.storage.Sql;
import org.kontor.testkit.TestDatabase;
import org.kontor.testkit.portal.TestPortal;

/// Kills a portal in the middle of all kinds of writes (kill -9), again and again, and looks at what is there in between and in the end: what was acknowledged is there, each version of
/// a document has exactly one journal entry, the entries lead to what the row holds, and neither a batch, nor an import, nor a merge was done by halves or twice.
final class KilledWrites {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int LONGEST_MILLIS = 3_000;
    private static final int LOOK_EACH = 10;
    private static final int MOST = 1_000_000;
    private static final Set<String> UNVERSIONED = Set.of("document.viewed", "document.merged", "document.unmerged");
    private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");
    private static final Pattern TITLE = Pattern.compile("\"title\":\\[(?:null|\"[^\"]*\"),(null|\"[^\"]*\")]");

    private final Path folder;
    private final Engine engine;
    private final long seed;

    /// The same seed kills at the same moments.
    KilledWrites(Path folder, Engine engine, long seed) {
        this.folder = folder;
        this.engine = engine;
        this.seed = seed;
    }

    void rounds(int rounds) throws Exception {
        System.out.println("killed writes on " + engine + ", seed " + seed + ", " + rounds + " rounds");
        String url = engine == Engine.H2 ? "" : TestDatabase.newPostgresql();
        Random random = new Random(seed);
        for (int round = 1; round <= rounds; round++) {
            runAndKill(url, random.nextInt(LONGEST_MILLIS), random.nextLong());
            if (round == rounds || round % LOOK_EACH == 0) {
                look(url);
            }
        }
    }

    private void look(String url) throws IOException {
        try (TestPortal portal = WritingPortal.open(folder, url)) {
            RobotDesk.until("batches and imports are over, seed " + seed, PATIENCE, () -> batches(portal).stream().noneMatch(batch -> batch.state() == Batches.State.RUNNING)
                    && portal.imports().latest(WritingPortal.ADMIN).stream().noneMatch(each -> each.state() == Imports.State.RUNNING));
            Map<Long, Stored> stored = stored(portal);
            assertThat(stored).as("documents, seed %d", seed).isNotEmpty();
            acknowledgedIsThere(stored);
            stored.forEach((id, row) -> journalLeadsToTheRow(portal, id, row));
            trashHoldsTheDeleted(portal, stored);
            batches(portal).forEach(batch -> didNothingTwice(portal, batch));
            portal.imports().latest(WritingPortal.ADMIN).forEach(each -> createdWhatItSays(portal, each));
            mergesAreWhole(portal);
            System.out.printf("  whole: %d leads, %d batches, %d imports, %d merges, %d journal entries%n", stored.size(), batches(portal).size(), portal.imports().latest(WritingPortal.ADMIN).size(),
                    count(portal, "document_merge"), count(portal, "journal"));
        }
    }

    /// What lies in the row of a lead.
    private record Stored(long version, boolean deleted, String title) {}

    private static Map<Long, Stored> stored(TestPortal portal) {
        Map<Long, Stored> all = new HashMap<>();
        portal.database().database().read(tx -> tx.query(Sql.of("select id, version, deleted, f_title from doc_lead"),
                row -> all.put(row.number("id"), new Stored(row.number("version"), row.yes("deleted"), row.text("f_title")))));
        return all;
    }

    private void acknowledgedIsThere(Map<Long, Stored> stored) throws IOException {
        for (String line : Files.readAllLines(folder.resolve(WritingPortal.ACKNOWLEDGED))) {
            String[] parts = line.split(" ");
            assertThat(stored).as("lead %s, seed %d", parts[0], seed).containsKey(Long.parseLong(parts[0]));
            assertThat(stored.get(Long.parseLong(parts[0])).version()).as("version of lead %s, seed %d", parts[0], seed).isGreaterThanOrEqualTo(Long.parseLong(parts[1]));
        }
    }

    private void journalLeadsToTheRow(TestPortal portal, long id, Stored row) {
        List<Journal.Entry> entries = portal.database().journal().of(new DocumentRef(Lead.TYPE, id), Long.MAX_VALUE, MOST).reversed().stream()
                .filter(entry -> !UNVERSIONED.contains(entry.event()))
                .toList();
        List<Long> versions = new ArrayList<>();
        String title = "";
        boolean deleted = false;
        for (Journal.Entry entry : entries) {
            Matcher version = VERSION.matcher(entry.body());
            versions.add(version.find() ? Long.parseLong(version.group(1)) : 0L);
            Matcher changed = TITLE.matcher(entry.body());
            title = changed.find() ? changed.group(1).replace("\"", "") : title;
            deleted = entry.event().equals("document.deleted") || deleted && !entry.event().equals("document.restored");
        }
        assertThat(versions).as("journal of lead %d, seed %d", id, seed).isEqualTo(LongStream.rangeClosed(1, row.version()).boxed().toList());
        assertThat(title).as("title of lead %d, seed %d", id, seed).isEqualTo(row.title());
        assertThat(deleted).as("trash of lead %d, seed %d", id, seed).isEqualTo(row.deleted());
    }

    private void trashHoldsTheDeleted(TestPortal portal, Map<Long, Stored> stored) {
        List<Long> trashed = portal.database().database().read(tx -> tx.query(Sql.of("select trash_doc from trashed_document order by trash_doc"), row -> row.number("trash_doc")));
        assertThat(trashed).as("trash, seed %d", seed).isEqualTo(stored.entrySet().stream().filter(each -> each.getValue().deleted()).map(Map.Entry::getKey).sorted().toList());
    }

    private void didNothingTwice(TestPortal portal, Batches.Progress batch) {
        List<Journal.Entry> entries = portal.database().journal().of(new Cause.Batch(batch.id()), Long.MAX_VALUE, MOST);
        assertThat(entries).as("entries of batch %d, seed %d", batch.id(), seed).extracting(Journal.Entry::document).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo((int) batch.done());
        assertThat(batch.done() + batch.left()).as("total of batch %d, seed %d", batch.id(), seed).isEqualTo(batch.total());
    }

    private void createdWhatItSays(TestPortal portal, Imports.Progress progress) {
        List<Journal.Entry> entries = portal.database().journal().of(new Cause.Import(progress.id()), Long.MAX_VALUE, MOST);
        assertThat(entries).as("entries of import %d, seed %d", progress.id(), seed).extracting(Journal.Entry::document).doesNotHaveDuplicates().hasSize((int) progress.created());
        assertThat(progress.created() + progress.refused()).as("rows of import %d, seed %d", progress.id(), seed).isEqualTo(progress.rows());
    }

    private void mergesAreWhole(TestPortal portal) {
        assertThat(count(portal, "journal where event = 'document.merged'")).as("merges in the journal, seed %d", seed).isEqualTo(count(portal, "document_merge"));
        assertThat(count(portal, "journal where event = 'document.unmerged'")).as("merges taken back, seed %d", seed).isEqualTo(count(portal, "document_merge where undone is not null"));
        assertThat(count(portal, "merge_loser where merge_id not in (select id from document_merge)")).as("losers of no merge, seed %d", seed).isZero();
    }

    private static long count(TestPortal portal, String what) {
        return portal.database().database().read(tx -> tx.one(Sql.of("select count(*) as n from " + what), row -> row.number("n"))).orElse(0L);
    }

    private static List<Batches.Progress> batches(TestPortal portal) {
        return portal.batches().latest(WritingPortal.ADMIN);
    }

    private void runAndKill(String url, int millis, long seed) throws IOException, InterruptedException {
        Files.deleteIfExists(folder.resolve("up"));
        Process portal = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-cp", System.getProperty("java.class.path"),
                        WritingPortal.class.getName(), folder.toString(), url, Long.toString(seed))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("out.txt").toFile()))
                .start();
        try {
            RobotDesk.until("the portal is up", PATIENCE, () -> Files.exists(folder.resolve("up")) || !portal.isAlive());
            assertThat(portal.isAlive()).as(this::output).isTrue();
            Thread.sleep(millis);
        } finally {
            portal.destroyForcibly();
            assertThat(portal.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(output()).as("complaints of the portal, seed %d", seed).doesNotContain("Exception", "Refused[");
    }

    private String output() {
        try {
            return Files.readString(folder.resolve("out.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
