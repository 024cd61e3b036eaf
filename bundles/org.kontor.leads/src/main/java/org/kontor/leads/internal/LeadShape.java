package org.kontor.leads.internal;

import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.DocumentShape;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.leads.Lead;
import org.osgi.service.component.annotations.Component;

/// Declares leads.
@Component
public final class LeadShape implements DocumentShape {
    private static final Pipeline PIPELINE = new Pipeline("lead", Label.of("type.lead.pipeline"), List.of(
            stage(Lead.NEW, Stage.Meaning.INITIAL, 1),
            stage(Lead.CONTACTED, Stage.Meaning.IN_WORK, 2),
            stage(Lead.QUALIFIED, Stage.Meaning.IN_WORK, 3),
            stage(Lead.CONVERTED, Stage.Meaning.WON, 4),
            stage(Lead.JUNK, Stage.Meaning.LOST, 8)));

    private static final DocumentType TYPE = new DocumentType(
            Lead.TYPE,
            "sparkles",
            List.of(Lead.TITLE, Lead.CONTACT_NAME, Lead.COMPANY, Lead.PHONE, Lead.EMAIL, Lead.WEB, Lead.AMOUNT, Lead.SOURCE, Lead.RESPONSIBLE,
                    Lead.NEXT_CONTACT, Lead.BIRTHDAY, Lead.EMPLOYEES, Lead.COMMENTS),
            Lead.TITLE,
            Optional.of(Lead.RESPONSIBLE),
            Optional.of(PIPELINE),
            true);

    @Override
    public DocumentType type() {
        return TYPE;
    }

    private static Stage stage(String id, Stage.Meaning meaning, int colour) {
        return new Stage(id, Label.of("type.lead.stage." + id), meaning, colour);
    }
}
