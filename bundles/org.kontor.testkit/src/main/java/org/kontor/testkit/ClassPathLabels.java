package org.kontor.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;

/// The texts of the label files `i18n/<bundle>.properties` on the class path, for the bundles named; a key that is nowhere is shown as itself.
public final class ClassPathLabels implements Labels {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("ru"), Locale.ITALIAN);

    private final Map<Locale, Properties> texts = new HashMap<>();

    public ClassPathLabels(String... bundles) {
        for (Locale language : LANGUAGES) {
            Properties all = new Properties();
            for (String bundle : bundles) {
                read(all, "/i18n/" + bundle + (language.equals(Locale.ENGLISH) ? "" : "_" + language) + ".properties");
            }
            texts.put(language, all);
        }
    }

    private static void read(Properties all, String path) {
        try (InputStream file = ClassPathLabels.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalArgumentException("there are no labels at " + path);
            }
            all.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Locale> languages() {
        return LANGUAGES;
    }

    @Override
    public String text(Label label, Locale language) {
        return switch (label) {
            case Label.Verbatim(String text) -> text;
            case Label.Given given -> given.in(language);
            case Label.Keyed(String key, List<Label> arguments) -> {
                Locale known = LANGUAGES.contains(Locale.of(language.getLanguage())) ? Locale.of(language.getLanguage()) : Locale.ENGLISH;
                String pattern = Optional.ofNullable(texts(known).getProperty(key)).orElseGet(() -> texts(Locale.ENGLISH).getProperty(key, key));
                Object[] values = arguments.stream().map(argument -> argument(text(argument, language))).toArray();
                yield values.length == 0 ? pattern : new MessageFormat(pattern.replace("'", "''"), known).format(values);
            }
        };
    }

    /// As the portal does: small whole numbers are handed over as numbers, so that patterns can choose by them.
    private static Object argument(String text) {
        return text.matches("[0-9]{1,9}") ? (Object) Long.valueOf(text) : text;
    }

    private Properties texts(Locale language) {
        return texts.getOrDefault(language, new Properties());
    }

    @Override
    public boolean has(String key) {
        return texts(Locale.ENGLISH).containsKey(key);
    }
}
