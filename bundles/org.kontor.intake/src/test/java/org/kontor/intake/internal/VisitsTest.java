package org.kontor.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kontor.testkit.MovableClock;

class VisitsTest {
    private final Visits visits = new Visits(1, Duration.ofMinutes(10), MovableClock.at("2026-11-24T09:00:00Z"));

    @Test
    void countsTheAddressesOfOneNetworkTogether() {
        visits.another("2001:db8:1:2:aaaa::1");

        assertThat(visits.another("2001:db8:1:2:bbbb::2")).isPresent();
    }

    @Test
    void countsOtherNetworksByThemselves() {
        visits.another("192.0.2.1");

        assertThat(visits.another("192.0.2.2")).isEmpty();
    }

    @Test
    void keepsItsMemorySmall() {
        for (int i = 0; i < 30_000; i++) {
            visits.another("10." + (i >> 16) + "." + ((i >> 8) & 255) + "." + (i & 255));
        }

        assertThat(visits.another("203.0.113.1")).hasValue(Duration.ofMinutes(10));
    }
}
