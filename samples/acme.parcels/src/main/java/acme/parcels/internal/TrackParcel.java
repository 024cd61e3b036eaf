package acme.parcels.internal;

import acme.parcels.Parcel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.Documents;
import org.kontor.api.labels.Label;
import org.kontor.api.workflow.Activity;
import org.kontor.api.workflow.ActivityId;
import org.kontor.api.workflow.Outcome;
import org.kontor.api.workflow.Step;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Waits until all parcels of the lead are delivered. The carrier's system or a person moves them; this looks from time to time
/// and holds no thread between two looks.
@Component
@ActivityId("acme.track-parcel")
public final class TrackParcel implements Activity<TrackParcel.Input> {
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    public record Input(Duration every) {}

    private final Documents documents;

    @Activate
    public TrackParcel(@Reference Documents documents) {
        this.documents = documents;
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Outcome run(Input input, Step step) {
        if (input.every().compareTo(SHORTEST) < 0) {
            return new Outcome.Refused(Label.of("activity.acme.track-parcel.too-often", input.every()));
        }
        List<Document> parcels = documents.find(LeadParcels.of(step.document().ref()), step.actor()).documents();
        if (parcels.isEmpty()) {
            return new Outcome.Refused(Label.of("activity.acme.track-parcel.none"));
        }
        Optional<Document> returned = parcels.stream().filter(parcel -> in(parcel, Parcel.RETURNED)).findFirst();
        if (returned.isPresent()) {
            return new Outcome.Refused(Label.of("activity.acme.track-parcel.returned", returned.get().get(Parcel.NUMBER).orElse("")));
        }
        boolean all = parcels.stream().allMatch(parcel -> in(parcel, Parcel.DELIVERED));
        return all ? new Outcome.Done() : new Outcome.Wait(step.now().plus(input.every()));
    }

    private static boolean in(Document parcel, String stage) {
        return parcel.stage().equals(Optional.of(stage));
    }
}
