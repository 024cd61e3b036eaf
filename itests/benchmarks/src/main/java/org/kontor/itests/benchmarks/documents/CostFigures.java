package org.kontor.itests.benchmarks.documents;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.kontor.api.documents.BoardQuery;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Search;
import org.kontor.itests.benchmarks.Figures;

/// How many statements and how much memory requests take, among few and many deals.
final class CostFigures {
    private static final int RUNS = 20;
    private static final double SAME = 1.5;

    private final Figures figures;
    private final String engine;
    private final Shop small;
    private final Shop large;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    CostFigures(Figures figures, String engine, Shop small, Shop large) {
        this.figures = figures;
        this.engine = engine;
        this.small = small;
        this.large = large;
    }

    void measure() throws Exception {
        Map<String, Callable<?>> few = requests(small);
        Map<String, Callable<?>> many = requests(large);
        for (String name : few.keySet()) {
            int before = small.portal().database().statements().during(few.get(name));
            figures.atMost(engine + "." + name + ".statements", large.portal().database().statements().during(many.get(name)), "statements", before);
            double allocated = kilobytes(few.get(name));
            figures.atMost(engine + "." + name + ".memory", kilobytes(many.get(name)), "KB", Math.ceil(allocated * SAME));
        }
    }

    /// Pages that few and that all documents pass; what is asked of a request is that it costs the same.
    private static Map<String, Callable<?>> requests(Shop shop) {
        Query all = Query.newest(Shapes.DEAL).only(Shapes.LISTED);
        Map<String, Callable<?>> requests = new LinkedHashMap<>();
        requests.put("page", () -> shop.documents().find(all.sorted("closing", true), Shop.ADMIN));
        requests.put("page-filtered", () -> shop.documents().find(all.where(Filter.equal(Shapes.SOURCE, "web")).sorted("closing", true), Shop.ADMIN));
        requests.put("board", () -> shop.documents().board(BoardQuery.of(Shapes.DEAL).summing("amount"), Shop.ADMIN));
        requests.put("search", () -> shop.search().find(Search.Wanted.anywhere("model5"), Shop.ADMIN));
        requests.put("count", () -> shop.documents().count(Shapes.DEAL, Filter.any(), 1_000, Shop.ADMIN));
        return requests;
    }

    /// What a call allocates, the embedded database with it; none of it outlives the call.
    private double kilobytes(Callable<?> call) throws Exception {
        for (int i = 0; i < RUNS; i++) {
            call.call();
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < RUNS; i++) {
            call.call();
        }
        return (threads.getCurrentThreadAllocatedBytes() - before) / 1024.0 / RUNS;
    }
}
