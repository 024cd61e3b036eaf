package org.kontor.itests.benchmarks.documents;

import java.time.Duration;

/// How much is filled in and how long it is measured. `small` and `large` count deals.
public record Sizes(int small, int large, int contacts, int importRows, int pages, Duration writing, int writingRounds) {
    public static final Sizes FULL = new Sizes(10_000, 1_000_000, 300_000, 100_000, 101, Duration.ofSeconds(3), 5);
    public static final Sizes QUICK = new Sizes(10_000, 50_000, 15_000, 5_000, 51, Duration.ofMillis(1_500), 3);

    /// Contacts beside `deals`, in the same proportion.
    int contactsBeside(int deals) {
        return (int) ((long) contacts * deals / large);
    }
}
