package org.kontor.core.documents.exports;

import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.labels.Label;

/// A field of a type, or something every document has.
record Column(String id, Label name, Field<?> field, boolean builtIn) {
    private static final List<String> BUILT_IN = List.of("id", "stage", "created", "changed", "createdBy");

    /// @throws IllegalArgumentException when the type has no such field
    static Column of(DocumentType type, String id) {
        if (BUILT_IN.contains(id)) {
            Kind<?> kind = switch (id) {
                case "created", "changed" -> new Kind.Moment();
                case "createdBy" -> new Kind.User();
                default -> new Kind.Text(250, 1);
            };
            return new Column(id, Label.of("documents.export.column." + id), Field.of(id, kind), true);
        }
        Field<?> field = type.field(id).orElseThrow(() -> new IllegalArgumentException(
                "document type '" + type.id() + "' has no field '" + id + "' to export: it has " + type.fields().stream().map(Field::id).toList() + " and " + BUILT_IN));
        return new Column(id, type.nameOf(field), field, false);
    }

    /// All there is to say of a document.
    static List<Column> all(DocumentType type) {
        List<String> before = type.pipelines().isEmpty() ? List.of("id") : List.of("id", "stage");
        return java.util.stream.Stream.of(before.stream(), type.fields().stream().map(Field::id), java.util.stream.Stream.of("created", "createdBy", "changed"))
                .flatMap(ids -> ids)
                .map(id -> of(type, id))
                .toList();
    }

    Optional<Object> of(Document document) {
        return !builtIn ? document.values().any(field) : switch (id) {
            case "id" -> Optional.of(document.ref().toString());
            case "stage" -> document.stage().map(Object.class::cast);
            case "created" -> Optional.of(document.created());
            case "changed" -> Optional.of(document.changed());
            default -> document.createdBy().map(Object.class::cast);
        };
    }

    /// The kind of one value.
    Kind<?> kind() {
        return field.kind() instanceof Kind.Many<?> many ? many.of() : field.kind();
    }
}
