package org.kontor.api.documents;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.api.labels.Label;

/// A property of a document type: where a value is kept under which id, and of which kind it is.
///
/// `id` is in camelCase, unique in the type and never reused. `name` is given for custom fields; a built-in field is named by the label
/// `type.<type>.field.<id>`. `preset` is what a new document starts with. A field with a `computation` is read-only: its value follows from others. The
/// `rules` make it visible, required or read-only depending on the document. Fields are shown in the order of `sort`, then as declared.
public record Field<T>(
        String id,
        Kind<T> kind,
        Optional<Label> name,
        Set<Trait> traits,
        Preset preset,
        Optional<Computation> computation,
        List<FieldRule> rules,
        Display display,
        int sort) {

    /// What is true of a field for every document.
    public enum Trait {
        REQUIRED,
        /// A column of the list by default, and shown on the board's cards.
        LISTED,
        /// Offered in the filter by default.
        FILTERED,
        /// Has an index: filters and sorting by it stay fast however many documents there are.
        INDEXED,
        /// Added by an administrator, not declared by a module.
        CUSTOM,
        READ_ONLY
    }

    public Field {
        if (!id.matches("[a-z][a-zA-Z0-9]{0,49}")) {
            throw new IllegalArgumentException("field id '" + id + "' must be 1 to 50 letters and digits, the first a small letter");
        }
        traits = Set.copyOf(traits);
        rules = List.copyOf(rules);
    }

    /// A field of any kind, neither required nor listed.
    public static <T> Field<T> of(String id, Kind<T> kind) {
        return new Field<>(id, kind, Optional.empty(), Set.of(), new Preset.None(), Optional.empty(), List.of(), Display.PLAIN, 0);
    }

    /// One line of text, at most 250 characters.
    public static Field<String> text(String id) {
        return of(id, new Kind.Text(250, 1));
    }

    /// Several lines of text, at most 20,000 characters.
    public static Field<String> longText(String id) {
        return of(id, new Kind.Text(20_000, 4));
    }

    /// One of `options`, named by the labels `choice.<prefix>.<option>`.
    public static Field<String> choice(String id, String prefix, String... options) {
        return of(id, new Kind.Choice(options(prefix, options)));
    }

    /// One of the values of a directory that administrators keep; it starts with `options`, named as in [#choice].
    public static Field<String> directory(String id, String directory, String... options) {
        return of(id, new Kind.Choice(options(directory, options), Optional.of(directory)));
    }

    private static List<Kind.Choice.Option> options(String prefix, String... options) {
        return Arrays.stream(options).map(option -> new Kind.Choice.Option(option, Label.of("choice." + prefix + "." + option))).toList();
    }

    public boolean required() {
        return traits.contains(Trait.REQUIRED);
    }

    public boolean listed() {
        return traits.contains(Trait.LISTED);
    }

    public boolean custom() {
        return traits.contains(Trait.CUSTOM);
    }

    /// Whether nobody can write it: it is computed, or declared so.
    public boolean readOnly() {
        return computation.isPresent() || traits.contains(Trait.READ_ONLY);
    }

    public Field<T> asRequired() {
        return with(Trait.REQUIRED);
    }

    public Field<T> asListed() {
        return with(Trait.LISTED);
    }

    public Field<T> asIndexed() {
        return with(Trait.INDEXED);
    }

    public Field<T> with(Trait trait) {
        Set<Trait> more = Stream.concat(traits.stream(), Stream.of(trait)).collect(Collectors.toUnmodifiableSet());
        return new Field<>(id, kind, name, more, preset, computation, rules, display, sort);
    }

    public Field<T> named(Label given) {
        return new Field<>(id, kind, Optional.of(given), traits, preset, computation, rules, display, sort);
    }

    public Field<T> startingWith(Preset start) {
        return new Field<>(id, kind, name, traits, start, computation, rules, display, sort);
    }

    public Field<T> computedBy(Computation way) {
        return new Field<>(id, kind, name, traits, preset, Optional.of(way), rules, display, sort);
    }

    public Field<T> ruledBy(FieldRule... more) {
        return new Field<>(id, kind, name, traits, preset, computation, List.of(more), display, sort);
    }

    public Field<T> shownAs(Display look) {
        return new Field<>(id, kind, name, traits, preset, computation, rules, look, sort);
    }

    public Field<T> at(int place) {
        return new Field<>(id, kind, name, traits, preset, computation, rules, display, place);
    }

    /// The same field with values of another kind: a choice whose options changed, or one of many values alone.
    public <U> Field<U> withKind(Kind<U> other) {
        return new Field<>(id, other, name, traits, preset, computation, rules, display, sort);
    }
}
