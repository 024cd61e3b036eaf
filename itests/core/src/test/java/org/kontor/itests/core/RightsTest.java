package org.kontor.itests.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.access.Access;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Permission;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.Change;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Query;
import org.kontor.api.people.Actor;
import org.kontor.api.people.Role;
import org.kontor.api.people.TokenScope;
import org.kontor.leads.Lead;
import org.kontor.storage.Engine;

/// Who may do what: administrators everything, employees what is set or what is usual.
@ParameterizedClass
@EnumSource(Engine.class)
class RightsTest {
    private final RobotDesk desk;
    private final Access access;

    RightsTest(Engine engine) {
        desk = new RobotDesk(engine);
        access = desk.portal.access();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void reachEverythingForAnAdministrator() {
        for (Operation operation : Operation.values()) {
            assertThat(access.reach(desk.admin, Lead.TYPE, operation)).isEqualTo(Reach.ALL);
        }
        assertThat(access.may(desk.admin, Permission.ADMINISTER)).isTrue();
    }

    @Test
    void letAnEmployeeSeeAllAndChangeOnlyTheirOwn() {
        Document annas = desk.lead("Annas");
        Actor ivan = new Actor.Human(desk.portal.employee("ivan").id());

        assertThat(desk.portal.documents().get(annas.ref(), ivan)).isPresent();
        assertThat(desk.portal.documents().change(annas.ref(), Draft.move(Lead.JUNK), ivan)).isInstanceOf(Change.Denied.class);
        assertThat(desk.portal.documents().change(annas.ref(), Draft.move(Lead.JUNK), desk.annasHand())).isInstanceOf(Change.Changed.class);
    }

    @Test
    void areNarrowedByARule() {
        desk.lead("Annas");
        Actor ivan = new Actor.Human(desk.portal.employee("ivan").id());

        assertThat(access.set(new Access.Rule(Role.EMPLOYEE, Lead.TYPE, Operation.READ, Reach.OWN), desk.admin)).isTrue();

        assertThat(desk.portal.documents().find(Query.newest(Lead.TYPE), ivan).documents()).isEmpty();
        assertThat(desk.portal.documents().find(Query.newest(Lead.TYPE), desk.annasHand()).documents()).hasSize(1);
    }

    @Test
    void areSetByAdministratorsOnlyAndNotOverThem() {
        assertThat(access.set(new Access.Rule(Role.EMPLOYEE, Lead.TYPE, Operation.DELETE, Reach.ALL), desk.annasHand())).isFalse();
        assertThat(access.set(new Access.Rule(Role.ADMINISTRATOR, Lead.TYPE, Operation.READ, Reach.NONE), desk.admin)).isFalse();
    }

    @Test
    void replaceTheRuleBefore() {
        access.set(new Access.Rule(Role.EMPLOYEE, Lead.TYPE, Operation.CHANGE, Reach.NONE), desk.admin);
        access.set(new Access.Rule(Role.EMPLOYEE, Lead.TYPE, Operation.CHANGE, Reach.ALL), desk.admin);

        assertThat(access.reach(desk.annasHand(), Lead.TYPE, Operation.CHANGE)).isEqualTo(Reach.ALL);
        assertThat(desk.rows("access_right")).isEqualTo(1);
    }

    @Test
    void explainWhatDecided() {
        assertThat(why(desk.admin)).isEqualTo("Administrators may do everything");
        assertThat(why(desk.annasHand())).isEqualTo("Employees may change: own (as long as nothing else is set)");
        access.set(new Access.Rule(Role.EMPLOYEE, Lead.TYPE, Operation.CHANGE, Reach.NONE), desk.admin);
        assertThat(why(desk.annasHand())).isEqualTo("Employees may change: none (set by an administrator)");
    }

    @Test
    void ofATokenAreNeverMoreThanItsScope() {
        Actor reading = new Actor.Client(desk.boss.id(), "script", TokenScope.READ);

        assertThat(access.reach(reading, Lead.TYPE, Operation.READ)).isEqualTo(Reach.ALL);
        assertThat(access.reach(reading, Lead.TYPE, Operation.CHANGE)).isEqualTo(Reach.NONE);
        assertThat(access.may(reading, Permission.IMPORT)).isFalse();
    }

    private String why(Actor actor) {
        return desk.portal.labels().text(access.explain(actor, Lead.TYPE, Operation.CHANGE).rule(), Locale.ENGLISH);
    }
}
