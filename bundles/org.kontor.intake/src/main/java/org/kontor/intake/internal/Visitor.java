package org.kontor.intake.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.api.documents.Notation;

/// Who looks at a public page, as far as it shows: the language asked for in the address, or else by the browser, and the country of telephone
/// numbers.
record Visitor(Locale language, String country) {
    private static final Map<String, String> COUNTRIES = Map.of("it", "IT", "ru", "RU");

    static Visitor of(HttpServletRequest request, List<Locale> offered) {
        List<Locale.LanguageRange> wanted = ranges(request.getHeader("Accept-Language"));
        Locale language = chosen(request.getQueryString()).flatMap(tag -> offered.stream().filter(each -> each.getLanguage().equals(tag)).findFirst())
                .or(() -> Optional.ofNullable(Locale.lookup(wanted, offered)))
                .orElse(offered.getFirst());
        String country = wanted.stream().map(range -> Locale.forLanguageTag(range.getRange()).getCountry()).filter(each -> each.matches("[A-Z]{2}")).findFirst()
                .orElse(COUNTRIES.getOrDefault(language.getLanguage(), ""));
        return new Visitor(language, country);
    }

    private static Optional<String> chosen(@Nullable String query) {
        return Optional.ofNullable(query).stream().flatMap(text -> Arrays.stream(text.split("&"))).filter(part -> part.startsWith("lang=")).map(part -> part.substring(5)).findFirst();
    }

    private static List<Locale.LanguageRange> ranges(@Nullable String header) {
        try {
            return header == null || header.isBlank() || header.length() > 500 ? List.of() : Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    Notation.Habits habits() {
        return new Notation.Habits(language, ZoneOffset.UTC, country);
    }
}
