package org.kontor.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Stage;
import org.kontor.api.documents.Values;
import org.kontor.api.jobs.Work;
import org.kontor.api.people.Actor;
import org.kontor.contacts.internal.CompanyShape;
import org.kontor.contacts.internal.ContactShape;
import org.kontor.deals.Deal;
import org.kontor.deals.internal.DealShape;
import org.kontor.leads.Lead;
import org.kontor.leads.internal.LeadShape;
import org.kontor.storage.Engine;
import org.kontor.tasks.Task;
import org.kontor.tasks.internal.TaskShape;
import org.kontor.testkit.portal.TestPortal;

class FillDemoTest {
    private static final Actor TEST = new Actor.Robot("test");

    private TestPortal portal;

    @BeforeEach
    void open() {
        portal = TestPortal.open(Engine.H2, List.of(new CompanyShape(), new ContactShape(), new DealShape(), new LeadShape(), new TaskShape()), "org.kontor.contacts", "org.kontor.deals", "org.kontor.leads", "org.kontor.tasks", "org.kontor.core.documents");
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void fillsAnEmptyPortal() {
        fill();

        assertThat(List.of(leads(), tasks(), (long) portal.people().all().size())).containsExactly(61L, 20L, 7L);
    }

    @ParameterizedTest
    @ValueSource(strings = {Lead.TYPE, Deal.TYPE})
    void hasDocumentsInEveryStage(String type) {
        fill();

        var stages = portal.documents().find(Query.newest(type).limited(100), TEST).documents().stream().map(document -> document.stage().orElseThrow()).distinct();
        assertThat(stages).containsExactlyInAnyOrderElementsOf(portal.types().require(type).pipeline().orElseThrow().stages().stream().map(Stage::id).toList());
    }

    @Test
    void linksDealsWithTheirContactsAndCompanies() {
        fill();

        assertThat(portal.documents().find(Query.newest(Deal.TYPE).limited(100), TEST).documents()).hasSize(18)
                .allSatisfy(deal -> assertThat(deal.get(Deal.COMPANY)).isPresent())
                .allSatisfy(deal -> assertThat(deal.get(Deal.CONTACTS)).isPresent());
    }

    @Test
    void writesInTheNameOfItsPeople() {
        fill();

        var lead = portal.documents().find(Query.newest(Lead.TYPE).limited(1), TEST).documents().getFirst();
        assertThat(portal.documents().history(lead.ref(), Long.MAX_VALUE, 10, TEST)).hasSizeGreaterThan(1)
                .allSatisfy(entry -> assertThat(entry.occurrence().actor()).isInstanceOf(Actor.Human.class));
    }

    @Test
    void fillsOnceOnly() {
        fill();

        fill();

        assertThat(leads()).isEqualTo(61);
    }

    @Test
    void leavesAPortalAloneThatHasLeads() {
        portal.documents().create(Lead.TYPE, Values.none().with(Lead.TITLE, "Ours"), TEST);

        fill();

        assertThat(leads()).isEqualTo(1);
    }

    @Test
    void letsItsPeopleInWithTheFirstPasswordOnly() throws Exception {
        fill();

        var nora = portal.people().byLogin("nora").orElseThrow();
        assertThat(portal.people().changePassword(nora.id(), "kontor", "something else", new Actor.Human(nora.id())))
                .isInstanceOf(org.kontor.api.people.Enrolment.Refused.class);
    }

    private void fill() {
        new FillDemo(portal.context(), portal.people(), portal.documents(), portal.types(), portal.notation(), portal.once()).run(new Work("once", "", 1));
    }

    private long leads() {
        return portal.documents().count(Lead.TYPE, Filter.any(), 1000, TEST).value();
    }

    private long tasks() {
        return portal.documents().count(Task.TYPE, Filter.any(), 1000, TEST).value();
    }
}
