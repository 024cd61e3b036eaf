package org.kontor.itests.benchmarks.documents;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.kontor.api.documents.Change;
import org.kontor.api.documents.Creation;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Money;
import org.kontor.api.documents.Values;
import org.kontor.itests.benchmarks.Figures;

/// Creating and changing documents beside the plain JDBC transaction that writes the same row and journal entry, with one client and with eight.
final class WriteFigures {
    private static final double SHARE = 50;
    private static final int SAMPLES = 500;

    /// A thread's way to write one document again and again.
    interface Client extends AutoCloseable {
        void write() throws Exception;

        @Override
        default void close() throws Exception {}
    }

    /// Makes a client for each thread.
    interface Clients {
        Client open() throws Exception;
    }

    private final Figures figures;
    private final String engine;
    private final Shop shop;
    private final Sizes sizes;
    private final AtomicLong count = new AtomicLong(10_000_000);

    WriteFigures(Figures figures, String engine, Shop shop, Sizes sizes) {
        this.figures = figures;
        this.engine = engine;
        this.shop = shop;
        this.sizes = sizes;
    }

    void measure() throws Exception {
        List<Creation> samples = shop.documents().createAll(Shapes.DEAL, LongStream.range(0, SAMPLES).mapToObj(_ -> deal(count.incrementAndGet())).toList(), Shop.ADMIN);
        PlainWrites plain = new PlainWrites(shop, ((Creation.Created) samples.getFirst()).document(), ((Creation.Created) samples.getLast()).document());
        for (int clients : new int[] {1, 8}) {
            beside("create." + clients + "-clients", clients, () -> this::create, plain::inserting);
            beside("change." + clients + "-clients", clients, () -> this::change, plain::updating);
        }
    }

    private void beside(String name, int clients, Clients ours, Clients plain) throws Exception {
        rate(clients, sizes.writing(), ours);
        rate(clients, sizes.writing(), plain);
        List<Double> own = new ArrayList<>();
        List<Double> other = new ArrayList<>();
        for (int round = 0; round < sizes.writingRounds(); round++) {
            other.add(rate(clients, sizes.writing(), plain));
            own.add(rate(clients, sizes.writing(), ours));
        }
        figures.tell(engine + "." + name + ".plain-jdbc", Figures.median(other), "/s");
        figures.tell(engine + "." + name, Figures.median(own), "/s");
        figures.atLeast(engine + "." + name + ".share-of-plain", 100 * Figures.median(own) / Figures.median(other), "%", SHARE);
    }

    /// Writes a second.
    private static double rate(int clients, Duration span, Clients kind) throws Exception {
        long end = System.nanoTime() + span.toNanos();
        long begin = System.nanoTime();
        long done = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Long>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                all.add(threads.submit(() -> {
                    long writes = 0;
                    try (Client client = kind.open()) {
                        for (; System.nanoTime() < end; writes++) {
                            client.write();
                        }
                    }
                    return writes;
                }));
            }
            for (Future<Long> each : all) {
                done += each.get();
            }
        }
        return done / ((System.nanoTime() - begin) / 1e9);
    }

    private void create() {
        if (!(shop.documents().create(Shapes.DEAL, deal(count.incrementAndGet()), Shop.ADMIN) instanceof Creation.Created)) {
            throw new IllegalStateException("a deal was not created");
        }
    }

    private void change() {
        long n = count.incrementAndGet();
        Draft draft = Draft.of(Values.none().with(Shapes.AMOUNT, euro(n)).with(Shapes.CLOSING, LocalDate.of(2027, 1, 1).plusDays(n % 700)));
        if (!(shop.documents().change(new DocumentRef(Shapes.DEAL, ThreadLocalRandom.current().nextInt(shop.deals()) + 1), draft, Shop.ADMIN) instanceof Change.Changed)) {
            throw new IllegalStateException("a deal was not changed");
        }
    }

    static Values deal(long n) {
        Values.Builder values = new Values.Builder()
                .add(Shapes.TITLE, "Order model" + n % 997 + " " + n)
                .add(Shapes.AMOUNT, euro(n))
                .add(Shapes.CLOSING, LocalDate.of(2026, 1, 1).plusDays(n % 700))
                .add(Shapes.SOURCE, "web")
                .add(Shapes.BUYER, new DocumentRef(Shapes.CONTACT, 1 + n % 1000))
                .add(Shapes.COMMENTS, "wants q" + n % 3001 + " pieces");
        for (int i = 1; i <= 3; i++) {
            values.add(Shapes.text(i), List.of("alfa", "beta", "gamma").get(i - 1) + n * i % 1009);
        }
        for (int i = 1; i <= 12; i++) {
            values.add(Shapes.number(i), BigDecimal.valueOf(n * i % 10_007));
        }
        for (int i = 1; i <= 4; i++) {
            values.add(Shapes.date(i), LocalDate.of(2026, 1, 1).plusDays(n * i % 1000));
        }
        for (int i = 1; i <= 8; i++) {
            values.add(Shapes.flag(i), n % (i + 1) == 0);
        }
        return values.build();
    }

    private static Money euro(long n) {
        return new Money(n * 7919 % 100_000 * 100, Currency.getInstance("EUR"));
    }
}
