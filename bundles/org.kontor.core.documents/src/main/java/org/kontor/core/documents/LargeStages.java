package org.kontor.core.documents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.kontor.storage.Sql;

/// What was counted of stages that hold more documents than are counted: for half a minute it is not counted anew.
///
/// Such a stage shows "10,000+" and the sums of the 10,000 that entered it last; reading these again for each look at the board costs what the rest of the board costs many times over (measured on H2:
/// 490 ms of 500), and shows nothing new. Kept by the statement that counts, so by filter and rights too. Stages with fewer documents are counted each time, exactly.
final class LargeStages {
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int MOST = 500;

    private record Counted(List<BoardReading.Part> parts, Instant until) {}

    private final Map<Sql, Counted> counted = new ConcurrentHashMap<>();
    private final Clock clock;

    LargeStages(Clock clock) {
        this.clock = clock;
    }

    Optional<List<BoardReading.Part>> of(Sql count) {
        return Optional.ofNullable(counted.get(count)).filter(each -> clock.instant().isBefore(each.until())).map(Counted::parts);
    }

    /// Keeps what was counted when it is more than the bound.
    void note(Sql count, List<BoardReading.Part> parts) {
        if (parts.stream().mapToLong(BoardReading.Part::count).sum() <= BoardReading.BOUND) {
            return;
        }
        if (counted.size() >= MOST) {
            counted.clear();
        }
        counted.put(count, new Counted(List.copyOf(parts), clock.instant().plus(KEPT)));
    }
}
