package org.kontor.api.documents;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Values of fields, immutable. A field may be there with a value, be there cleared, or not be mentioned at all: what is not
/// mentioned stays as it is when a document is changed.
public final class Values {
    private static final Values NONE = new Values(Map.of());

    private final Map<String, Optional<?>> byField;

    private Values(Map<String, Optional<?>> byField) {
        this.byField = byField;
    }

    public static Values none() {
        return NONE;
    }

    /// Gathers the values of many fields: quicker than adding them one by one to values. For one thread, and one use.
    public static final class Builder {
        private final Map<String, Optional<?>> all = new LinkedHashMap<>();

        /// Adds a value, in place of an earlier one of the field.
        ///
        /// @throws IllegalArgumentException when the value is not of the field's kind
        public Builder add(Field<?> field, Object value) {
            check(field, value);
            all.put(field.id(), Optional.of(value));
            return this;
        }

        /// What was added; add nothing afterwards.
        public Values build() {
            return all.isEmpty() ? NONE : new Values(Collections.unmodifiableMap(all));
        }
    }

    /// These values and one more, in place of an earlier one of the field.
    ///
    /// @throws IllegalArgumentException when the value is not of the field's kind
    public <T> Values with(Field<T> field, T value) {
        check(field, value);
        return put(field.id(), Optional.of(value));
    }

    /// These values with `value`, or with the field cleared when it is empty.
    public <T> Values with(Field<T> field, Optional<? extends T> value) {
        return value.isPresent() ? with(field, value.get()) : cleared(field);
    }

    /// As [#with(Field, Object)] for a field whose kind is known only at run time.
    @SuppressWarnings("unchecked")
    public Values withAny(Field<?> field, Object value) {
        return with((Field<Object>) field, value);
    }

    /// These values with the field cleared.
    public Values cleared(Field<?> field) {
        return put(field.id(), Optional.empty());
    }

    /// These values and `others`, which win.
    public Values and(Values others) {
        Map<String, Optional<?>> all = new LinkedHashMap<>(byField);
        all.putAll(others.byField);
        return new Values(Collections.unmodifiableMap(all));
    }

    /// The value of a field; empty when it is cleared or not mentioned.
    public <T> Optional<T> get(Field<T> field) {
        return any(field).map(field.kind().type()::cast);
    }

    /// As [#get] for a field whose kind is known only at run time.
    public Optional<Object> any(Field<?> field) {
        return any(byField.getOrDefault(field.id(), Optional.empty()));
    }

    /// An optional can't be written to: one of anything is one of objects.
    @SuppressWarnings("unchecked")
    private static Optional<Object> any(Optional<?> value) {
        return (Optional<Object>) value;
    }

    /// Whether the field is there, with a value or cleared.
    public boolean mentions(Field<?> field) {
        return byField.containsKey(field.id());
    }

    /// The ids of the fields that are there, in the order they were given.
    public Set<String> fieldIds() {
        return byField.keySet();
    }

    private static void check(Field<?> field, Object value) {
        if (!field.kind().type().isInstance(value)) {
            throw new IllegalArgumentException("field '" + field.id() + "' holds " + field.kind().type().getSimpleName() + ", not '" + value + "'");
        }
    }

    private Values put(String fieldId, Optional<?> value) {
        Map<String, Optional<?>> all = new LinkedHashMap<>(byField);
        all.put(fieldId, value);
        return new Values(Collections.unmodifiableMap(all));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Values values && byField.equals(values.byField);
    }

    @Override
    public int hashCode() {
        return byField.hashCode();
    }

    @Override
    public String toString() {
        return "Values" + byField.keySet();
    }
}
