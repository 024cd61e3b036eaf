package org.kontor.core.documents;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.kontor.api.access.Grant;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.api.people.PersonId;
import org.kontor.storage.Engine;
import org.kontor.storage.Sql;
import org.kontor.testkit.ClassPathLabels;
import org.kontor.testkit.FixedPeople;
import org.kontor.testkit.TestDatabase;

/// What rights cost a list: 200,000 documents of 1,000 persons in 100 departments of ten, pages of 50 with each level beside the same page without limits. H2 keeps no answers here.
/// Run as a program; prints medians in microseconds and their ratio.
final class RightsBench {
    private static final int DOCUMENTS = 200_000;
    private static final int PERSONS = 1_000;
    private static final int RUNS = 31;
    private static final Field<String> TITLE = Field.text("title").asIndexed();
    private static final Field<PersonId> OWNER = Field.of("owner", new Kind.User());
    private static final DocumentType DEAL = new DocumentType("deal", "coins", List.of(TITLE, OWNER), TITLE, Optional.of(OWNER),
            Optional.of(new Pipeline("deal", Label.verbatim("Deals"), List.of(stage("new", Stage.Meaning.INITIAL), stage("talks", Stage.Meaning.IN_WORK), stage("won", Stage.Meaning.WON), stage("lost", Stage.Meaning.LOST)))), true);
    private static final PersonId ME = new PersonId(7);

    private RightsBench() {}

    private static Stage stage(String id, Stage.Meaning meaning) {
        return new Stage(id, Label.verbatim(id), meaning, 1);
    }

    public static void main(String[] arguments) {
        for (Engine engine : arguments.length == 0 ? Engine.values() : new Engine[] {Engine.valueOf(arguments[0])}) {
            try (TestDatabase database = TestDatabase.open(engine)) {
                measure(engine, database);
            }
        }
        System.exit(0);
    }

    private static void measure(Engine engine, TestDatabase database) {
        GivenGrant access = new GivenGrant();
        Documents documents = new DocumentsDesk(database, new ClassPathLabels("org.kontor.core.documents"), new FixedPeople(), access, List.of(), DEAL).documents();
        fill(engine, database);
        Map<String, Supplier<Object>> pages = new LinkedHashMap<>();
        pages.put("newest", () -> documents.find(Query.newest("deal"), FixedPeople.ANNA));
        pages.put("by title", () -> documents.find(Query.newest("deal").sorted("title", false), FixedPeople.ANNA));
        pages.put("board", () -> documents.board("deal", Filter.any(), 20, FixedPeople.ANNA));
        pages.put("count to 1,000", () -> documents.count("deal", Filter.any(), 1_000, FixedPeople.ANNA));
        pages.forEach((name, page) -> {
            access.grant = Grant.of(Optional.of(ME), Reach.ALL);
            long base = median(page);
            System.out.printf(Locale.ROOT, "%-10s %-15s %-24s %8d us%n", engine, name, "all", base);
            grants().forEach((level, grant) -> {
                access.grant = grant;
                long time = median(page);
                System.out.printf(Locale.ROOT, "%-10s %-15s %-24s %8d us  %.2f%n", engine, name, level, time, (double) time / base);
            });
        });
    }

    private static Map<String, Grant> grants() {
        Map<String, Grant> all = new LinkedHashMap<>();
        all.put("own", grant(Reach.OWN, Map.of(), 10));
        all.put("department of 10", grant(Reach.DEPARTMENT, Map.of(), 10));
        all.put("100 persons below", grant(Reach.SUBDEPARTMENTS, Map.of(), 100));
        all.put("1,000 persons below", grant(Reach.SUBDEPARTMENTS, Map.of(), 1_000));
        all.put("open", grant(Reach.OPEN, Map.of(), 100));
        all.put("by stage", grant(Reach.DEPARTMENT, Map.of("new", Reach.OWN, "talks", Reach.DEPARTMENT, "won", Reach.ALL, "lost", Reach.NONE), 10));
        return all;
    }

    private static Grant grant(Reach elsewhere, Map<String, Reach> stages, int below) {
        return new Grant(Optional.of(ME), elsewhere, stages, persons(10), persons(below));
    }

    private static Set<PersonId> persons(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(PersonId::new).collect(Collectors.toSet());
    }

    private static void fill(Engine engine, TestDatabase database) {
        String numbers = engine == Engine.H2 ? "system_range(1, " + DOCUMENTS + ")" : "generate_series(1, " + DOCUMENTS + ")";
        String n = engine == Engine.H2 ? "x" : "generate_series";
        Instant now = Instant.now();
        database.database().write(tx -> tx.update(Sql.of("insert into doc_deal (version, stage, stage_since, created, changed, f_title, f_owner, f_open) select 1, case mod(" + n
                + ", 4) when 0 then 'new' when 1 then 'talks' when 2 then 'won' else 'lost' end, ?, ?, ?, 'deal ' || mod(" + n + " * 7919, 100003), mod(" + n + " * 31, " + PERSONS + ") + 1, mod(" + n + ", 20) = 0 from " + numbers, now, now, now)));
        database.database().write(tx -> tx.update(Sql.of("analyze")));
        if (engine == Engine.H2) {
            database.database().write(tx -> tx.update(Sql.of("set optimize_reuse_results 0")));
        }
    }

    private static long median(Supplier<Object> page) {
        long[] times = new long[RUNS];
        for (int i = -10; i < RUNS; i++) {
            long start = System.nanoTime();
            page.get();
            if (i >= 0) {
                times[i] = (System.nanoTime() - start) / 1_000;
            }
        }
        Arrays.sort(times);
        return times[RUNS / 2];
    }
}
