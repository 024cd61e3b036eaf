package acme.parcels.internal;

import static org.assertj.core.api.Assertions.assertThat;

import acme.parcels.Parcel;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.api.documents.Creation;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentShape;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Values;
import org.kontor.api.people.Actor;
import org.kontor.api.workflow.Outcome;
import org.kontor.api.workflow.Step;
import org.kontor.storage.Engine;
import org.kontor.testkit.portal.TestPortal;

class ParcelRobotsTest {
    private static final Field<String> TITLE = Field.text("title");
    private static final DocumentShape LEADS = () -> new DocumentType(Parcel.LEAD_TYPE, "user", List.of(TITLE), TITLE, Optional.empty(), Optional.empty(), true);
    private static final Actor ROBOT = new Actor.Robot("robot:lead/new/r1");
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private TestPortal portal;
    private Document lead;

    @BeforeEach
    void open() {
        portal = TestPortal.open(Engine.H2, List.of(LEADS, new ParcelShape()), "acme.parcels");
        lead = ((Creation.Created) portal.documents().create(Parcel.LEAD_TYPE, Values.none().with(TITLE, "Price list"), ROBOT)).document();
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void packsAParcelForTheLead() {
        Outcome outcome = pack();

        Document parcel = portal.documents().get(((Outcome.Made) outcome).document(), ROBOT).orElseThrow();
        assertThat(parcel.get(Parcel.LEAD)).contains(lead.ref());
        assertThat(parcel.get(Parcel.DUE)).contains(LocalDate.of(2026, 11, 27));
        assertThat(parcel.stage()).contains(Parcel.PACKED);
    }

    @Test
    void looksAgainWhileAParcelIsOnItsWay() {
        pack();

        assertThat(track(Duration.ofMinutes(5))).isEqualTo(new Outcome.Wait(NOW.plusSeconds(300)));
    }

    @Test
    void isDoneWhenAllParcelsAreDelivered() {
        move(((Outcome.Made) pack()).document(), Parcel.DELIVERED);

        assertThat(track(Duration.ofMinutes(5))).isEqualTo(new Outcome.Done());
    }

    @Test
    void saysWhichParcelCameBack() {
        move(((Outcome.Made) pack()).document(), Parcel.RETURNED);

        assertThat(((Outcome.Refused) track(Duration.ofMinutes(5))).reason()).asString().contains("P-7-0");
    }

    @Test
    void refusesToLookWithoutAPause() {
        pack();

        assertThat(track(Duration.ZERO)).isInstanceOf(Outcome.Refused.class);
    }

    private Outcome pack() {
        return new CreateParcel(portal.documents()).run(new CreateParcel.Input("Ann Lee", Optional.of(new BigDecimal("1.5")), Optional.empty()), step());
    }

    private Outcome track(Duration every) {
        return new TrackParcel(portal.documents()).run(new TrackParcel.Input(every), step());
    }

    private void move(DocumentRef parcel, String stage) {
        portal.documents().change(parcel, Draft.move(stage), ROBOT);
    }

    private Step step() {
        return new Step("7-0", lead, ROBOT, 1, NOW);
    }
}
