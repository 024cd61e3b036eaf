package org.kontor.api.labels;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A text that a person reads, not yet in a language.
///
/// Code hands labels around; [Labels] turns them into text where somebody's language is known.
public sealed interface Label {

    /// A text kept in the label files under `key`, with `arguments` for its places `{0}`, `{1}` ...
    record Keyed(String key, List<Label> arguments) implements Label {
        public Keyed {
            if (key.isBlank()) {
                throw new IllegalArgumentException("a label key must not be blank: use Label.verbatim for given text");
            }
            arguments = List.copyOf(arguments);
        }
    }

    /// Text that is the same in every language: a name somebody typed, a number, a quoted value.
    record Verbatim(String text) implements Label {}

    /// A text that a person gave in one or more languages, by language tag (`en`, `ru`): the name of a custom field. Shown in the reader's language, else in English, else in the first there is.
    record Given(Map<String, String> byLanguage) implements Label {
        public Given {
            if (byLanguage.isEmpty() || byLanguage.values().stream().anyMatch(String::isBlank)) {
                throw new IllegalArgumentException("a given name needs at least one language, and no blank text, not " + byLanguage);
            }
            byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
        }

        /// The text for a language.
        public String in(Locale language) {
            String own = byLanguage.get(language.getLanguage());
            return own != null ? own : byLanguage.getOrDefault("en", byLanguage.values().iterator().next());
        }
    }

    /// The text under `key`. Arguments that are labels are translated too, all others are shown as they are.
    static Label of(String key, Object... arguments) {
        return new Keyed(key, Arrays.stream(arguments).map(Label::argument).toList());
    }

    /// Given text, shown as it is.
    static Label verbatim(String text) {
        return new Verbatim(text);
    }

    private static Label argument(Object argument) {
        return argument instanceof Label label ? label : new Verbatim(String.valueOf(argument));
    }
}
