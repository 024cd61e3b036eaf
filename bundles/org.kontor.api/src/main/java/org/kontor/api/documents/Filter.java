package org.kontor.api.documents;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;

/// Which documents are meant: a tree of conditions.
///
/// Besides the fields of the type these built-in ids can be compared: `id`, `stage`, `created`, `changed`, `stageSince`, `createdBy`.
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

    /// The field has one of the values; of a field with many values, one of them is among these.
    record In(String fieldId, List<Object> values) implements Filter {
        public In {
            values = List.copyOf(values);
        }
    }

    /// The field has no value.
    record Empty(String fieldId) implements Filter {}

    /// Title, phone, mail or other text fields contain all words or what begins with them: in any order and case, with or without diacritics, a phone number in any notation. Served by
    /// the index of [Search].
    record Words(String text) implements Filter {}

    /// A day or moment of the field lies in a period beside today, where today is meant in `zone`: that of who looks.
    record Within(String fieldId, Period period, ZoneId zone) implements Filter {}

    /// The field links to a document of type `typeId` that passes `linked`. Documents that who asks may not read are as if they weren't there.
    record Through(String fieldId, String typeId, Filter linked) implements Filter {}

    static Filter any() {
        return new Any();
    }

    static <T> Filter equal(Field<T> field, T value) {
        return new Compare(field.id(), Operator.EQUAL, value);
    }

    /// Through a field that links to documents of one type.
    ///
    /// @throws IllegalArgumentException when the field links to several types: name one with [Through]
    static Filter through(Field<?> link, Filter linked) {
        Kind<?> kind = link.kind() instanceof Kind.Many<?> many ? many.of() : link.kind();
        if (kind instanceof Kind.Link(List<String> types) && types.size() == 1) {
            return new Through(link.id(), types.getFirst(), linked);
        }
        throw new IllegalArgumentException("field '" + link.id() + "' does not link to documents of one type");
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
