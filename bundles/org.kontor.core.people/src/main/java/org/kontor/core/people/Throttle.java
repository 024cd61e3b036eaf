package org.kontor.core.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Slows down guessing: after five failures in a row for a key each further attempt has to wait, from one second up to five minutes.
final class Throttle {
    private static final int FREE = 5;
    private static final Duration LONGEST = Duration.ofMinutes(5);
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

    void failed(String key) {
        if (byKey.size() > MOST_KEYS) {
            byKey.values().removeIf(failures -> failures.next().isBefore(clock.instant()));
        }
        byKey.compute(key, (_, before) -> {
            int count = before == null ? 1 : before.count() + 1;
            return new Failures(count, clock.instant().plus(span(count)));
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
