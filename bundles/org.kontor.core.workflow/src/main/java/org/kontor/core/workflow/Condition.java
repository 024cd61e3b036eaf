package org.kontor.core.workflow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Filter;
import org.kontor.api.labels.Label;
import org.kontor.api.people.PersonId;

/// The condition of a robot before it is saved: does it speak of fields the type has, in values of their kind.
final class Condition {
    private static final Map<String, Class<?>> BUILT_IN = Map.of(
            "id", Long.class, "stage", String.class, "created", Instant.class, "changed", Instant.class, "stageSince", Instant.class, "createdBy", PersonId.class);

    private Condition() {}

    static List<Label> objections(Filter filter, DocumentType type) {
        return switch (filter) {
            case Filter.Any _, Filter.Words _ -> List.of();
            case Filter.And and -> all(and.parts(), type);
            case Filter.Or or -> all(or.parts(), type);
            case Filter.Not not -> objections(not.part(), type);
            case Filter.Compare compare -> field(type, compare.fieldId(), Stream.of(compare.value()));
            case Filter.In in -> field(type, in.fieldId(), in.values().stream());
            case Filter.Empty empty -> field(type, empty.fieldId(), Stream.of());
            case Filter.Within within -> time(type, within);
            case Filter.Through through -> field(type, through.fieldId(), Stream.of());
        };
    }

    private static List<Label> time(DocumentType type, Filter.Within within) {
        Optional<Class<?>> kind = kind(type, within.fieldId());
        return kind.isPresent() && kind.get() != Instant.class && kind.get() != LocalDate.class
                ? List.of(Label.of("workflow.wrong-value", within.period().text(), within.fieldId()))
                : field(type, within.fieldId(), Stream.of());
    }

    private static List<Label> all(List<Filter> parts, DocumentType type) {
        return parts.stream().flatMap(part -> objections(part, type).stream()).toList();
    }

    private static List<Label> field(DocumentType type, String fieldId, Stream<Object> values) {
        Optional<Class<?>> kind = kind(type, fieldId);
        return kind.isEmpty()
                ? List.of(Label.of("workflow.unknown-field", fieldId, type.one()))
                : values.filter(value -> !kind.get().isInstance(value)).map(value -> Label.of("workflow.wrong-value", value, fieldId)).toList();
    }

    private static Optional<Class<?>> kind(DocumentType type, String fieldId) {
        return type.field(fieldId).<Class<?>>map(field -> field.kind().type()).or(() -> Optional.ofNullable(BUILT_IN.get(fieldId)));
    }
}
