package org.kontor.itests.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.documents.Creation;
import org.kontor.api.documents.DocumentEvent;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Values;
import org.kontor.api.events.Occurrence;
import org.kontor.api.events.ParkedEntries.Parked;
import org.kontor.api.events.ParkedEntries.Replay;
import org.kontor.api.events.Reaction;
import org.kontor.api.people.Actor;
import org.kontor.leads.Lead;
import org.kontor.leads.internal.LeadShape;
import org.kontor.storage.Engine;
import org.kontor.storage.Sql;
import org.kontor.testkit.portal.TestPortal;

/// What a reaction could not act on waits for an administrator.
@ParameterizedClass
@EnumSource(Engine.class)
class ParkedEntriesTest {
    private static final String ID = "test.counting";

    private final TestPortal portal;
    private final Counting counting = new Counting();
    private Actor admin = new Actor.Robot("nobody");
    private Actor employee = admin;
    private DocumentRef lead = new DocumentRef(Lead.TYPE, 1);

    ParkedEntriesTest(Engine engine) {
        portal = TestPortal.open(engine, List.of(new LeadShape()), "org.kontor.leads", "org.kontor.core.documents");
    }

    @BeforeEach
    void park() {
        admin = new Actor.Human(portal.administrator("boss").id());
        employee = new Actor.Human(portal.employee("anna").id());
        lead = ((Creation.Created) portal.documents().create(Lead.TYPE, Values.none().with(Lead.TITLE, "Anna"), admin)).document().ref();
        long position = portal.documents().history(lead, Long.MAX_VALUE, 1, admin).getFirst().occurrence().position();
        portal.database().database().write(tx -> tx.update(Sql.of("insert into parked_entry (reaction, position, parked, reason) values (?, ?, ?, ?)", ID, position, Instant.now(), "out of order")));
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void areShownWithTheirReason() {
        assertThat(portal.parked().find(Long.MAX_VALUE, 10, admin)).singleElement().satisfies(parked -> {
            assertThat(parked.reaction()).isEqualTo(ID);
            assertThat(parked.event()).isEqualTo("document.created");
            assertThat(parked.document()).hasValue(lead.toString());
            assertThat(parked.reason()).isEqualTo("out of order");
        });
        assertThat(portal.parked().count(admin)).isEqualTo(1);
    }

    @Test
    void areNothingForOthers() {
        assertThat(portal.parked().find(Long.MAX_VALUE, 10, employee)).isEmpty();
        assertThat(portal.parked().count(employee)).isZero();
        assertThat(portal.parked().replay(id(), employee)).isEqualTo(new Replay.Missing());
        assertThat(portal.parked().drop(id(), employee)).isFalse();
    }

    @Test
    void areTriedAgainOnce() {
        portal.register(Reaction.class, counting, Map.of("kontor.reaction.id", ID));
        long id = id();

        assertThat(portal.parked().replay(id, admin)).isEqualTo(new Replay.Done());
        assertThat(portal.parked().replay(id, admin)).isEqualTo(new Replay.Missing());

        assertThat(counting.seen).containsExactly(lead);
        assertThat(portal.parked().count(admin)).isZero();
    }

    @Test
    void stayWhenTheyFailAgain() {
        portal.register(Reaction.class, counting, Map.of("kontor.reaction.id", ID));
        counting.broken = true;

        assertThat(portal.parked().replay(id(), admin)).isInstanceOfSatisfying(Replay.Failed.class, failed -> assertThat(failed.reason()).contains("still out of order"));

        assertThat(portal.parked().find(Long.MAX_VALUE, 10, admin)).extracting(Parked::reason).singleElement().asString().contains("still out of order");
    }

    @Test
    void waitForTheirReaction() {
        assertThat(portal.parked().replay(id(), admin)).isEqualTo(new Replay.Absent(ID));
        assertThat(portal.parked().count(admin)).isEqualTo(1);
    }

    @Test
    void canBeGivenUp() {
        long id = id();

        assertThat(portal.parked().drop(id, admin)).isTrue();
        assertThat(portal.parked().drop(id, admin)).isFalse();
        assertThat(portal.parked().count(admin)).isZero();
    }

    private long id() {
        return portal.parked().find(Long.MAX_VALUE, 1, admin).getFirst().id();
    }

    private static final class Counting implements Reaction<DocumentEvent> {
        private final List<DocumentRef> seen = Collections.synchronizedList(new ArrayList<>());
        private volatile boolean broken;

        @Override
        public Class<DocumentEvent> event() {
            return DocumentEvent.class;
        }

        @Override
        public void after(DocumentEvent event, Occurrence occurrence) {
            if (broken) {
                throw new IllegalStateException("still out of order");
            }
            seen.add(event.document());
        }
    }
}
