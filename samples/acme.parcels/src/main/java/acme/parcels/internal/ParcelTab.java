package acme.parcels.internal;

import acme.parcels.Parcel;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.kontor.api.access.Access;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Notation;
import org.kontor.api.labels.Label;
import org.kontor.ui.api.CardTab;
import org.kontor.ui.api.Viewer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// The lead's parcels, on its card.
@org.osgi.service.component.annotations.Component
public final class ParcelTab implements CardTab {
    private final Documents documents;
    private final Notation notation;
    private final Access access;
    private final ParcelChanges changes;

    @Activate
    public ParcelTab(@Reference Documents documents, @Reference Notation notation, @Reference Access access, @Reference ParcelChanges changes) {
        this.documents = documents;
        this.notation = notation;
        this.access = access;
        this.changes = changes;
    }

    @Override
    public Label title() {
        return Label.of("acme.parcels.tab");
    }

    @Override
    public int order() {
        return 150;
    }

    @Override
    public boolean isFor(DocumentType type, Viewer viewer) {
        return type.id().equals(Parcel.LEAD_TYPE) && access.reach(viewer.actor(), Parcel.TYPE, Operation.READ) != Reach.NONE;
    }

    @Override
    public Component open(Document lead, Viewer viewer) {
        return new LiveParcels(changes, viewer, () -> parcels(lead, viewer));
    }

    private List<Component> parcels(Document lead, Viewer viewer) {
        List<Document> parcels = documents.find(LeadParcels.of(lead.ref()), viewer.actor()).documents();
        if (parcels.isEmpty()) {
            Paragraph none = new Paragraph(viewer.text(Label.of("acme.parcels.none")));
            none.addClassName("quiet");
            return List.of(none);
        }
        return parcels.stream().<Component>map(parcel -> new ParcelPanel(parcel, notation, viewer)).toList();
    }
}
