package org.kontor.itests.benchmarks.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Query;
import org.kontor.itests.benchmarks.Figures;

/// Custom fields added to all the deals while others read pages of them.
final class ShapeFigures {
    private static final int FIELDS = 5;
    private static final double ADDING = 1_000;
    private static final double READING = 250;

    private final Figures figures;
    private final String engine;
    private final Shop shop;

    ShapeFigures(Figures figures, String engine, Shop shop) {
        this.figures = figures;
        this.engine = engine;
        this.shop = shop;
    }

    void measure() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        List<Double> added = new ArrayList<>();
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Double> longest = threads.submit(() -> longestRead(over));
            for (int i = 1; i <= FIELDS; i++) {
                long begin = System.nanoTime();
                if (shop.portal().fields().add(Shapes.DEAL, Shapes.named(Field.text("late" + i)), Shop.ADMIN) instanceof Amendment.Refused<Field<?>> refused) {
                    throw new IllegalStateException("a field was refused: " + refused);
                }
                added.add((System.nanoTime() - begin) / 1e6);
            }
            over.set(true);
            figures.tell(engine + ".add-field.median", Figures.median(added), "ms");
            figures.atMost(engine + ".add-field.longest", Figures.quantile(added, 1), "ms", ADDING);
            figures.atMost(engine + ".add-field.longest-read-meanwhile", longest.get(), "ms", READING);
        }
    }

    private double longestRead(AtomicBoolean over) {
        double longest = 0;
        while (!over.get()) {
            long begin = System.nanoTime();
            if (shop.documents().find(Query.newest(Shapes.DEAL), Shop.ADMIN).documents().isEmpty()) {
                throw new IllegalStateException("a reader found no deals");
            }
            longest = Math.max(longest, (System.nanoTime() - begin) / 1e6);
        }
        return longest;
    }
}
