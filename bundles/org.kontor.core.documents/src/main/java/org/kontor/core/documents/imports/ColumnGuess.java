package org.kontor.core.documents.imports;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.labels.Labels;

/// Guesses which column goes to which field: by the field's name in any language, by its id, by usual other words, and by what the
/// cells look like. Each field is used once, but for those with many values.
final class ColumnGuess {
    private static final Properties SYNONYMS = synonyms();

    private final DocumentType type;
    private final Labels labels;

    ColumnGuess(DocumentType type, Labels labels) {
        this.type = type;
        this.labels = labels;
    }

    /// Whether the texts are likely names of columns and no values.
    boolean looksLikeHead(List<String> first) {
        if (byNames(first).stream().anyMatch(Optional::isPresent)) {
            return true;
        }
        return first.stream().noneMatch(text -> text.isBlank() || text.chars().anyMatch(c -> Character.isDigit(c) || c == '@'))
                && new HashSet<>(first).size() == first.size();
    }

    List<Optional<String>> byNames(List<String> heads) {
        List<Optional<String>> found = new ArrayList<>(java.util.Collections.nCopies(heads.size(), Optional.empty()));
        List<BiPredicate<Field<?>, String>> ways = List.of(
                this::named, (field, name) -> listed(field.id(), name), (field, name) -> listed("kind." + kind(field), name), (field, name) -> field.id().equals(type.title().id()) && listed("title.of-any", name));
        for (BiPredicate<Field<?>, String> way : ways) {
            fill(found, column -> field -> way.test(field, plain(heads.get(column))));
        }
        return found;
    }

    /// For a file without head: columns of mail addresses and telephone numbers.
    List<Optional<String>> byCells(List<List<String>> rows, int width) {
        List<Optional<String>> found = new ArrayList<>(java.util.Collections.nCopies(width, Optional.empty()));
        fill(found, column -> field -> switch (field.kind() instanceof Kind.Many<?> many ? many.of() : field.kind()) {
            case Kind.Email _ -> most(rows, column, text -> text.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"));
            case Kind.PhoneNumber _ -> most(rows, column, text -> text.matches("[+(0-9][0-9 ()./-]{5,24}") && text.matches(".*[+ ()0].*"));
            default -> false;
        });
        return found;
    }

    private interface Fits {
        Predicate<Field<?>> in(int column);
    }

    private void fill(List<Optional<String>> found, Fits fits) {
        Set<String> used = new HashSet<>();
        found.forEach(id -> id.ifPresent(used::add));
        for (int column = 0; column < found.size(); column++) {
            if (found.get(column).isEmpty()) {
                Optional<String> field = type.fields().stream()
                        .filter(each -> !used.contains(each.id()) || each.kind() instanceof Kind.Many<?>)
                        .filter(fits.in(column))
                        .map(Field::id)
                        .findFirst();
                field.ifPresent(used::add);
                found.set(column, field);
            }
        }
    }

    private boolean named(Field<?> field, String name) {
        return !name.isEmpty()
                && (plain(field.id()).equals(name)
                        || labels.languages().stream().anyMatch(language -> plain(labels.text(type.nameOf(field), language)).equals(name)));
    }

    private static boolean listed(String key, String name) {
        return Arrays.stream(SYNONYMS.getProperty(key, "").split(",")).map(ColumnGuess::plain).anyMatch(word -> !word.isEmpty() && word.equals(name));
    }

    private static String kind(Field<?> field) {
        return (field.kind() instanceof Kind.Many<?> many ? many.of() : field.kind()).getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static boolean most(List<List<String>> rows, int column, Predicate<String> test) {
        List<String> some = rows.stream().filter(row -> row.size() > column).map(row -> row.get(column).strip()).filter(text -> !text.isEmpty()).toList();
        return !some.isEmpty() && some.stream().filter(test).count() >= 0.8 * some.size();
    }

    /// Small letters and digits only, without accents.
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static Properties synonyms() {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(ColumnGuess.class.getResourceAsStream("synonyms.properties")), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
