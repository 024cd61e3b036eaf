package org.kontor.ui.shell.internal.home;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Person;

/// Good words for the time of day where a person is.
record Greeting(Person person, ZonedDateTime now) {
    private static final int MORNING = 5;
    private static final int DAY = 12;
    private static final int EVENING = 18;

    static Greeting of(Person person) {
        return new Greeting(person, ZonedDateTime.now(person.zone()));
    }

    Label words() {
        int hour = now.getHour();
        String part = hour < MORNING ? "night" : hour < DAY ? "morning" : hour < EVENING ? "day" : "evening";
        return Label.of("home.greeting." + part, person.name().strip().split("\\s+")[0]);
    }

    String day() {
        String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(person.language()).format(now);
        return day.substring(0, 1).toUpperCase(person.language()) + day.substring(1);
    }
}
