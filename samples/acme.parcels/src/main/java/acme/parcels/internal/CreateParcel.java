package acme.parcels.internal;

import acme.parcels.Parcel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.kontor.api.documents.Creation;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Values;
import org.kontor.api.workflow.Activity;
import org.kontor.api.workflow.ActivityId;
import org.kontor.api.workflow.Outcome;
import org.kontor.api.workflow.Step;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Packs a parcel for the lead.
///
/// It writes only through [Documents], so even when it is called twice there is one parcel: the write is part of the step's transaction.
@Component
@ActivityId("acme.create-parcel")
public final class CreateParcel implements Activity<CreateParcel.Input> {
    private static final int USUAL_DAYS = 3;

    public record Input(String recipient, Optional<BigDecimal> weight, Optional<Integer> days) {}

    private final Documents documents;

    @Activate
    public CreateParcel(@Reference Documents documents) {
        this.documents = documents;
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Outcome run(Input input, Step step) {
        LocalDate due = LocalDate.ofInstant(step.now(), ZoneOffset.UTC).plusDays(input.days().orElse(USUAL_DAYS));
        Values values = Values.none()
                .with(Parcel.NUMBER, "P-" + step.key())
                .with(Parcel.RECIPIENT, input.recipient())
                .with(Parcel.WEIGHT, input.weight())
                .with(Parcel.DUE, due)
                .with(Parcel.LEAD, lead(step));
        return switch (documents.create(Parcel.TYPE, values, step.actor())) {
            case Creation.Created created -> new Outcome.Made(created.document().ref());
            case Creation.Refused refused -> new Outcome.Refused(refused.reasons().getFirst().reason());
            case Creation.Denied denied -> new Outcome.Refused(denied.rule());
        };
    }

    private static Optional<DocumentRef> lead(Step step) {
        return Optional.of(step.document().ref()).filter(ref -> ref.type().equals(Parcel.LEAD_TYPE));
    }
}
