package org.kontor.core.workflow;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Notation;
import org.kontor.api.documents.Refusal;
import org.kontor.api.labels.Label;
import org.kontor.api.people.PersonId;

/// The record of an activity's input as a form: its fields, and how filled texts become the record.
final class InputForm {
    private final String activityId;
    private final Class<? extends Record> type;
    private final List<Field<?>> fields = new ArrayList<>();

    /// @throws IllegalArgumentException when a component is of a type that can't be filled from a text
    InputForm(String activityId, Class<? extends Record> type) {
        this.activityId = activityId;
        this.type = type;
        for (RecordComponent component : type.getRecordComponents()) {
            fields.add(field(component));
        }
    }

    List<Field<?>> fields() {
        return List.copyOf(fields);
    }

    /// What is missing or can't be read; texts with placeholders are taken on trust until they are filled.
    List<Refusal> objections(Map<String, String> texts, Notation notation) {
        List<Refusal> reasons = new ArrayList<>();
        for (Field<?> field : fields) {
            String text = texts.getOrDefault(field.id(), "");
            if (!text.contains("{{")) {
                read(field, component(field.id()), text, notation).objection().ifPresent(label -> reasons.add(Refusal.of(field, label)));
            }
        }
        return reasons;
    }

    /// The record, or why it can't be made.
    Optional<Record> make(Map<String, String> texts, UnaryOperator<String> fill, Notation notation, List<Label> reasons) {
        List<Object> values = new ArrayList<>();
        for (Field<?> field : fields) {
            Read read = read(field, component(field.id()), fill.apply(texts.getOrDefault(field.id(), "")), notation);
            read.objection().ifPresent(reasons::add);
            values.add(read.value());
        }
        return reasons.isEmpty() ? Optional.of(construct(values)) : Optional.empty();
    }

    private record Read(Object value, Optional<Label> objection) {}

    private Read read(Field<?> field, RecordComponent component, String text, Notation notation) {
        boolean optional = component.getType() == Optional.class;
        if (text.isBlank()) {
            return new Read(Optional.empty(), field.required() ? Optional.of(Label.of("workflow.input-missing", field.name().orElseThrow())) : Optional.empty());
        }
        Class<?> raw = raw(component);
        if (raw == Duration.class) {
            Optional<Duration> span = Spans.read(text);
            return new Read(wrap(span.orElse(Duration.ZERO), optional), span.isPresent() ? Optional.empty() : Optional.of(Label.of("workflow.not-a-span", text)));
        }
        return switch (notation.read(field, text, Notation.Habits.MACHINE)) {
            case Notation.Reading.Value(Object value) -> fits(raw, value)
                    ? new Read(wrap(converted(raw, value), optional), Optional.empty())
                    : new Read(Optional.empty(), Optional.of(Label.of("workflow.not-an-integer", text, Integer.MIN_VALUE, Integer.MAX_VALUE)));
            case Notation.Reading.Nothing _ -> new Read(Optional.empty(), Optional.empty());
            case Notation.Reading.Refused(Label reason) -> new Read(Optional.empty(), Optional.of(reason));
        };
    }

    private static boolean fits(Class<?> raw, Object value) {
        return raw != Integer.class && raw != int.class || value instanceof BigDecimal number && number.compareTo(BigDecimal.valueOf(number.intValue())) == 0;
    }

    private static Object converted(Class<?> raw, Object value) {
        if (raw == Integer.class || raw == int.class) {
            return ((BigDecimal) value).intValue();
        }
        if (raw.isEnum()) {
            return Arrays.stream(raw.getEnumConstants()).filter(constant -> ((Enum<?>) constant).name().equals(value)).findFirst().orElseThrow();
        }
        return value;
    }

    private static Object wrap(Object value, boolean optional) {
        return optional ? Optional.of(value) : value;
    }

    private Record construct(List<Object> values) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("input of activity '" + activityId + "' refused: " + e.getCause().getMessage(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("input " + type.getName() + " of activity '" + activityId + "' can't be made", e);
        }
    }

    private RecordComponent component(String id) {
        return Arrays.stream(type.getRecordComponents()).filter(component -> component.getName().equals(id)).findFirst().orElseThrow();
    }

    private Field<?> field(RecordComponent component) {
        boolean optional = component.getType() == Optional.class;
        String prefix = "activity." + activityId + "." + component.getName();
        Field<?> field = Field.of(component.getName(), kind(raw(component), prefix)).named(Label.of(prefix));
        return optional ? field : field.asRequired();
    }

    private Kind<?> kind(Class<?> raw, String prefix) {
        if (raw.isEnum()) {
            return new Kind.Choice(Arrays.stream(raw.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .map(name -> new Kind.Choice.Option(name, Label.of(prefix + "." + name)))
                    .toList());
        }
        return switch (raw.getName()) {
            case "java.lang.String" -> new Kind.Text(2000, 2);
            case "java.time.Duration" -> new Kind.Text(30, 1);
            case "java.lang.Integer", "int" -> new Kind.Number(0);
            case "java.math.BigDecimal" -> new Kind.Number(6);
            case "java.lang.Boolean", "boolean" -> new Kind.YesNo();
            case "java.time.LocalDate" -> new Kind.Date();
            case "org.kontor.api.people.PersonId" -> new Kind.User();
            default -> throw new IllegalArgumentException("input of activity '" + activityId + "' has a component of " + raw.getName()
                    + ": use String, Integer, BigDecimal, Boolean, LocalDate, Duration, PersonId, an enum, or an Optional of these");
        };
    }

    private static Class<?> raw(RecordComponent component) {
        if (component.getType() != Optional.class) {
            return component.getType();
        }
        Type argument = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        return argument instanceof Class<?> plain ? plain : Object.class;
    }
}
