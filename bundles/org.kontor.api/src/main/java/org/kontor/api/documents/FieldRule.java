package org.kontor.api.documents;

/// Makes a field visible, required or read-only only for documents that pass `when`; without a rule of an effect it holds for all (visible) or none (the others). Enforced for whoever
/// writes.
public record FieldRule(Effect effect, Filter when) {
    public enum Effect {
        /// Not shown, and not writable, for other documents.
        VISIBLE,
        REQUIRED,
        READ_ONLY
    }
}
