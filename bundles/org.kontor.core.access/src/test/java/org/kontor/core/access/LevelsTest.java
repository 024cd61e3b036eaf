package org.kontor.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.access.Area;
import org.kontor.api.access.Grant;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.access.RoleId;
import org.kontor.api.access.Roles.Assignment;
import org.kontor.api.access.Roles.Holder;
import org.kontor.api.access.Roles.Rearrangement;
import org.kontor.api.access.Subject;
import org.kontor.api.people.Actor;
import org.kontor.api.people.Department;
import org.kontor.api.people.TokenScope;
import org.kontor.storage.Engine;
import org.kontor.testkit.ClassPathLabels;
import org.kontor.testkit.FixedPeople;

/// Levels, stages and roles (ACL-4..14, ACL-18, ACL-23).
@ParameterizedClass
@EnumSource(Engine.class)
class LevelsTest {
    private static final Area NEW = new Area.OfStage("new");

    @Parameter
    private Engine engine;

    private AccessDesk desk;

    @BeforeEach
    void open() {
        desk = new AccessDesk(engine);
        desk.deals();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @Test
    void takesTheRightOfAStageFromTheType_ACL13() {
        desk.set(RoleId.EMPLOYEE, Area.TYPE, Operation.READ, Reach.DEPARTMENT);

        assertThat(desk.reach(FixedPeople.ANNA, "new", Operation.READ)).isEqualTo(Reach.DEPARTMENT);
    }

    @Test
    void letsAStageBeWiderThanTheType_ACL14() {
        desk.set(RoleId.EMPLOYEE, Area.TYPE, Operation.READ, Reach.OWN);
        desk.set(RoleId.EMPLOYEE, NEW, Operation.READ, Reach.ALL);

        assertThat(desk.reach(FixedPeople.ANNA, "new", Operation.READ)).isEqualTo(Reach.ALL);
    }

    @Test
    void letsAStageBeNarrowerThanTheType_ACL14() {
        desk.set(RoleId.EMPLOYEE, Area.TYPE, Operation.READ, Reach.ALL);
        desk.set(RoleId.EMPLOYEE, NEW, Operation.READ, Reach.NONE);

        assertThat(desk.reach(FixedPeople.ANNA, "new", Operation.READ)).isEqualTo(Reach.NONE);
    }

    @Test
    void prefersTheStageToThePipelineAndThePipelineToTheType() {
        desk.set(RoleId.EMPLOYEE, Area.TYPE, Operation.READ, Reach.ALL);
        desk.set(RoleId.EMPLOYEE, new Area.OfPipeline("sale"), Operation.READ, Reach.OWN);
        desk.set(RoleId.EMPLOYEE, NEW, Operation.READ, Reach.OPEN);

        assertThat(desk.access.grant(FixedPeople.ANNA, "deal", Operation.READ).stages())
                .containsEntry("new", Reach.OPEN).containsEntry("talks", Reach.OWN).containsEntry("open", Reach.ALL);
    }

    @Test
    void inheritsAgainWhenARuleIsTakenAway() {
        desk.set(RoleId.EMPLOYEE, NEW, Operation.READ, Reach.NONE);

        desk.access.inherit(RoleId.EMPLOYEE, "deal", NEW, Operation.READ, FixedPeople.ADMIN);

        assertThat(desk.reach(FixedPeople.ANNA, "new", Operation.READ)).isEqualTo(Reach.ALL);
    }

    @Test
    void hidesAPipelineWithoutAReadableStage_ACL23() {
        desk.set(RoleId.EMPLOYEE, new Area.OfPipeline("service"), Operation.READ, Reach.NONE);

        Grant grant = desk.access.grant(FixedPeople.ANNA, "deal", Operation.READ);
        assertThat(desk.types.require("deal").pipelines(grant)).extracting("id").containsExactly("sale");
    }

    @Test
    void givesTheMostOfAllRoles_ACL18() {
        desk.set(desk.role("Reader", AccessDesk.ANNA), Area.TYPE, Operation.READ, Reach.ALL);
        desk.set(desk.role("Seller", AccessDesk.ANNA), Area.TYPE, Operation.CHANGE, Reach.OWN);

        assertThat(desk.access.reach(FixedPeople.ANNA, "deal", Operation.READ)).isEqualTo(Reach.ALL);
        assertThat(desk.access.reach(FixedPeople.ANNA, "deal", Operation.CHANGE)).isEqualTo(Reach.OWN);
    }

    @Test
    void givesTheMostOfPersonalAndDepartmentalRolesStageByStage_ACL18() {
        RoleId wide = desk.role("Wide", AccessDesk.IVAN);
        desk.set(wide, Area.TYPE, Operation.READ, Reach.OPEN);
        RoleId narrow = desk.role("Narrow", AccessDesk.ANNA);
        desk.set(narrow, NEW, Operation.READ, Reach.ALL);
        Department sales = desk.department("Sales", Optional.empty(), AccessDesk.ANNA);
        desk.roles.assign(new Assignment(wide, new Holder.OfDepartment(sales.id(), false)), FixedPeople.ADMIN);

        assertThat(desk.reach(FixedPeople.ANNA, "new", Operation.READ)).isEqualTo(Reach.ALL);
        assertThat(desk.reach(FixedPeople.ANNA, "talks", Operation.READ)).isEqualTo(Reach.OPEN);
    }

    @Test
    void givesARoleOfADepartmentToThoseBelowWhenAsked() {
        RoleId role = desk.role("Reader", AccessDesk.IVAN);
        desk.set(role, Area.TYPE, Operation.DELETE, Reach.ALL);
        Department sales = desk.department("Sales", Optional.empty());
        desk.department("North", Optional.of(sales.id()), AccessDesk.ANNA);

        desk.roles.assign(new Assignment(role, new Holder.OfDepartment(sales.id(), true)), FixedPeople.ADMIN);

        assertThat(desk.access.reach(FixedPeople.ANNA, "deal", Operation.DELETE)).isEqualTo(Reach.ALL);
    }

    @Test
    void leavesARoleWithNothingThatWasNotSet_ACL21() {
        desk.role("Guest", AccessDesk.ANNA);

        assertThat(desk.access.reach(FixedPeople.ANNA, "deal", Operation.READ)).isEqualTo(Reach.NONE);
    }

    @Test
    void makesAnEmployeeOfWhoLostTheirLastRole() {
        RoleId guest = desk.role("Guest", AccessDesk.ANNA);

        desk.roles.delete(guest, FixedPeople.ADMIN);

        assertThat(desk.access.reach(FixedPeople.ANNA, "deal", Operation.READ)).isEqualTo(Reach.ALL);
    }

    @Test
    void coversWhatColleaguesAreResponsibleFor_ACL7() {
        desk.set(RoleId.EMPLOYEE, Area.TYPE, Operation.READ, Reach.DEPARTMENT);

        assertThat(covers(ivans(false))).isFalse();
        desk.department("Sales", Optional.empty(), AccessDesk.ANNA, AccessDesk.IVAN);
        assertThat(covers(ivans(false))).isTrue();
    }

    @Test
    void coversWhatIsBelowOnlyWithSubdepartments_ACL8() {
        Department sales = desk.department("Sales", Optional.empty(), AccessDesk.ANNA);
        desk.department("North", Optional.of(sales.id()), AccessDesk.IVAN);

        desk.set(RoleId.EMPLOYEE, Area.TYPE, Operation.READ, Reach.DEPARTMENT);
        assertThat(covers(ivans(false))).isFalse();
        desk.set(RoleId.EMPLOYEE, Area.TYPE, Operation.READ, Reach.SUBDEPARTMENTS);
        assertThat(covers(ivans(false))).isTrue();
    }

    @Test
    void coversWhatIsAvailableToEveryone_ACL9() {
        desk.set(RoleId.EMPLOYEE, Area.TYPE, Operation.READ, Reach.OPEN);

        assertThat(covers(ivans(true))).isTrue();
        assertThat(covers(ivans(false))).isFalse();
    }

    @Test
    void coversNothingOfOthersWithOwn_ACL6() {
        desk.set(RoleId.EMPLOYEE, Area.TYPE, Operation.READ, Reach.OWN);

        assertThat(covers(ivans(true))).isFalse();
    }

    @Test
    void remembersRulesAndRolesOverARestart() {
        desk.set(desk.role("Reader", AccessDesk.ANNA), NEW, Operation.EXPORT, Reach.SUBDEPARTMENTS);

        desk.restart();

        assertThat(desk.reach(FixedPeople.ANNA, "new", Operation.EXPORT)).isEqualTo(Reach.SUBDEPARTMENTS);
    }

    @Test
    void keepsAReadingTokenFromEverythingButReadingAndExport() {
        Actor token = new Actor.Client(AccessDesk.ANNA, "report", TokenScope.READ);

        assertThat(desk.access.reach(token, "deal", Operation.EXPORT)).isEqualTo(Reach.ALL);
        assertThat(desk.access.reach(token, "deal", Operation.IMPORT)).isEqualTo(Reach.NONE);
    }

    @Test
    void tellsWhichRuleDecided() {
        desk.set(desk.role("Reader", AccessDesk.ANNA), NEW, Operation.READ, Reach.DEPARTMENT);

        var decision = desk.access.explain(FixedPeople.ANNA, "deal", Optional.of("new"), Operation.READ);
        assertThat(new ClassPathLabels("org.kontor.core.access").text(decision.rule(), Locale.ENGLISH))
                .isEqualTo("Holders of the role “Reader” may see in the stage “new”: own and of the department (set by an administrator)");
    }

    @Test
    void refusesRolesFromEmployees() {
        assertThat(desk.roles.create("Mine", FixedPeople.ANNA)).isInstanceOf(Rearrangement.Refused.class);
    }

    @Test
    void refusesToMakeAdministratorsByAssignment() {
        var assignment = new Assignment(RoleId.ADMINISTRATOR, new Holder.OfPerson(AccessDesk.ANNA));

        assertThat(desk.roles.assign(assignment, FixedPeople.ADMIN)).isInstanceOf(Rearrangement.Refused.class);
    }

    private boolean covers(Subject document) {
        return desk.access.explain(FixedPeople.ANNA, document, Operation.READ).allowed();
    }

    private static Subject ivans(boolean open) {
        return new Subject("deal", Optional.of("talks"), Optional.of(AccessDesk.IVAN), open);
    }
}
