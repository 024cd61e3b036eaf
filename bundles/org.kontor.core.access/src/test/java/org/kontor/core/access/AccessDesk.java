package org.kontor.core.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.felix.framework.FrameworkFactory;
import org.kontor.api.access.Access.Rule;
import org.kontor.api.access.Area;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.access.RoleId;
import org.kontor.api.access.Roles;
import org.kontor.api.access.Roles.Assignment;
import org.kontor.api.access.Roles.Holder;
import org.kontor.api.documents.DocumentShape;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.api.people.Department;
import org.kontor.api.people.DepartmentId;
import org.kontor.api.people.Departments;
import org.kontor.api.people.PersonId;
import org.kontor.api.people.Reorganisation;
import org.kontor.core.people.JdbcDepartments;
import org.kontor.storage.Engine;
import org.kontor.testkit.FixedPeople;
import org.kontor.testkit.TestDatabase;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;

/// Access over a database of its own, in a framework without bundles.
final class AccessDesk implements AutoCloseable {
    static final PersonId ANNA = FixedPeople.ANNA.person().orElseThrow();
    static final PersonId IVAN = FixedPeople.IVAN.person().orElseThrow();

    final TestDatabase database;
    final KnownTypes types = new KnownTypes();
    final FixedPeople people = new FixedPeople();
    final Departments departments;
    private final Framework framework;
    Roles roles;
    RoleAccess access;

    AccessDesk(Engine engine) {
        database = TestDatabase.open(engine);
        framework = new FrameworkFactory().newFramework(Map.of(Constants.FRAMEWORK_STORAGE, database.folder().resolve("cache").toString(), "felix.log.level", "0"));
        try {
            framework.start();
        } catch (BundleException e) {
            throw new IllegalStateException("the framework for tests does not start", e);
        }
        departments = new JdbcDepartments(database.database(), people);
        restart();
    }

    /// As after a restart of the portal: nothing is known but what is stored.
    void restart() {
        roles = new StoredRoles(database.database(), people, departments);
        access = new RoleAccess(framework.getBundleContext(), database.database(), people, roles, departments, types);
    }

    Reach reach(Actor actor, String stage, Operation operation) {
        return access.grant(actor, "deal", operation).at(Optional.of(stage));
    }

    void set(RoleId role, Area area, Operation operation, Reach reach) {
        access.set(new Rule(role, "deal", area, operation, reach), FixedPeople.ADMIN);
    }

    /// A new role, given to somebody.
    RoleId role(String name, PersonId holder) {
        RoleId id = ((Roles.Rearrangement.Done) roles.create(name, FixedPeople.ADMIN)).role().id();
        roles.assign(new Assignment(id, new Holder.OfPerson(holder)), FixedPeople.ADMIN);
        return id;
    }

    Department department(String name, Optional<DepartmentId> above, PersonId... members) {
        return ((Reorganisation.Done) departments.add(new Department.Outline(name, above, Optional.empty(), Set.of(members)), FixedPeople.ADMIN)).department();
    }

    /// Declares deals: in the pipeline `sale` with `new`, `talks`, `won`, and in `service` with `open` and `closed`.
    ServiceRegistration<DocumentShape> deals() {
        Field<String> title = Field.text("title");
        return declare(() -> new DocumentType("deal", "coins", List.of(title), title, Optional.empty(), List.of(
                new Pipeline("sale", Label.verbatim("Sale"), List.of(stage("new", Stage.Meaning.INITIAL), stage("talks", Stage.Meaning.IN_WORK), stage("won", Stage.Meaning.WON), stage("lost", Stage.Meaning.LOST)), 1),
                new Pipeline("service", Label.verbatim("Service"), List.of(stage("open", Stage.Meaning.INITIAL), stage("closed", Stage.Meaning.WON), stage("dropped", Stage.Meaning.LOST)), 2)), true, Optional.empty()));
    }

    private static Stage stage(String id, Stage.Meaning meaning) {
        return new Stage(id, Label.verbatim(id), meaning, 1);
    }

    ServiceRegistration<DocumentShape> declare(DocumentShape shape) {
        types.put(shape.type());
        return framework.getBundleContext().registerService(DocumentShape.class, shape, null);
    }

    @Override
    public void close() throws Exception {
        access.close();
        framework.stop();
        framework.waitForStop(10_000);
        database.close();
    }
}
