package org.kontor.itests.core.rights;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.kontor.api.access.Access.Rule;
import org.kontor.api.access.Area;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.access.RoleId;
import org.kontor.api.access.Roles.Assignment;
import org.kontor.api.access.Roles.Holder;
import org.kontor.api.access.Roles.Rearrangement;
import org.kontor.api.documents.Creation;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentShape;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Stage;
import org.kontor.api.documents.Values;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.api.people.Department;
import org.kontor.api.people.DepartmentId;
import org.kontor.api.people.PersonId;
import org.kontor.api.people.Reorganisation;
import org.kontor.storage.Engine;
import org.kontor.testkit.portal.TestPortal;

/// A portal with people, departments, roles and documents made at random, and the model of all that beside it.
final class Company implements AutoCloseable {
    static final Field<String> TITLE = Field.text("title");
    static final Field<PersonId> OWNER = Field.of("owner", new Kind.User());
    static final Field<DocumentRef> NOTE = Field.of("note", new Kind.Link(List.of("note")));
    /// With two pipelines and a responsible person.
    static final DocumentType ORDER = new DocumentType("order", "box", List.of(TITLE, OWNER, NOTE), TITLE, Optional.of(OWNER),
            List.of(way("sale", 1, "fresh", "talks", "sold", "lost"), way("service", 2, "asked", "repair", "mended", "dropped")), true, Optional.empty());
    /// Without both: whose it is, is who made it.
    static final DocumentType NOTED = new DocumentType("note", "note", List.of(TITLE), TITLE, Optional.empty(), Optional.empty(), true);
    static final List<DocumentType> TYPES = List.of(ORDER, NOTED);
    private static final Actor ROBOT = new Actor.Robot("test");

    final TestPortal portal;
    final List<PersonId> people = new ArrayList<>();
    final Map<DocumentRef, Paper> papers = new LinkedHashMap<>();
    final Map<DocumentRef, DocumentRef> notes = new HashMap<>();
    final Rulebook book = new Rulebook();
    final Random random;
    private final List<RoleId> roles = new ArrayList<>();

    Company(Engine engine, long seed) {
        random = new Random(seed);
        portal = TestPortal.open(engine, List.of((DocumentShape) () -> ORDER, () -> NOTED), "org.kontor.core.documents", "org.kontor.core.access");
        for (String name : List.of("anna", "boris", "carla", "dina", "egor", "franca", "gleb")) {
            people.add(portal.employee(name).id());
        }
        for (DocumentType type : TYPES) {
            book.employees.put(type.id(), new HashMap<>(Map.of(Operation.READ, Reach.ALL, Operation.CREATE, Reach.ALL, Operation.CHANGE, Reach.OWN, Operation.DELETE, Reach.OWN)));
            type.pipelines().forEach(way -> way.stages().forEach(stage -> book.pipelineOfStage.put(stage.id(), way.id())));
        }
        for (int i = 0; i < 6; i++) {
            Optional<DepartmentId> above = i == 0 ? Optional.empty() : Optional.of(pick(List.copyOf(book.members.keySet())));
            DepartmentId id = done(portal.departments().add(new Department.Outline("department " + i, above, Optional.empty(), Set.of()), ROBOT)).id();
            book.members.put(id, new HashSet<>());
            above.ifPresent(some -> book.above.put(id, some));
        }
        for (int i = 0; i < 3; i++) {
            roles.add(((Rearrangement.Done) portal.roles().create("role " + i, ROBOT)).role().id());
        }
        for (int i = 0; i < 40; i++) {
            add(NOTED, pick(people), Optional.empty());
            add(ORDER, pick(people), Optional.of(pick(stages())));
        }
    }

    private static Pipeline way(String id, int sort, String... stages) {
        List<Stage.Meaning> meanings = List.of(Stage.Meaning.INITIAL, Stage.Meaning.IN_WORK, Stage.Meaning.WON, Stage.Meaning.LOST);
        List<Stage> all = new ArrayList<>();
        for (int i = 0; i < stages.length; i++) {
            all.add(new Stage(stages[i], Label.verbatim(stages[i]), meanings.get(i), 1));
        }
        return new Pipeline(id, Label.verbatim(id), all, sort);
    }

    List<String> stages() {
        return ORDER.pipelines().stream().flatMap(way -> way.stages().stream()).map(Stage::id).toList();
    }

    private void add(DocumentType type, PersonId owner, Optional<String> stage) {
        boolean open = random.nextInt(4) == 0;
        Optional<DocumentRef> note = type == ORDER && random.nextBoolean() ? Optional.of(pick(papers.keySet().stream().filter(ref -> ref.type().equals("note")).toList())) : Optional.empty();
        Values titled = Values.none().with(TITLE, type.id() + " " + papers.size()).with(DocumentType.OPEN, open);
        Values linked = note.map(some -> titled.with(NOTE, some)).orElse(titled);
        DocumentRef ref = ((Creation.Created) portal.documents().create(type.id(), type == ORDER ? linked.with(OWNER, owner) : linked, stage, new Actor.Human(owner))).document().ref();
        note.ifPresent(some -> notes.put(ref, some));
        papers.put(ref, new Paper(ref, stage, Optional.of(owner), open, false));
    }

    /// Deals people, roles and rules anew.
    void shuffle() {
        book.members.keySet().forEach(id -> {
            Set<PersonId> members = new HashSet<>();
            people.stream().filter(_ -> random.nextInt(4) == 0).forEach(members::add);
            Department before = portal.departments().find(id).orElseThrow();
            done(portal.departments().change(id, new Department.Outline(before.name(), before.parent(), Optional.empty(), members), ROBOT));
            book.members.put(id, members);
        });
        List.copyOf(book.assignments).forEach(each -> portal.roles().revoke(each, ROBOT));
        book.assignments.clear();
        for (int i = random.nextInt(7); i > 0; i--) {
            Holder holder = random.nextBoolean() ? new Holder.OfPerson(pick(people)) : new Holder.OfDepartment(pick(List.copyOf(book.members.keySet())), random.nextBoolean());
            Assignment assignment = new Assignment(random.nextInt(4) == 0 ? RoleId.EMPLOYEE : pick(roles), holder);
            portal.roles().assign(assignment, ROBOT);
            book.assignments.add(assignment);
        }
        List.copyOf(book.rules).forEach(rule -> portal.access().inherit(rule.role(), rule.typeId(), rule.area(), rule.operation(), ROBOT));
        book.rules.clear();
        for (int i = random.nextInt(40); i > 0; i--) {
            deal();
        }
    }

    private void deal() {
        DocumentType type = pick(TYPES);
        Area area = type == NOTED || random.nextInt(3) == 0 ? Area.TYPE : random.nextBoolean() ? new Area.OfStage(pick(stages())) : new Area.OfPipeline(pick(List.of("sale", "service")));
        Rule rule = new Rule(random.nextInt(3) == 0 ? RoleId.EMPLOYEE : pick(roles), type.id(), area, pick(List.of(Operation.READ, Operation.READ, Operation.CREATE, Operation.CHANGE, Operation.DELETE)), pick(List.of(Reach.values())));
        portal.access().set(rule, ROBOT);
        book.rules.removeIf(each -> each.role().equals(rule.role()) && each.typeId().equals(rule.typeId()) && each.area().equals(rule.area()) && each.operation() == rule.operation());
        book.rules.add(rule);
    }

    <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static Department done(Reorganisation answer) {
        return ((Reorganisation.Done) answer).department();
    }

    @Override
    public void close() {
        portal.close();
    }
}
