package org.kontor.core.workflow;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Filter;
import org.kontor.api.labels.Label;
import org.kontor.api.people.PersonId;

/// The condition of a robot before it is saved: does it speak of fields the type has, in values of their kind.
final class Condition {
    private static final Map<String, Class<?>> BUILT_IN = Map.of(
            "id", Long.class, "stage", String.class, "created", Instant.class, "changed", Instant.class, "stageSince", Instant.class, "createdBy", PersonId.class);
    private static final Map<Class<?>, Function<String, Object>> READERS =
            Map.of(Long.class, Long::valueOf, Instant.class, Instant::parse, PersonId.class, text -> new PersonId(Long.parseLong(text)));

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
        };
    }

    /// The value of a field every type has, from the text it is kept as; the text itself when it is none.
    static Object builtIn(String fieldId, String text) {
        try {
            return Optional.ofNullable(BUILT_IN.get(fieldId)).map(READERS::get).map(reader -> reader.apply(text)).orElse(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            return text;
        }
    }

    private static List<Label> all(List<Filter> parts, DocumentType type) {
        return parts.stream().flatMap(part -> objections(part, type).stream()).toList();
    }

    private static List<Label> field(DocumentType type, String fieldId, Stream<Object> values) {
        Optional<Class<?>> kind = type.field(fieldId).<Class<?>>map(field -> field.kind().type()).or(() -> Optional.ofNullable(BUILT_IN.get(fieldId)));
        return kind.isEmpty()
                ? List.of(Label.of("workflow.unknown-field", fieldId, type.one()))
                : values.filter(value -> !kind.get().isInstance(value)).map(value -> Label.of("workflow.wrong-value", value, fieldId)).toList();
    }
}
