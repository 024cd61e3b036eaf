package org.kontor.core.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpansTest {
    @Test
    void areReadAsPeopleWriteThem() {
        assertThat(Spans.read("90s")).contains(Duration.ofSeconds(90));
        assertThat(Spans.read(" 15 m ")).contains(Duration.ofMinutes(15));
        assertThat(Spans.read("2h")).contains(Duration.ofHours(2));
        assertThat(Spans.read("3d")).contains(Duration.ofDays(3));
        assertThat(Spans.read("PT15M")).contains(Duration.ofMinutes(15));
    }

    @Test
    void areRefusedWhenTheyAreNone() {
        assertThat(Spans.read("soon")).isEmpty();
        assertThat(Spans.read("15")).isEmpty();
        assertThat(Spans.read("1234567m")).isEmpty();
    }
}
