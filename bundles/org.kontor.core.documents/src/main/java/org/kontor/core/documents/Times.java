package org.kontor.core.documents;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Days and moments as people write them: ISO first, then day.month.year, day/month/year, then the language's own form.
final class Times {
    private static final List<DateTimeFormatter> DATES = Stream.of("d.M.uuuu", "d/M/uuuu", "d-M-uuuu")
            .map(pattern -> DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT))
            .toList();
    private static final List<DateTimeFormatter> MOMENTS = Stream.of("uuuu-MM-dd H:mm[:ss]", "d.M.uuuu[,] H:mm[:ss]", "d/M/uuuu[,] H:mm[:ss]")
            .map(pattern -> DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT))
            .toList();

    private Times() {}

    static Optional<LocalDate> date(String text, Locale language) {
        return Stream.concat(Stream.of(DateTimeFormatter.ISO_LOCAL_DATE), Stream.concat(DATES.stream(), Stream.of(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language))))
                .flatMap(form -> attempt(() -> LocalDate.parse(text, form)).stream())
                .filter(date -> date.getYear() >= 1 && date.getYear() <= 9999)
                .findFirst();
    }

    static Optional<Instant> moment(String text, Locale language, ZoneId zone) {
        return attempt(() -> OffsetDateTime.parse(text).toInstant())
                .or(() -> attempt(() -> Instant.parse(text)))
                .or(() -> Stream.concat(Stream.of(DateTimeFormatter.ISO_LOCAL_DATE_TIME), MOMENTS.stream())
                        .flatMap(form -> attempt(() -> LocalDateTime.parse(text, form).atZone(zone).toInstant()).stream())
                        .findFirst())
                .or(() -> date(text, language).map(date -> date.atStartOfDay(zone).toInstant()))
                .filter(moment -> moment.isAfter(Instant.parse("0001-01-01T00:00:00Z")) && moment.isBefore(Instant.parse("9999-12-31T00:00:00Z")));
    }

    private interface Attempt<T> {
        T make();
    }

    private static <T> Optional<T> attempt(Attempt<T> attempt) {
        try {
            return Optional.of(attempt.make());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
