package org.kontor.core.documents;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Notation.Habits;
import org.kontor.api.documents.Notation.Reading;
import org.kontor.api.documents.PostalAddress;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;
import org.kontor.api.people.People;
import org.kontor.api.people.Person;
import org.kontor.api.people.PersonId;

/// Texts read as values, kind by kind.
final class TextReading {
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>,;:\"()\\[\\]]{1,64}@[^\\s@<>,;:\"()\\[\\]]{1,185}\\.[^\\s@.<>,;:\"()\\[\\]]{2,63}");
    private static final List<String> YES = List.of("true", "yes", "1", "y", "да", "sì", "si", "x", "+");
    private static final List<String> NO = List.of("false", "no", "0", "n", "нет", "-");

    private final Labels labels;
    private final People people;

    TextReading(Labels labels, People people) {
        this.labels = labels;
        this.people = people;
    }

    static boolean mail(String text) {
        return text.length() <= 254 && MAIL.matcher(text).matches() && !text.contains("..");
    }

    static String quoted(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    Reading read(Field<?> field, String given, Habits habits) {
        String text = given.strip();
        if (text.isEmpty()) {
            return new Reading.Nothing();
        }
        return switch (field.kind()) {
            case Kind.Text _ -> new Reading.Value(text);
            case Kind.Number _ -> found(Numbers.read(text, habits.language()), "documents.not-a-number", text);
            case Kind.Sum sum -> found(Numbers.money(text, sum.currency(), habits.language()), "documents.not-money", text);
            case Kind.YesNo _ -> found(yesNo(text), "documents.not-yes-no", text);
            case Kind.Date _ -> found(Times.date(text, habits.language()), "documents.not-a-date", text);
            case Kind.Moment _ -> found(Times.moment(text, habits.language(), habits.zone()).map((Instant moment) -> moment), "documents.not-a-moment", text);
            case Kind.Choice choice -> choice(choice, text);
            case Kind.User _ -> found(person(text), "documents.unknown-person", text);
            case Kind.PhoneNumber _ -> found(Phones.read(text, habits.country()), "documents.not-a-phone", text);
            case Kind.Email _ -> found(Optional.of(text).filter(TextReading::mail), "documents.not-a-mail", text);
            case Kind.WebLink _ -> found(link(text), "documents.not-a-link", text);
            case Kind.Link _, Kind.Booking _ -> found(ref(text), "documents.not-a-document", text);
            case Kind.Attachment _ -> new Reading.Refused(Label.of("documents.not-a-file", quoted(text)));
            case Kind.Address _ -> address(text);
            case Kind.Many<?> many -> many(field, many, text, habits);
        };
    }

    private static Reading found(Optional<?> value, String otherwise, String text) {
        return value.<Reading>map(Reading.Value::new).orElseGet(() -> new Reading.Refused(Label.of(otherwise, quoted(text))));
    }

    private static Optional<Boolean> yesNo(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return YES.contains(lower) ? Optional.of(true) : NO.contains(lower) ? Optional.of(false) : Optional.empty();
    }

    private Reading choice(Kind.Choice choice, String text) {
        return choice.options().stream()
                .filter(option -> option.id().equalsIgnoreCase(text)
                        || labels.languages().stream().anyMatch(language -> labels.text(option.name(), language).equalsIgnoreCase(text)))
                .findFirst()
                .<Reading>map(option -> new Reading.Value(option.id()))
                .orElseGet(() -> new Reading.Refused(Label.of("documents.unknown-option", quoted(text), String.join(", ", choice.options().stream().map(Kind.Choice.Option::id).toList()))));
    }

    private Optional<PersonId> person(String text) {
        if (text.matches("[0-9]{1,18}")) {
            return Optional.of(new PersonId(Math.max(1, Long.parseLong(text)))).flatMap(people::find).map(Person::id);
        }
        return people.byLogin(text)
                .or(() -> people.all().stream().filter(person -> person.email().equalsIgnoreCase(text) || person.name().equalsIgnoreCase(text)).findFirst())
                .map(Person::id);
    }

    private static Optional<URI> link(String text) {
        try {
            URI uri = new URI(text.matches("(?i)https?://.*") ? text : "https://" + text);
            return Optional.of(uri).filter(some -> some.getHost() != null && (some.getHost().contains(".") || some.getHost().equals("localhost")));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /// Street, city, region, postcode, country: by commas or semicolons; where fewer parts are given the first ones are meant.
    private static Reading address(String text) {
        String[] parts = Arrays.copyOf(text.split("\\s*[;,\n]\\s*", 6), 5);
        try {
            return new Reading.Value(new PostalAddress(part(parts, 0), part(parts, 1), part(parts, 2), part(parts, 3), part(parts, 4)));
        } catch (IllegalArgumentException e) {
            return new Reading.Refused(Label.of("documents.not-an-address", quoted(text)));
        }
    }

    private static String part(@Nullable String[] parts, int place) {
        String part = parts[place];
        return part == null ? "" : part;
    }

    /// Each line, or each part between semicolons, is a value.
    private Reading many(Field<?> field, Kind.Many<?> many, String text, Habits habits) {
        List<Object> values = new ArrayList<>();
        for (String part : text.split(many.of() instanceof Kind.Address ? "\n" : "[;\n]")) {
            switch (read(field.withKind(many.of()), part, habits)) {
                case Reading.Value(Object value) when !values.contains(value) -> values.add(value);
                case Reading.Value _, Reading.Nothing _ -> {}
                case Reading.Refused refused -> {
                    return refused;
                }
            }
        }
        return values.isEmpty() ? new Reading.Nothing() : new Reading.Value(List.copyOf(values));
    }

    private static Optional<DocumentRef> ref(String text) {
        try {
            return Optional.of(DocumentRef.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
