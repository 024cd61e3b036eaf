package org.kontor.itests.benchmarks.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.kontor.itests.benchmarks.Figures;

/// How long calls took, in milliseconds.
record Timing(List<Double> millis) {
    private static final long WARM_NANOS = 1_500_000_000L;
    private static final int LEAST_WARM = 5;
    private static final int MOST_WARM = 2_000;

    double median() {
        return Figures.median(millis);
    }

    double p95() {
        return Figures.quantile(millis, 0.95);
    }

    /// Calls all in turn, so that whatever else the machine does meets them alike; first until the compiler has had its time.
    static List<Timing> inTurn(int runs, List<Callable<?>> calls) throws Exception {
        List<List<Double>> all = calls.stream().<List<Double>>map(_ -> new ArrayList<>()).toList();
        long warm = System.nanoTime() + WARM_NANOS;
        for (int run = 0; run < LEAST_WARM || run < MOST_WARM && System.nanoTime() < warm; run++) {
            for (Callable<?> call : calls) {
                call.call();
            }
        }
        for (int run = 0; run < runs; run++) {
            for (int i = 0; i < calls.size(); i++) {
                long begin = System.nanoTime();
                calls.get(i).call();
                all.get(i).add((System.nanoTime() - begin) / 1e6);
            }
        }
        return all.stream().map(Timing::new).toList();
    }
}
