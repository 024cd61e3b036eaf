package org.kontor.core.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.kontor.api.documents.Period;

class PeriodTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static String days(String period) {
        Period.Days days = Period.parse(period).days(TODAY);
        return days.start() + " " + days.end();
    }

    @Test
    void countsFromTheRunningOne() {
        assertThat(days("today")).isEqualTo("2026-11-24 2026-11-25");
        assertThat(days("yesterday")).isEqualTo("2026-11-23 2026-11-24");
        assertThat(days("this-week")).isEqualTo("2026-11-23 2026-11-30");
        assertThat(days("last-month")).isEqualTo("2026-10-01 2026-11-01");
        assertThat(days("this-quarter")).isEqualTo("2026-10-01 2027-01-01");
        assertThat(days("next-quarter")).isEqualTo("2027-01-01 2027-04-01");
        assertThat(days("last-year")).isEqualTo("2025-01-01 2026-01-01");
        assertThat(days("last-7-days")).isEqualTo("2026-11-18 2026-11-25");
        assertThat(days("next-30-days")).isEqualTo("2026-11-24 2026-12-24");
        assertThat(days("months(-3..-1)")).isEqualTo("2026-08-01 2026-11-01");
    }

    @Test
    void readsWhatItWrites() {
        assertThat(Period.usual()).allSatisfy(period -> assertThat(Period.parse(period.text())).isEqualTo(period));
        assertThat(Period.usual()).extracting(Period::text).contains("today", "tomorrow", "this-week", "next-year", "last-7-days", "next-30-days");
    }

    @Test
    void refusesWhatIsNoPeriod() {
        assertThatThrownBy(() -> Period.parse("some-day")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("there are today");
        assertThatThrownBy(() -> new Period(Period.Unit.DAY, 2, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
