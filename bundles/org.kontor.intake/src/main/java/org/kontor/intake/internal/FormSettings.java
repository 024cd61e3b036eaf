package org.kontor.intake.internal;

import java.util.List;
import java.util.Optional;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.DocumentShape;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.people.PersonId;
import org.osgi.service.component.annotations.Component;

/// What is decided about web forms is a document too, and so has a history: one for each form, named by its id.
@Component
public final class FormSettings implements DocumentShape {
    static final String TYPE = "intake.form";
    static final Field<String> FORM = Field.text("form").asRequired();
    static final Field<Boolean> ON = Field.of("published", new Kind.YesNo());
    static final Field<PersonId> RESPONSIBLE = Field.of("responsible", new Kind.User());
    static final Field<String> SITES = Field.longText("sites");

    private static final DocumentType SHAPE = new DocumentType(TYPE, "file-input", List.of(FORM, ON, RESPONSIBLE, SITES), FORM, Optional.empty(), Optional.empty(), false);

    @Override
    public DocumentType type() {
        return SHAPE;
    }

    /// Nothing: what the public sees is decided by administrators.
    @Override
    public Reach employees(Operation operation) {
        return Reach.NONE;
    }
}
