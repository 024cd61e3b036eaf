package org.kontor.core.workflow;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Spans as people write them: `90s`, `15m`, `2h`, `3d`, or ISO 8601 as `PT15M`.
final class Spans {
    private static final Pattern SHORT = Pattern.compile("([0-9]{1,6})\\s*([smhd])");

    private Spans() {}

    static Optional<Duration> read(String text) {
        Matcher matcher = SHORT.matcher(text.strip());
        if (matcher.matches()) {
            long count = Long.parseLong(matcher.group(1));
            return Optional.of(switch (matcher.group(2)) {
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                default -> Duration.ofDays(count);
            });
        }
        try {
            return Optional.of(Duration.parse(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
