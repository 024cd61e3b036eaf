package org.kontor.itests.benchmarks.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.kontor.itests.benchmarks.Figures;

/// How long calls took, in milliseconds.
record Timing(List<Double> millis) {
    private static final int WARM = 12;

    double median() {
        return Figures.median(millis);
    }

    double p95() {
        return Figures.quantile(millis, 0.95);
    }

    /// Calls all in turn, so that whatever else the machine does meets them alike.
    static List<Timing> inTurn(int runs, List<Callable<?>> calls) throws Exception {
        List<List<Double>> all = calls.stream().<List<Double>>map(_ -> new ArrayList<>()).toList();
        for (int run = -WARM; run < runs; run++) {
            for (int i = 0; i < calls.size(); i++) {
                long begin = System.nanoTime();
                calls.get(i).call();
                if (run >= 0) {
                    all.get(i).add((System.nanoTime() - begin) / 1e6);
                }
            }
        }
        return all.stream().map(Timing::new).toList();
    }
}
