package org.kontor.itests.benchmarks.documents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.kontor.api.access.Grant;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Query;
import org.kontor.api.people.PersonId;
import org.kontor.itests.benchmarks.Figures;

/// Restricted lists beside unrestricted ones: 1,000 persons in 100 departments of ten, whose numbers lie among each other, and a department that owns next to nothing.
final class RightsFigures {
    private static final double BOUND = 1.5;
    private static final int PERSONS = 1_000;
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
        Query listed = Query.newest(Shapes.DEAL).only(Shapes.LISTED);
        for (Map.Entry<String, Query> page : Map.of("newest", listed, "by-closing", listed.sorted("closing", true)).entrySet()) {
            for (Map.Entry<String, Grant> level : levels().entrySet()) {
                Documents restricted = shop.seenWith(new GivenGrant(level.getValue()));
                Callable<?> ours = () -> restricted.find(page.getValue(), Shop.ADMIN);
                List<Timing> timed = Timing.inTurn(runs, List.of(ours, () -> shop.documents().find(page.getValue(), Shop.ADMIN)));
                String name = engine + ".restricted." + page.getKey() + "." + level.getKey();
                figures.tell(name + ".median", timed.getFirst().median(), "ms");
                figures.tell(name + ".p95", timed.getFirst().p95(), "ms");
                figures.atMost(name + ".to-unrestricted", timed.getFirst().median() / timed.getLast().median(), "x", BOUND);
            }
        }
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
