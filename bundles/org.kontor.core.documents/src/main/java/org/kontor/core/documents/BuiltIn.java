package org.kontor.core.documents;

import java.util.Map;
import java.util.Optional;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;

/// The fields every type has without declaring them, for filters and sorting.
final class BuiltIn {
    private static final Map<String, Kind<?>> KINDS = Map.of(
            "id", new Kind.Number(0),
            "stage", new Kind.Text(50, 1),
            "created", new Kind.Moment(),
            "changed", new Kind.Moment(),
            "stageSince", new Kind.Moment(),
            "createdBy", new Kind.User());
    private static final Map<String, String> COLUMNS = Map.of(
            "id", "id", "stage", "stage", "created", "created", "changed", "changed", "stageSince", "stage_since", "createdBy", "created_by");

    private BuiltIn() {}

    /// Whether every type has the field without declaring it.
    static boolean is(String fieldId) {
        return COLUMNS.containsKey(fieldId);
    }

    /// The kind of a field or built-in of a type.
    ///
    /// @throws IllegalArgumentException when there is none; the message names those there are
    static Kind<?> kind(DocumentType type, String fieldId) {
        Kind<?> builtIn = KINDS.get(fieldId);
        return builtIn != null ? builtIn : field(type, fieldId).kind();
    }

    /// The column to compare and sort by.
    static String column(DocumentType type, String fieldId) {
        String builtIn = COLUMNS.get(fieldId);
        return builtIn != null ? builtIn : Column.of(field(type, fieldId)).getFirst().name();
    }

    /// The same value, which no index knows: for conditions and orders that are better read beside it.
    static String unindexed(DocumentType type, String fieldId) {
        String column = column(type, fieldId);
        return switch (kind(type, fieldId)) {
            case Kind.User _, Kind.Link _, Kind.Booking _ -> "(" + column + " + 0)";
            case Kind<?> _ -> "nullif(" + column + ", '')";
        };
    }

    /// The value a document has there.
    static Optional<Object> value(DocumentType type, Document document, String fieldId) {
        return switch (fieldId) {
            case "id" -> Optional.of(document.ref().id());
            case "stage" -> document.stage().map(Object.class::cast);
            case "stageSince" -> document.stageSince().map(Object.class::cast);
            case "created" -> Optional.of(document.created());
            case "changed" -> Optional.of(document.changed());
            case "createdBy" -> document.createdBy().map(Object.class::cast);
            default -> document.values().any(field(type, fieldId));
        };
    }

    static Optional<Field<?>> declared(DocumentType type, String fieldId) {
        return COLUMNS.containsKey(fieldId) ? Optional.empty() : Optional.of(field(type, fieldId));
    }

    private static Field<?> field(DocumentType type, String fieldId) {
        return type.field(fieldId).orElseThrow(() -> new IllegalArgumentException("document type '" + type.id() + "' has no field '" + fieldId
                + "': it has " + type.fields().stream().map(Field::id).toList() + " and " + COLUMNS.keySet().stream().sorted().toList()));
    }
}
