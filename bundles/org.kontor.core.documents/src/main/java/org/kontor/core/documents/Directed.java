package org.kontor.core.documents;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Kind.Choice.Option;

/// Fields whose options are the values of a directory, one or many of them.
final class Directed {
    private Directed() {}

    static Optional<Kind.Choice> choice(Kind<?> kind) {
        return switch (kind) {
            case Kind.Choice choice -> Optional.of(choice);
            case Kind.Many<?> many -> choice(many.of());
            default -> Optional.empty();
        };
    }

    /// The values that directories start with, as modules declare them.
    static Map<String, List<Option>> declared(Collection<DocumentType> types) {
        Map<String, List<Option>> values = new HashMap<>();
        types.forEach(type -> type.fields().forEach(field -> choice(field.kind()).filter(choice -> !choice.options().isEmpty())
                .ifPresent(choice -> choice.directory().ifPresent(id -> values.putIfAbsent(id, choice.options())))));
        return values;
    }

    /// The field with the values of its directory, where `directories` knows them.
    static Field<?> filled(Field<?> field, Function<String, Optional<List<Option>>> directories) {
        return choice(field.kind()).flatMap(Kind.Choice::directory).flatMap(directories).<Field<?>>map(options -> field.withKind(filled(field.kind(), options))).orElse(field);
    }

    private static Kind<?> filled(Kind<?> kind, List<Option> options) {
        return switch (kind) {
            case Kind.Choice choice -> new Kind.Choice(options, choice.directory());
            case Kind.Many<?> many -> new Kind.Many<>(filled(many.of(), options));
            default -> kind;
        };
    }
}
