package org.kontor.deals.internal;

import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.DocumentShape;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.deals.Deal;
import org.osgi.service.component.annotations.Component;

/// Declares deals, with the default pipeline (PIPE-2).
@Component
public final class DealShape implements DocumentShape {
    private static final Pipeline GENERAL = new Pipeline("deal", Label.of("type.deal.pipeline"), List.of(
            stage(Deal.NEW, Stage.Meaning.INITIAL, 1),
            stage(Deal.PREPARED, Stage.Meaning.IN_WORK, 2),
            stage(Deal.INVOICED, Stage.Meaning.IN_WORK, 5),
            stage(Deal.IN_WORK, Stage.Meaning.IN_WORK, 3),
            stage(Deal.FINAL_INVOICE, Stage.Meaning.IN_WORK, 6),
            stage(Deal.WON, Stage.Meaning.WON, 4),
            stage(Deal.LOST, Stage.Meaning.LOST, 8),
            stage(Deal.APOLOGY, Stage.Meaning.LOST, 7)));

    private static final DocumentType TYPE = new DocumentType(
            Deal.TYPE,
            "briefcase",
            List.of(Deal.TITLE, Deal.AMOUNT, Deal.CHANCE, Deal.COMPANY, Deal.CONTACTS, Deal.KIND, Deal.SOURCE, Deal.BEGIN, Deal.CLOSE, Deal.RESPONSIBLE, Deal.COMMENTS),
            Deal.TITLE,
            Optional.of(Deal.RESPONSIBLE),
            Optional.of(GENERAL),
            true);

    @Override
    public DocumentType type() {
        return TYPE;
    }

    private static Stage stage(String id, Stage.Meaning meaning, int colour) {
        return new Stage(id, Label.of("type.deal.stage." + id), meaning, colour);
    }
}
