package org.kontor.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the address says behind its question mark. Read here and not by the servlet container, which would mix in the body of a form.
final class Parameters {
    private final Map<String, List<String>> byName;

    private Parameters(Map<String, List<String>> byName) {
        this.byName = byName;
    }

    static Parameters of(@Nullable String query) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (String part : query == null ? new String[0] : query.split("&")) {
            int equals = part.indexOf('=');
            String name = decoded(equals < 0 ? part : part.substring(0, equals));
            if (!name.isEmpty()) {
                all.computeIfAbsent(name, _ -> new ArrayList<>()).add(equals < 0 ? "" : decoded(part.substring(equals + 1)));
            }
        }
        return new Parameters(all);
    }

    /// Refuses all but the given ones, so that a misspelt filter does not answer everything.
    void only(String... names) {
        List<String> known = List.of(names);
        for (String name : byName.keySet()) {
            if (!known.contains(name)) {
                throw Problem.of(400, "unknown-parameter", ValueJson.shortened(name), known.isEmpty() ? "-" : String.join(", ", known));
            }
        }
    }

    Optional<String> one(String name) {
        return all(name).stream().filter(value -> !value.isBlank()).findFirst();
    }

    List<String> all(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /// A whole number.
    long number(String name, long otherwise, long least, long most) {
        Optional<String> text = one(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            long value = Long.parseLong(text.get());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw Problem.of(400, "bad-number", name, Long.toString(least), Long.toString(most), ValueJson.shortened(text.get()));
    }

    boolean yes(String name) {
        return switch (one(name).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            case String other -> throw Problem.of(400, "bad-yes-no", name, ValueJson.shortened(other));
        };
    }

    private static String decoded(String text) {
        try {
            String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            if (decoded.indexOf('\0') < 0) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            // refused below
        }
        throw Problem.of(400, "bad-query", ValueJson.shortened(text));
    }
}
