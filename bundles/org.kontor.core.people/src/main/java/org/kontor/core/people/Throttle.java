package org.kontor.core.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Slows down guessing: after five failures in a row for a key each further attempt has to wait, from one second up to five minutes.
/// Failures are forgiven an hour later.
final class Throttle {
    private static final int FREE = 5;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration FORGIVEN = Duration.ofHours(1);
    private static final int MOST_KEYS = 10_000;

    private record Failures(int count, Instant next) {}

    private final Map<String, Failures> byKey = new ConcurrentHashMap<>();
    private final Clock clock;

    Throttle(Clock clock) {
        this.clock = clock;
    }

    /// How long an attempt for the key has to wait still.
    Optional<Duration> pause(String key) {
        Failures failures = byKey.get(key);
        return failures == null || !failures.next().isAfter(clock.instant())
                ? Optional.empty()
                : Optional.of(Duration.between(clock.instant(), failures.next()));
    }

    /// As [#pause]; when the attempt may be made it counts as failed until it [#succeeded], so that many at the same time gain nothing.
    synchronized Optional<Duration> begin(String key) {
        Optional<Duration> pause = pause(key);
        if (pause.isEmpty()) {
            failed(key);
        }
        return pause;
    }

    void failed(String key) {
        Instant now = clock.instant();
        if (byKey.size() > MOST_KEYS) {
            byKey.values().removeIf(failures -> failures.next().isBefore(now));
        }
        byKey.compute(key, (_, before) -> {
            int count = before == null || before.next().plus(FORGIVEN).isBefore(now) ? 1 : before.count() + 1;
            return new Failures(count, now.plus(span(count)));
        });
    }

    void succeeded(String key) {
        byKey.remove(key);
    }

    private static Duration span(int count) {
        if (count < FREE) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(count - FREE, 20));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }
}
