package org.kontor.ui.shell.internal.filters;

import java.util.Optional;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.labels.Label;

/// What a condition is about: a field, of the document or of one it links to. `field` has a name.
public record Subject(Optional<Way> way, Field<?> field) {

    /// The link that leads to another document.
    public record Way(Field<?> link, Label name, DocumentType target) {}

    /// What tells it from the others of a type: `amount`, or `company>acme.firm>name`.
    public String key() {
        return way.map(some -> some.link().id() + ">" + some.target().id() + ">").orElse("") + field.id();
    }

    public Label name() {
        return field.name().orElseThrow();
    }

    /// The kind of one value.
    public Kind<?> single() {
        return field.kind() instanceof Kind.Many<?> many ? many.of() : field.kind();
    }
}
