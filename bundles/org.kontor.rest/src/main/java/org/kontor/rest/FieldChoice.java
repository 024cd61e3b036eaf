package org.kontor.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;

/// Which fields are answered: all, or those of `fields=title,phone`.
record FieldChoice(DocumentType type, List<Field<?>> fields) {

    static FieldChoice all(DocumentType type) {
        return new FieldChoice(type, type.fields());
    }

    static FieldChoice of(DocumentType type, Parameters parameters) {
        Optional<String> given = parameters.one("fields");
        if (given.isEmpty()) {
            return all(type);
        }
        List<Field<?>> chosen = new ArrayList<>();
        for (String id : Arrays.stream(given.get().split(",")).map(String::strip).filter(each -> !each.isEmpty()).distinct().toList()) {
            chosen.add(type.field(id).orElseThrow(() -> Problem.of(400, "unknown-field", ValueJson.shortened(id), known(type))));
        }
        return new FieldChoice(type, List.copyOf(chosen));
    }

    /// The ids of a type's fields, for messages.
    static String known(DocumentType type) {
        return String.join(", ", type.fields().stream().map(Field::id).toList());
    }
}
