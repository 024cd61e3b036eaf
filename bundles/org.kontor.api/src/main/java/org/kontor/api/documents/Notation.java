package org.kontor.api.documents;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.kontor.api.labels.Label;
import org.osgi.annotation.versioning.ProviderType;

/// Reads and writes values as text, for forms, imports, REST and placeholders.
@ProviderType
public interface Notation {

    /// Whose habits count: language, zone, and the country (ISO 3166) for telephone numbers without one.
    record Habits(Locale language, ZoneId zone, String country) {
        /// Machine to machine: ISO forms, UTC, numbers with a point.
        public static final Habits MACHINE = new Habits(Locale.ROOT, ZoneOffset.UTC, "");
    }

    /// What a text says.
    sealed interface Reading {
        record Value(Object value) implements Reading {}

        /// The text was blank.
        record Nothing() implements Reading {}

        /// The text is not of the field's kind; the reason quotes it and names what is expected.
        record Refused(Label reason) implements Reading {}
    }

    /// Reads a text as a value of the field's kind. ISO forms are always understood, those of the language too. A person is named by
    /// login, mail or number; a choice by id or by name in any language; a document as `type/number`.
    Reading read(Field<?> field, String text, Habits habits);

    /// The form for machines: ISO dates, E.164, `12.50 EUR`, option id, login of a person, `lead/1`. [#read] understands it.
    String write(Field<?> field, Object value);

    /// The form for people in their language and zone.
    String show(Field<?> field, Object value, Habits habits);

    /// Replaces each `{{fieldId}}` in a text by the document's value as [#show] writes it; also `{{id}}`, `{{stage}}`. A field without value becomes
    /// nothing, an unknown one stays as it is.
    String fill(String template, Document document, Habits habits);

    /// Why a value can't be stored in the field (too long, too many decimals, unknown option ...), if it can't.
    Optional<Label> objection(Field<?> field, Object value);
}
