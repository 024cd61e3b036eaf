package org.kontor.intake.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Counts what is sent from each address, so that one can't flood the portal. Of IPv6 the first half counts: that is what one household or
/// server gets.
final class Visits {
    private static final int MOST_ADDRESSES = 20_000;

    private record Window(Instant until, int count) {}

    private final Map<String, Window> byAddress = new ConcurrentHashMap<>();
    private final int allowed;
    private final Duration span;
    private final Clock clock;

    Visits(int allowed, Duration span, Clock clock) {
        this.allowed = allowed;
        this.span = span;
        this.clock = clock;
    }

    /// Counts one more; how long to wait when it is one too many.
    Optional<Duration> another(String address) {
        Instant now = clock.instant();
        if (byAddress.size() > MOST_ADDRESSES) {
            byAddress.values().removeIf(window -> !window.until().isAfter(now));
        }
        String key = network(address);
        if (byAddress.size() > MOST_ADDRESSES && !byAddress.containsKey(key)) {
            return Optional.of(span);
        }
        Window window = byAddress.compute(key, (_, before) ->
                before == null || !before.until().isAfter(now) ? new Window(now.plus(span), 1) : new Window(before.until(), Math.min(before.count(), allowed) + 1));
        return window.count() > allowed ? Optional.of(Duration.between(now, window.until())) : Optional.empty();
    }

    private static String network(String address) {
        String bare = address.replace("[", "").replace("]", "");
        if (!bare.contains(":")) {
            return bare;
        }
        String[] groups = bare.split(":", 5);
        return groups.length < 5 ? bare : String.join(":", groups[0], groups[1], groups[2], groups[3]);
    }
}
