package org.kontor.api.documents;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kontor.api.labels.Label;

/// A property of a document type: where a value is kept under which id, and of which kind it is.
///
/// `id` is in camelCase, unique in the type and never reused. `name` is given for custom fields; a built-in field is named by the label
/// `type.<type>.field.<id>`. A `listed` field is a column of the list by default and is shown on the board's cards.
public record Field<T>(String id, Kind<T> kind, boolean required, boolean listed, Optional<Label> name) {

    public Field {
        if (!id.matches("[a-z][a-zA-Z0-9]{0,49}")) {
            throw new IllegalArgumentException("field id '" + id + "' must be 1 to 50 letters and digits, the first a small letter");
        }
    }

    /// A field of any kind, neither required nor listed.
    public static <T> Field<T> of(String id, Kind<T> kind) {
        return new Field<>(id, kind, false, false, Optional.empty());
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
        List<Kind.Choice.Option> all = Arrays.stream(options)
                .map(option -> new Kind.Choice.Option(option, Label.of("choice." + prefix + "." + option)))
                .toList();
        return of(id, new Kind.Choice(all));
    }

    public Field<T> asRequired() {
        return new Field<>(id, kind, true, listed, name);
    }

    public Field<T> asListed() {
        return new Field<>(id, kind, required, true, name);
    }

    public Field<T> named(Label given) {
        return new Field<>(id, kind, required, listed, Optional.of(given));
    }
}
