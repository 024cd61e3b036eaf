package org.kontor.core.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.core.documents.BoardReading.Part;
import org.kontor.storage.Sql;
import org.kontor.testkit.MovableClock;

class LargeStagesTest {
    private static final Sql COUNT = Sql.of("count of a stage", "new");
    private static final List<Part> MORE_THAN_COUNTED = List.of(new Part("new", 10_001, List.of()));

    private final MovableClock clock = MovableClock.at("2026-11-24T10:00:00Z");
    private final LargeStages large = new LargeStages(clock);

    @Test
    void keepsWhatIsMoreThanCounted() {
        large.note(COUNT, MORE_THAN_COUNTED);

        assertThat(large.of(COUNT)).contains(MORE_THAN_COUNTED);
    }

    @Test
    void keepsNothingThatIsExact() {
        large.note(COUNT, List.of(new Part("new", 10_000, List.of())));

        assertThat(large.of(COUNT)).isEmpty();
    }

    @Test
    void keepsTheAnswersToOtherFiltersApart() {
        large.note(COUNT, MORE_THAN_COUNTED);

        assertThat(large.of(Sql.of("count of a stage", "won"))).isEmpty();
    }

    @Test
    void countsAnewAfterHalfAMinute() {
        large.note(COUNT, MORE_THAN_COUNTED);

        clock.advance(Duration.ofSeconds(30));

        assertThat(large.of(COUNT)).isEmpty();
    }
}
