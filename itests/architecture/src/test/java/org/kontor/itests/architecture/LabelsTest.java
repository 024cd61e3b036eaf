package org.kontor.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The texts people read, in every language.
class LabelsTest {
    private static final List<String> OTHERS = List.of("_ru", "_it");

    /// Where a language takes another of the given texts, as the plural for the singular.
    private static final Set<String> SAID_DIFFERENTLY = Set.of("list.empty.title");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\"[\\s\\S]*?\"\"\"");
    private static final Pattern LABEL = Pattern.compile("Label\\.of\\(\\s*\"([^\"]+)\"\\s*([,)+])");

    /// Keys that follow from a shape: the part that names the thing must be in the code.
    private static final Pattern DERIVED = Pattern.compile("type\\.(.+)\\.(one|many|field\\.(\\w+)|stage\\.([\\w-]+)|pipeline)|choice\\..+\\.([\\w-]+)|activity\\.(.+)");

    private static final List<Bundle> LABELLED = Bundle.shipped().stream().filter(bundle -> Files.exists(labels(bundle, ""))).toList();
    private static final List<String> SOURCES = sources();
    private static final Set<String> LITERALS = SOURCES.stream().flatMap(source -> LITERAL.matcher(source).results()).map(found -> found.group(1)).collect(Collectors.toSet());

    @Test
    void everyLanguageHasTheSameKeys() {
        assertThat(LABELLED).hasSizeGreaterThan(5).allSatisfy(bundle -> OTHERS.forEach(language ->
                assertThat(read(bundle, language).stringPropertyNames()).as(bundle + language).containsExactlyInAnyOrderElementsOf(read(bundle, "").stringPropertyNames())));
    }

    @Test
    void everyLanguageHasTheSamePlaces() {
        for (Bundle bundle : LABELLED) {
            Properties english = read(bundle, "");
            for (String language : OTHERS) {
                Properties other = read(bundle, language);
                Set<String> keys = new TreeSet<>(other.stringPropertyNames());
                keys.removeAll(SAID_DIFFERENTLY);
                for (String key : keys) {
                    assertThat(places(other.getProperty(key))).as(key + " in " + bundle + language).isEqualTo(places(english.getProperty(key, "")));
                }
            }
        }
    }

    @Test
    void everyTextCanBeFilled() {
        for (Bundle bundle : LABELLED) {
            for (String language : List.of("", "_ru", "_it")) {
                read(bundle, language).forEach((key, text) -> {
                    assertThat(text.toString()).as(key + " in " + bundle + language).isNotBlank();
                    if (PLACE.matcher(text.toString()).find()) {
                        assertThat(new MessageFormat(text.toString()).format(new Object[] {1, 2, 3, 4, 5, 6})).as(key + " in " + bundle + language).doesNotContain("{");
                    }
                });
            }
        }
    }

    @Test
    void noKeyIsGivenTwice() {
        List<String> all = LABELLED.stream().flatMap(bundle -> read(bundle, "").stringPropertyNames().stream()).toList();

        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void everyLabelOfTheCodeHasAText() {
        Set<String> keys = keys();
        List<String> missing = new ArrayList<>();
        for (String source : SOURCES) {
            LABEL.matcher(source).results().filter(found -> !source.contains("has(\"" + found.group(1)) && !told(found, keys)).forEach(found -> missing.add(found.group(1)));
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void noTextIsLeftOver() {
        Set<String> prefixes = LITERALS.stream().filter(literal -> literal.matches("[a-z][\\w-]*(\\.[\\w-]+)*[.-]")).collect(Collectors.toSet());

        assertThat(keys().stream().filter(key -> !used(key, prefixes))).isEmpty();
    }

    private static boolean told(MatchResult label, Set<String> keys) {
        String key = label.group(1);
        return label.group(2).equals("+") ? keys.stream().anyMatch(each -> each.startsWith(key)) : keys.contains(key);
    }

    private static boolean used(String key, Set<String> prefixes) {
        if (LITERALS.contains(key) || LITERALS.contains(key.replaceFirst("\\.(hint|title|text)$", ""))) {
            return true;
        }
        var derived = DERIVED.matcher(key);
        if (derived.matches()) {
            return java.util.stream.IntStream.of(1, 3, 4, 5).mapToObj(derived::group).filter(java.util.Objects::nonNull).allMatch(LITERALS::contains)
                    && (derived.group(6) == null || LITERALS.stream().anyMatch(literal -> !literal.isBlank() && derived.group(6).startsWith(literal)));
        }
        return prefixes.stream().anyMatch(key::startsWith);
    }

    private static Set<String> keys() {
        return LABELLED.stream().flatMap(bundle -> read(bundle, "").stringPropertyNames().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Path labels(Bundle bundle, String language) {
        return bundle.resources().resolve("i18n/" + bundle.name() + language + ".properties");
    }

    private static Properties read(Bundle bundle, String language) {
        Properties labels = new Properties();
        try (Reader reader = Files.newBufferedReader(labels(bundle, language))) {
            labels.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return labels;
    }

    private static List<String> sources() {
        Stream<Path> ours = Bundle.shipped().stream().flatMap(bundle -> Stream.of(".java", ".js", ".html")
                .flatMap(ending -> Stream.concat(Bundle.files(bundle.sources(), ending).stream(), Bundle.files(bundle.resources(), ending).stream())));
        return Stream.concat(ours, Bundle.files(Bundle.ROOT.resolve("features"), ".json").stream()).map(Bundle::text)
                .map(source -> TEXT_BLOCK.matcher(source).replaceAll("")).toList();
    }
}
