package org.kontor.itests.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.itests.core.RobotDesk.robot;
import static org.kontor.itests.core.RobotDesk.task;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.documents.Filter;
import org.kontor.api.people.Actor;
import org.kontor.api.workflow.Outcome;
import org.kontor.api.workflow.Robot;
import org.kontor.api.workflow.RobotSheet;
import org.kontor.api.workflow.Robots.Saving;
import org.kontor.api.workflow.Timing;
import org.kontor.leads.Lead;
import org.kontor.storage.Engine;

/// What is refused when the robots of a stage are saved, and how they are kept.
@ParameterizedClass
@EnumSource(Engine.class)
class SheetsTest {
    private final RobotDesk desk;

    SheetsTest(Engine engine) {
        desk = new RobotDesk(engine);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void countsItsVersions() {
        assertThat(desk.portal.robots().sheet(Lead.TYPE, Lead.NEW).version()).isZero();
        assertThat(desk.robots(Lead.NEW, task("one")).version()).isEqualTo(1);
        assertThat(desk.robots(Lead.NEW, task("two")).version()).isEqualTo(2);
        assertThat(desk.portal.robots().sheet(Lead.TYPE, Lead.NEW).robots()).containsExactly(task("two"));
    }

    @Test
    void refusesWhoSavesOverSomebodyElsesVersion() {
        desk.robots(Lead.NEW, task("one"));

        assertThat(reasons(desk.admin, 0, task("two"))).containsExactly("Optional.empty: Somebody else saved these robots meanwhile: look at theirs first");
    }

    @Test
    void refusesAnEmployee() {
        assertThat(reasons(desk.annasHand(), 0, task("one"))).containsExactly("Optional.empty: Only an administrator may change robots");
    }

    @Test
    void refusesAnActivityThatIsNotThere() {
        assertThat(reasons(desk.admin, 0, RobotDesk.atOnce("x", "acme.nothing", "y"))).containsExactly("Optional[x.activity]: There is no activity “acme.nothing”: is its module switched on?");
    }

    @Test
    void keepsARobotWhoseActivityIsAway() {
        Runnable leave = desk.activity("acme.say", (_, _) -> new Outcome.Done());
        Robot say = RobotDesk.atOnce("say", "acme.say", "hello");
        desk.robots(Lead.NEW, say);
        leave.run();

        assertThat(desk.robots(Lead.NEW, say, task("one")).version()).isEqualTo(2);
    }

    @Test
    void refusesAMissingInput() {
        assertThat(reasons(desk.admin, 0, robot("t", "tasks.create", new Timing.AtOnce(), Filter.any(), Map.of("audience", "BOSS")))).containsExactly("Optional[t.title]: What is to be done is needed");
    }

    @Test
    void refusesASpanThatIsNone() {
        assertThat(reasons(desk.admin, 0, robot("t", "tasks.create", new Timing.AtOnce(), Filter.any(), Map.of("title", "x", "audience", "BOSS", "within", "soon"))))
                .containsExactly("Optional[t.within]: “soon” is not a span, as in 15m, 2h or 3d");
    }

    @Test
    void refusesAConditionOnAFieldThatIsNotThere() {
        assertThat(reasons(desk.admin, 0, robot("t", "tasks.create", new Timing.AtOnce(), new Filter.Empty("colour"), Map.of("title", "x", "audience", "BOSS"))))
                .containsExactly("Optional[t.condition]: The condition asks for the field “colour”, which does not exist here (Lead)");
    }

    @Test
    void refusesAConditionOnAValueOfAnotherKind() {
        Filter wrong = new Filter.Not(new Filter.Compare("amount", Filter.Operator.GREATER, "much"));

        assertThat(reasons(desk.admin, 0, robot("t", "tasks.create", new Timing.AtOnce(), wrong, Map.of("title", "x", "audience", "BOSS"))))
                .containsExactly("Optional[t.condition]: The condition compares amount with “much”, which is not of its kind");
    }

    private List<String> reasons(Actor actor, int version, Robot... robots) {
        return desk.portal.robots().save(new RobotSheet(Lead.TYPE, Lead.NEW, version, List.of(robots)), actor) instanceof Saving.Refused(var reasons)
                ? reasons.stream().map(reason -> Optional.class.cast(reason.field()) + ": " + desk.portal.labels().text(reason.reason(), Locale.ENGLISH)).toList()
                : List.of();
    }
}
