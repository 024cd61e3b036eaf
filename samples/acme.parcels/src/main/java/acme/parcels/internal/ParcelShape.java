package acme.parcels.internal;

import acme.parcels.Parcel;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.DocumentShape;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.osgi.service.component.annotations.Component;

/// Declares parcels: list, board, card, import, search and REST follow from this.
@Component
public final class ParcelShape implements DocumentShape {
    private static final Pipeline PIPELINE = new Pipeline("acme.parcel", Label.of("type.acme.parcel.pipeline"), List.of(
            stage(Parcel.PACKED, Stage.Meaning.INITIAL, 1),
            stage(Parcel.ON_THE_WAY, Stage.Meaning.IN_WORK, 3),
            stage(Parcel.DELIVERED, Stage.Meaning.WON, 4),
            stage(Parcel.RETURNED, Stage.Meaning.LOST, 8)));

    private static final DocumentType TYPE = new DocumentType(
            Parcel.TYPE,
            "package",
            List.of(Parcel.NUMBER, Parcel.RECIPIENT, Parcel.WEIGHT, Parcel.DUE, Parcel.LEAD),
            Parcel.NUMBER,
            Optional.empty(),
            Optional.of(PIPELINE),
            true);

    @Override
    public DocumentType type() {
        return TYPE;
    }

    private static Stage stage(String id, Stage.Meaning meaning, int colour) {
        return new Stage(id, Label.of("type.acme.parcel.stage." + id), meaning, colour);
    }
}
