package org.kontor.api.documents;

import java.util.Collection;
import java.util.List;

/// Which documents are meant: a tree of conditions.
///
/// Besides the fields of the type these built-in ids can be compared: `id`, `stage`, `created`, `changed`, `createdBy`.
public sealed interface Filter {

    enum Operator {
        EQUAL,
        NOT_EQUAL,
        LESS,
        AT_MOST,
        GREATER,
        AT_LEAST,
        /// Text contains the value, in any case.
        CONTAINS,
        STARTS_WITH
    }

    /// Every document.
    record Any() implements Filter {}

    record And(List<Filter> parts) implements Filter {
        public And {
            parts = List.copyOf(parts);
        }
    }

    record Or(List<Filter> parts) implements Filter {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    record Not(Filter part) implements Filter {}

    /// A field beside a value of the field's kind. A field without value is not equal to anything and neither less nor greater.
    record Compare(String fieldId, Operator operator, Object value) implements Filter {}

    /// The field has one of the values.
    record In(String fieldId, List<Object> values) implements Filter {
        public In {
            values = List.copyOf(values);
        }
    }

    /// The field has no value.
    record Empty(String fieldId) implements Filter {}

    /// Title, phone, mail or another text field contains all words, in any case.
    record Words(String text) implements Filter {}

    static Filter any() {
        return new Any();
    }

    static <T> Filter equal(Field<T> field, T value) {
        return new Compare(field.id(), Operator.EQUAL, value);
    }

    static Filter stage(String stageId) {
        return new Compare("stage", Operator.EQUAL, stageId);
    }

    static Filter stages(Collection<String> stageIds) {
        return new In("stage", List.copyOf(stageIds));
    }

    default Filter and(Filter other) {
        return this instanceof Any ? other : other instanceof Any ? this : new And(List.of(this, other));
    }
}
