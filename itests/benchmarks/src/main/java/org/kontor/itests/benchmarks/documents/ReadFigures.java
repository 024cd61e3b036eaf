package org.kontor.itests.benchmarks.documents;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.kontor.api.documents.BoardQuery;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Search;
import org.kontor.api.documents.Slice;
import org.kontor.itests.benchmarks.Figures;

/// Pages, boards, counts and searches among few and many deals; first pages beside the hand-written SQL for the same page.
final class ReadFigures {
    private static final double TO_PLAIN = 2;
    private static final double TO_SMALL = 1.5;
    /// What no index can serve, and what bounds it.
    private static final Map<String, String> UNSERVED = Map.of(
            "page.unindexed-filter", "a filter by fields without an index reads documents in the order of the page until it is full: the rarer, the longer, at most all of them",
            "board", "counts and sums of a board read each stage's stretch of the index, at most 10,000 documents of each, and larger stages anew only each half minute: a small portal has fewer",
            "board.filtered", "counts and sums of a filtered board read what passes, at most 10,000 documents of each stage, and at most all of it when few pass",
            "count.to-10000", "a count reads up to 10,000 documents, then says 10,000+: a small portal has fewer",
            "search.beginning-of-all", "a beginning that very many documents have: 10,000 of its words are looked at, a small portal has fewer");

    private final Figures figures;
    private final String engine;
    private final Shop small;
    private final Shop large;
    private final int runs;

    ReadFigures(Figures figures, String engine, Shop small, Shop large, int runs) {
        this.figures = figures;
        this.engine = engine;
        this.small = small;
        this.large = large;
        this.runs = runs;
    }

    /// First pages last: by then what is below both sides has been compiled.
    void measure() throws Exception {
        requests();
        firstPages();
    }

    private void requests() throws Exception {
        Map<String, Callable<?>> few = requests(small);
        Map<String, Callable<?>> many = requests(large);
        for (String name : few.keySet()) {
            List<Timing> timed = Timing.inTurn(runs, List.of(few.get(name), many.get(name)));
            figures.tell(engine + "." + name + "." + small.deals() + ".median", timed.getFirst().median(), "ms");
            figures.tell(engine + "." + name + "." + large.deals() + ".median", timed.getLast().median(), "ms");
            figures.tell(engine + "." + name + "." + large.deals() + ".p95", timed.getLast().p95(), "ms");
            double ratio = timed.getLast().median() / timed.getFirst().median();
            if (UNSERVED.containsKey(name)) {
                figures.tell(engine + "." + name + ".large-to-small", ratio, "x");
                figures.note("no index serves this: " + UNSERVED.get(name));
            } else {
                figures.atMost(engine + "." + name + ".large-to-small", ratio, "x", TO_SMALL);
            }
        }
    }

    private void firstPages() throws Exception {
        Query newest = Query.newest(Shapes.DEAL);
        Query filtered = newest.where(Filter.equal(Shapes.SOURCE, "web")).where(new Filter.Compare("closing", Filter.Operator.AT_LEAST, LocalDate.of(2026, 6, 1))).sorted("closing", true);
        try (PlainPages plain = new PlainPages(large)) {
            beside("first-page.newest", newest.only(Shapes.LISTED), () -> plain.newest(false));
            beside("first-page.newest-all-fields", newest, () -> plain.newest(true));
            beside("first-page.filtered-sorted", filtered.only(Shapes.LISTED), () -> plain.filtered(false));
            beside("first-page.filtered-sorted-all-fields", filtered, () -> plain.filtered(true));
        }
    }

    private void beside(String name, Query query, Callable<?> plain) throws Exception {
        List<Timing> timed = Timing.inTurn(runs, List.of(() -> large.documents().find(query, Shop.ADMIN), plain));
        figures.tell(engine + "." + name + ".median", timed.getFirst().median(), "ms");
        figures.tell(engine + "." + name + ".p95", timed.getFirst().p95(), "ms");
        figures.tell(engine + "." + name + ".plain-sql.median", timed.getLast().median(), "ms");
        figures.atMost(engine + "." + name + ".to-plain-sql", timed.getFirst().median() / timed.getLast().median(), "x", TO_PLAIN);
    }

    private static Map<String, Callable<?>> requests(Shop shop) {
        Query listed = Query.newest(Shapes.DEAL).only(Shapes.LISTED);
        Query byClosing = listed.sorted("closing", true);
        Query byCustom = listed.sorted("number1", false);
        String deep = middle(shop, byClosing);
        Map<String, Callable<?>> all = new LinkedHashMap<>();
        all.put("page.newest", () -> shop.documents().find(listed, Shop.ADMIN));
        all.put("page.by-closing", () -> shop.documents().find(byClosing, Shop.ADMIN));
        all.put("page.by-custom-number", () -> shop.documents().find(byCustom, Shop.ADMIN));
        all.put("page.in-the-middle", () -> shop.documents().find(byClosing.from(deep), Shop.ADMIN));
        all.put("page.of-a-stage", () -> shop.documents().find(listed.where(Filter.stage("s3")), Shop.ADMIN));
        all.put("page.unindexed-filter", () -> shop.documents().find(listed.where(Filter.equal(Shapes.number(7), java.math.BigDecimal.valueOf(5005))), Shop.ADMIN));
        all.put("count.to-10000", () -> shop.documents().count(Shapes.DEAL, Filter.any(), 10_000, Shop.ADMIN));
        all.put("board", () -> shop.documents().board(BoardQuery.of(Shapes.DEAL).summing("amount").only(Set.of("title", "amount")), Shop.ADMIN));
        all.put("board.filtered", () -> shop.documents().board(BoardQuery.of(Shapes.DEAL).summing("amount").only(Set.of("title", "amount")).where(Filter.equal(Shapes.SOURCE, "web")), Shop.ADMIN));
        all.put("search.one-document", () -> shop.search().find(Search.Wanted.anywhere("model" + 4321 % 997 + " 4321"), Shop.ADMIN));
        all.put("search.phone", () -> shop.search().find(Search.Wanted.anywhere("06 1000123"), Shop.ADMIN));
        all.put("search.mail", () -> shop.search().find(Search.Wanted.anywhere("m123@example.org"), Shop.ADMIN));
        all.put("search.beginning-of-all", () -> shop.search().find(Search.Wanted.anywhere("ord"), Shop.ADMIN));
        return all;
    }

    /// A cursor half way through a list.
    private static String middle(Shop shop, Query query) {
        Query large = query.only(List.of()).limited(Query.MOST);
        Optional<String> next = Optional.empty();
        for (int seen = 0; seen < shop.deals() / 2; seen += Query.MOST) {
            Slice slice = shop.documents().find(next.map(large::from).orElse(large), Shop.ADMIN);
            next = slice.next();
        }
        return next.orElseThrow();
    }
}
