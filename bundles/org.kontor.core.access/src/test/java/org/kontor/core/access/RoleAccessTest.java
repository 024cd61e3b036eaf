package org.kontor.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.api.access.Access.Rule;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.DocumentShape;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.people.Role;
import org.kontor.storage.Engine;
import org.kontor.testkit.FixedPeople;
import org.osgi.framework.ServiceRegistration;

class RoleAccessTest {
    private AccessDesk desk;
    private RoleAccess access;

    @BeforeEach
    void open() {
        desk = new AccessDesk(Engine.H2);
        access = desk.access;
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @Test
    void letsEmployeesReadEverythingOfAnOrdinaryType() {
        declare(shape("parcel"));

        assertThat(access.reach(FixedPeople.ANNA, "parcel", Operation.READ)).isEqualTo(Reach.ALL);
    }

    @Test
    void letsEmployeesReadOnlyTheirOwnWhereTheTypeSaysSo() {
        declare(personal("letter"));

        assertThat(access.reach(FixedPeople.ANNA, "letter", Operation.READ)).isEqualTo(Reach.OWN);
    }

    @Test
    void letsAdministratorsReadWhatIsPersonal() {
        declare(personal("letter"));

        assertThat(access.reach(FixedPeople.ADMIN, "letter", Operation.READ)).isEqualTo(Reach.ALL);
    }

    @Test
    void keepsEmployeesFromTypesNobodyDeclares() {
        assertThat(access.reach(FixedPeople.ANNA, "letter", Operation.READ)).isEqualTo(Reach.NONE);
    }

    @Test
    void forgetsWhatAShapeSaidWhenItGoes() {
        declare(shape("parcel")).unregister();
        desk.types.remove("parcel");

        assertThat(access.reach(FixedPeople.ANNA, "parcel", Operation.READ)).isEqualTo(Reach.NONE);
    }

    @Test
    void prefersAnAdministratorsRuleToTheTypes() {
        declare(personal("letter"));

        access.set(new Rule(Role.EMPLOYEE, "letter", Operation.READ, Reach.ALL), FixedPeople.ADMIN);

        assertThat(access.reach(FixedPeople.ANNA, "letter", Operation.READ)).isEqualTo(Reach.ALL);
    }

    @Test
    void refusesRulesFromEmployees() {
        declare(personal("letter"));

        assertThat(access.set(new Rule(Role.EMPLOYEE, "letter", Operation.READ, Reach.ALL), FixedPeople.ANNA)).isFalse();
    }

    private ServiceRegistration<DocumentShape> declare(DocumentShape shape) {
        return desk.declare(shape);
    }

    private static DocumentShape shape(String typeId) {
        return () -> type(typeId);
    }

    private static DocumentShape personal(String typeId) {
        return new DocumentShape() {
            @Override
            public DocumentType type() {
                return RoleAccessTest.type(typeId);
            }

            @Override
            public Reach employees(Operation operation) {
                return Reach.OWN;
            }
        };
    }

    private static DocumentType type(String typeId) {
        Field<String> title = Field.text("title");
        return new DocumentType(typeId, "package", List.of(title), title, Optional.empty(), Optional.empty(), true);
    }
}
