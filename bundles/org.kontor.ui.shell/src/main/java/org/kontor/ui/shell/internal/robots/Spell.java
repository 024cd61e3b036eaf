package org.kontor.ui.shell.internal.robots;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// A span as people choose it: a count of minutes, hours or days. No count: the text can't be read.
record Spell(long count, Unit unit) {
    /// As long as the runtime allows.
    private static final Duration LONGEST = Duration.ofDays(3660);

    enum Unit {
        MINUTES(Duration.ofMinutes(1)),
        HOURS(Duration.ofHours(1)),
        DAYS(Duration.ofDays(1));

        private final Duration one;

        Unit(Duration one) {
            this.one = one;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// In the largest unit that fits without a rest; seconds are rounded up to minutes.
    static Spell of(Duration span) {
        for (Unit unit : new Unit[] {Unit.DAYS, Unit.HOURS}) {
            if (span.toSeconds() % unit.one.toSeconds() == 0) {
                return new Spell(span.dividedBy(unit.one), unit);
            }
        }
        return new Spell(Math.ceilDiv(span.toSeconds(), 60), Unit.MINUTES);
    }

    /// The span of `text` units; empty when it is no whole number from 1 or longer than ten years.
    static Optional<Duration> read(String text, Unit unit) {
        String digits = text.strip();
        if (!digits.matches("[0-9]{1,7}")) {
            return Optional.empty();
        }
        return Optional.of(unit.one.multipliedBy(Long.parseLong(digits))).filter(span -> span.isPositive() && span.compareTo(LONGEST) <= 0);
    }
}
