package org.kontor.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.people.Department;
import org.kontor.api.people.DepartmentId;
import org.kontor.api.people.Departments;
import org.kontor.api.people.Person;
import org.kontor.api.people.PersonId;
import org.kontor.api.people.Reorganisation;
import org.kontor.storage.Engine;
import org.kontor.testkit.FixedPeople;
import org.kontor.testkit.TestDatabase;

/// The structure of the company (UI-8).
@ParameterizedClass
@EnumSource(Engine.class)
class JdbcDepartmentsTest {
    private static final PersonId ADMIN = new PersonId(1);
    private static final PersonId ANNA = new PersonId(2);
    private static final PersonId IVAN = new PersonId(3);

    @Parameter
    private Engine engine;

    private final FixedPeople people = new FixedPeople();
    private TestDatabase database;
    private Departments departments;

    @BeforeEach
    void open() {
        database = TestDatabase.open(engine);
        departments = new JdbcDepartments(database.database(), people);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsTheTreeOverARestart() {
        Department sales = add("Sales", Optional.empty(), Optional.of(ANNA), ANNA, IVAN);
        add("North", Optional.of(sales.id()), Optional.empty(), IVAN);

        assertThat(new JdbcDepartments(database.database(), people).all()).isEqualTo(departments.all());
    }

    @Test
    void listsEachDepartmentBeforeThoseBelowIt() {
        Department sales = add("Sales", Optional.empty(), Optional.empty());
        add("Accounts", Optional.of(sales.id()), Optional.empty());
        add("Board", Optional.empty(), Optional.empty());

        assertThat(departments.all()).extracting(Department::name).containsExactly("Board", "Sales", "Accounts");
    }

    @Test
    void countsAHeadAmongTheMembers() {
        assertThat(add("Sales", Optional.empty(), Optional.of(ANNA)).members()).containsExactly(ANNA);
    }

    @Test
    void knowsWhoIsAroundAPersonInSeveralDepartments() {
        Department sales = add("Sales", Optional.empty(), Optional.empty(), ANNA);
        add("North", Optional.of(sales.id()), Optional.empty(), IVAN);
        add("Board", Optional.empty(), Optional.empty(), ANNA, ADMIN);

        assertThat(departments.around(ANNA, false)).containsExactlyInAnyOrder(ANNA, ADMIN);
        assertThat(departments.around(ANNA, true)).containsExactlyInAnyOrder(ANNA, ADMIN, IVAN);
    }

    @Test
    void takesTheHeadForTheBoss() {
        add("Sales", Optional.empty(), Optional.of(ANNA), IVAN);

        assertThat(departments.boss(IVAN)).contains(ANNA);
    }

    @Test
    void takesTheHeadAboveForTheBossOfAHead() {
        Department company = add("Company", Optional.empty(), Optional.of(ADMIN));
        Department sales = add("Sales", Optional.of(company.id()), Optional.empty());
        add("North", Optional.of(sales.id()), Optional.of(ANNA));

        assertThat(departments.boss(ANNA)).contains(ADMIN);
        assertThat(departments.boss(ADMIN)).isEmpty();
    }

    @Test
    void prefersTheBossThatWasGiven() {
        add("Sales", Optional.empty(), Optional.of(ANNA), IVAN);
        Person ivan = people.find(IVAN).orElseThrow();
        people.change(new Person(IVAN, ivan.login(), ivan.name(), ivan.email(), ivan.role(), Optional.of(ADMIN), ivan.language(), ivan.zone(), true), FixedPeople.ADMIN);

        assertThat(departments.boss(IVAN)).contains(ADMIN);
    }

    @Test
    void tellsWhoWatches() {
        List<String> told = new ArrayList<>();
        departments.watch(() -> told.add("changed"));

        add("Sales", Optional.empty(), Optional.empty());

        assertThat(told).hasSize(1);
    }

    @Test
    void refusesACircle() {
        Department sales = add("Sales", Optional.empty(), Optional.empty());
        Department north = add("North", Optional.of(sales.id()), Optional.empty());

        assertThat(departments.change(sales.id(), new Department.Outline("Sales", Optional.of(north.id()), Optional.empty(), Set.of()), FixedPeople.ADMIN)).isInstanceOf(Reorganisation.Refused.class);
    }

    @Test
    void refusesEmployeesTakenNamesUnknownPersonsAndOccupiedDepartments() {
        Department sales = add("Sales", Optional.empty(), Optional.empty());
        add("North", Optional.of(sales.id()), Optional.empty());

        assertThat(List.of(
                departments.add(outline("Mine"), FixedPeople.ANNA),
                departments.add(outline("SALES"), FixedPeople.ADMIN),
                departments.add(outline(" "), FixedPeople.ADMIN),
                departments.add(new Department.Outline("New", Optional.of(new DepartmentId(99)), Optional.empty(), Set.of()), FixedPeople.ADMIN),
                departments.add(new Department.Outline("New", Optional.empty(), Optional.of(new PersonId(99)), Set.of()), FixedPeople.ADMIN),
                departments.delete(sales.id(), FixedPeople.ADMIN))).hasOnlyElementsOfType(Reorganisation.Refused.class);
    }

    private static Department.Outline outline(String name) {
        return new Department.Outline(name, Optional.empty(), Optional.empty(), Set.of());
    }

    private Department add(String name, Optional<DepartmentId> above, Optional<PersonId> head, PersonId... members) {
        return ((Reorganisation.Done) departments.add(new Department.Outline(name, above, head, Set.of(members)), FixedPeople.ADMIN)).department();
    }
}
