package org.kontor.api.documents;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A span of whole days, weeks, months, quarters or years beside today: from the one `first` units away to the one `last` units away, both included. The running one
/// is 0, the one before -1. Weeks begin on Monday (ISO 8601).
public record Period(Unit unit, int first, int last) {
    private static final int FARTHEST = 10_000;
    private static final Map<Integer, String> NAMES = Map.of(-1, "last", 0, "this", 1, "next");
    private static final Map<String, Integer> DAYS = Map.of("yesterday", -1, "today", 0, "tomorrow", 1);
    private static final Pattern ONE = Pattern.compile("(?<way>last|this|next)-(?<unit>week|month|quarter|year)");
    private static final Pattern SOME_DAYS = Pattern.compile("(?<way>last|next)-(?<count>[0-9]{1,5})-days");
    private static final Pattern ANY = Pattern.compile("(?<unit>day|week|month|quarter|year)s\\((?<first>-?[0-9]{1,5})\\.\\.(?<last>-?[0-9]{1,5})\\)");

    /// What a period is counted in.
    public enum Unit {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR;

        /// The first day of the unit that `day` lies in.
        public LocalDate start(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case QUARTER -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        private LocalDate plus(LocalDate day, int count) {
            return switch (this) {
                case DAY -> day.plusDays(count);
                case WEEK -> day.plusWeeks(count);
                case MONTH -> day.plusMonths(count);
                case QUARTER -> day.plusMonths(3L * count);
                case YEAR -> day.plus(count, ChronoUnit.YEARS);
            };
        }
    }

    /// The days a period is made of, today known: from `start` to before `end`.
    public record Days(LocalDate start, LocalDate end) {}

    public Period {
        if (first > last || first < -FARTHEST || last > FARTHEST) {
            throw new IllegalArgumentException("a period goes from -" + FARTHEST + " to " + FARTHEST + ", the first before the last, not from " + first + " to " + last);
        }
    }

    public static Period today() {
        return new Period(Unit.DAY, 0, 0);
    }

    /// The running week, month ...
    public static Period current(Unit unit) {
        return new Period(unit, 0, 0);
    }

    public static Period last(Unit unit) {
        return new Period(unit, -1, -1);
    }

    public static Period next(Unit unit) {
        return new Period(unit, 1, 1);
    }

    /// So many days, today being the last of them.
    public static Period lastDays(int count) {
        return new Period(Unit.DAY, 1 - count, 0);
    }

    /// So many days, today being the first of them.
    public static Period nextDays(int count) {
        return new Period(Unit.DAY, 0, count - 1);
    }

    /// The periods that are offered to choose from.
    public static List<Period> usual() {
        return List.of("today", "yesterday", "tomorrow", "this-week", "last-week", "next-week", "this-month", "last-month", "next-month", "this-quarter", "last-quarter",
                        "next-quarter", "this-year", "last-year", "next-year", "last-7-days", "last-30-days", "next-7-days", "next-30-days")
                .stream().map(Period::parse).toList();
    }

    /// The days meant when today is `today`.
    public Days days(LocalDate today) {
        LocalDate running = unit.start(today);
        return new Days(unit.plus(running, first), unit.plus(running, last + 1));
    }

    /// The period as a word: `today`, `last-week`, `next-30-days`, else `months(-3..-1)`.
    public String text() {
        if (unit == Unit.DAY && first == last && Math.abs(first) < 2) {
            return DAYS.entrySet().stream().filter(each -> each.getValue() == first).findFirst().orElseThrow().getKey();
        }
        if (unit == Unit.DAY && last == 0) {
            return "last-" + (1 - first) + "-days";
        }
        if (unit == Unit.DAY && first == 0) {
            return "next-" + (last + 1) + "-days";
        }
        String name = unit.name().toLowerCase(java.util.Locale.ROOT);
        return unit != Unit.DAY && first == last && Math.abs(first) < 2 ? NAMES.get(first) + "-" + name : name + "s(" + first + ".." + last + ")";
    }

    /// Reads what [#text] wrote.
    ///
    /// @throws IllegalArgumentException for another text; the message names some that are
    public static Period parse(String text) {
        if (DAYS.containsKey(text)) {
            return new Period(Unit.DAY, DAYS.get(text), DAYS.get(text));
        }
        Matcher one = ONE.matcher(text);
        if (one.matches()) {
            int which = NAMES.entrySet().stream().filter(each -> each.getValue().equals(one.group("way"))).findFirst().orElseThrow().getKey();
            return new Period(unit(one), which, which);
        }
        Matcher days = SOME_DAYS.matcher(text);
        if (days.matches()) {
            int count = Integer.parseInt(days.group("count"));
            return days.group("way").equals("last") ? lastDays(count) : nextDays(count);
        }
        Matcher any = ANY.matcher(text);
        if (any.matches()) {
            return new Period(unit(any), Integer.parseInt(any.group("first")), Integer.parseInt(any.group("last")));
        }
        throw new IllegalArgumentException("'" + text + "' is not a period: there are today, this-week, last-month, next-quarter, last-7-days, months(-3..-1) and the like");
    }

    private static Unit unit(Matcher matcher) {
        return Unit.valueOf(matcher.group("unit").toUpperCase(java.util.Locale.ROOT));
    }
}
