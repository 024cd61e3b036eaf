package org.kontor.itests.benchmarks.documents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.kontor.api.access.Grant;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.BoardQuery;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Query;
import org.kontor.api.people.PersonId;
import org.kontor.itests.benchmarks.Figures;

/// Restricted lists, counts and boards beside unrestricted ones: 1,000 persons in 100 departments of ten, whose numbers lie among each other, and a department that owns next to nothing.
final class RightsFigures {
    private static final double BOUND = 1.5;
    private static final int PERSONS = 1_000;
    /// As many as a list counts to.
    private static final int COUNTED = 10_000;
    private static final PersonId ME = new PersonId(7);
    private static final PersonId RARE = new PersonId(1_001);

    private final Figures figures;
    private final String engine;
    private final Shop shop;
    private final int runs;

    RightsFigures(Figures figures, String engine, Shop shop, int runs) {
        this.figures = figures;
        this.engine = engine;
        this.shop = shop;
        this.runs = runs;
    }

    void measure() throws Exception {
        Query newest = Query.newest(Shapes.DEAL).only(Shapes.LISTED);
        Query byClosing = newest.sorted("closing", true);
        BoardQuery board = BoardQuery.of(Shapes.DEAL).summing("amount").only(Set.of("title", "amount"));
        for (Map.Entry<String, Grant> level : levels().entrySet()) {
            Documents restricted = shop.seenWith(new GivenGrant(level.getValue()));
            bounded("newest." + level.getKey(), restricted, documents -> documents.find(newest, Shop.ADMIN));
            bounded("by-closing." + level.getKey(), restricted, documents -> documents.find(byClosing, Shop.ADMIN));
            told("count." + level.getKey(), restricted, documents -> documents.count(Shapes.DEAL, Filter.any(), COUNTED, Shop.ADMIN));
            told("board." + level.getKey(), restricted, documents -> documents.board(board, Shop.ADMIN));
        }
    }

    private void bounded(String name, Documents restricted, Function<Documents, ?> read) throws Exception {
        figures.atMost(engine + ".restricted." + name + ".to-unrestricted", told(name, restricted, read), "x", BOUND);
    }

    /// Tells how long a reading takes, and answers how many times as long as without restriction that is.
    private double told(String name, Documents restricted, Function<Documents, ?> read) throws Exception {
        List<Timing> timed = Timing.inTurn(runs, List.of(() -> read.apply(restricted), () -> read.apply(shop.documents())));
        figures.tell(engine + ".restricted." + name + ".median", timed.getFirst().median(), "ms");
        figures.tell(engine + ".restricted." + name + ".p95", timed.getFirst().p95(), "ms");
        return timed.getFirst().median() / timed.getLast().median();
    }

    private static Map<String, Grant> levels() {
        Map<String, Grant> all = new LinkedHashMap<>();
        all.put("own", grant(ME, Reach.OWN, departments(1)));
        all.put("department", grant(ME, Reach.DEPARTMENT, departments(1)));
        all.put("ten-departments", grant(ME, Reach.SUBDEPARTMENTS, departments(10)));
        all.put("all-departments", grant(ME, Reach.SUBDEPARTMENTS, departments(100)));
        all.put("department-with-few", grant(RARE, Reach.DEPARTMENT, LongStream.range(RARE.value(), RARE.value() + 10)));
        return all;
    }

    /// The persons of the first departments, the one of [#ME] among them: persons with neighbouring numbers are in different ones.
    private static LongStream departments(int count) {
        return LongStream.rangeClosed(1, PERSONS).filter(person -> (person * 61 + 73) % 100 < count);
    }

    private static Grant grant(PersonId person, Reach reach, LongStream members) {
        Set<PersonId> persons = members.mapToObj(PersonId::new).collect(Collectors.toSet());
        return new Grant(Optional.of(person), reach, Map.of(), persons, persons);
    }
}
