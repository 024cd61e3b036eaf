package org.kontor.itests.core.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.access.Operation;
import org.kontor.api.documents.Board;
import org.kontor.api.documents.BoardQuery;
import org.kontor.api.documents.Change;
import org.kontor.api.documents.Creation;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Grouping;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Slice;
import org.kontor.api.documents.Stage;
import org.kontor.api.documents.Values;
import org.kontor.api.people.Actor;
import org.kontor.api.people.PersonId;
import org.kontor.api.people.TokenScope;
import org.kontor.storage.Engine;

/// Random rights, documents and actors: whatever way one goes, one gets what the rules say, no more and no less (ACL-4..14, ACL-18).
class RightsLeakTest {
    /// Another one each time would find more and prove less: what passed once has to pass again.
    private static final long USUAL_SEED = 11;

    private static final int ROUNDS = 6;

    private final List<String> wrong = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(Engine.class)
    void showsNoMoreAndNoLessThanTheRulesAllow(Engine engine) {
        long seed = Long.getLong("kontor.rights.seed", USUAL_SEED);
        try (Company company = new Company(engine, seed)) {
            for (int round = 0; round < ROUNDS; round++) {
                company.shuffle();
                company.people.forEach(person -> read(company, person));
                company.people.forEach(person -> write(company, person));
            }
        }

        assertThat(wrong).as("what is wrong with -Dkontor.rights.seed=%d", seed).isEmpty();
    }

    private void read(Company company, PersonId person) {
        Documents documents = company.portal.documents();
        Actor actor = company.random.nextInt(3) == 0 ? new Actor.Client(person, "token", TokenScope.READ) : new Actor.Human(person);
        for (DocumentType type : Company.TYPES) {
            Set<DocumentRef> due = readable(company, person, paper -> paper.ref().type().equals(type.id()));
            for (String sort : sorts(type)) {
                equal("find by " + sort, person, found(documents, Query.newest(type.id()).sorted(sort, sort.length() % 2 == 0), actor), due);
            }
            equal("groups", person, documents.groups(Grouping.by(type.id(), "createdBy"), actor).stream().mapToLong(group -> group.count().value()).sum(), (long) due.size());
            equal("trash", person, company.portal.trash().find(type.id(), 200, Optional.empty(), actor).documents().stream().map(thrown -> thrown.document().ref()).collect(Collectors.toSet()), trash(company, person, type));
            equal("count of the trash", person, company.portal.trash().count(type.id(), 200, actor).value(), (long) trash(company, person, type).size());
            equal("count", person, documents.count(type.id(), Filter.any(), 10_000, actor).value(), (long) due.size());
            company.papers.values().stream().filter(paper -> paper.ref().type().equals(type.id())).forEach(paper -> one(documents, paper, due.contains(paper.ref()), person, actor));
        }
        Company.ORDER.pipelines().forEach(way -> board(company, way, person, actor));
        throughLinks(company, person, actor);
    }

    /// What one can't see can't be found out by what links to it either.
    private void throughLinks(Company company, PersonId person, Actor actor) {
        Set<DocumentRef> notes = readable(company, person, paper -> paper.ref().type().equals("note"));
        Set<DocumentRef> due = readable(company, person, paper -> notes.contains(company.notes.getOrDefault(paper.ref(), paper.ref())) && company.notes.containsKey(paper.ref()));
        Query query = Query.newest("order").where(Filter.through(Company.NOTE, Filter.any()));
        equal("find through a link", person, found(company.portal.documents(), query, actor), due);
    }

    private void board(Company company, Pipeline way, PersonId person, Actor actor) {
        Set<DocumentRef> due = readable(company, person, paper -> paper.stage().flatMap(way::stage).isPresent());
        Board board = company.portal.documents().board(BoardQuery.of("order").in(way.id()).limited(200), actor);
        equal("board", person, board.columns().stream().flatMap(column -> column.documents().stream()).map(Document::ref).collect(Collectors.toSet()), due);
        equal("counts of the board", person, board.columns().stream().mapToLong(column -> column.count().value()).sum(), (long) due.size());
    }

    private void one(Documents documents, Paper paper, boolean due, PersonId person, Actor actor) {
        equal("get " + paper, person, documents.get(paper.ref(), actor).isPresent(), due);
        equal("view " + paper, person, documents.view(paper.ref(), actor).isPresent(), due);
        equal("as of now " + paper, person, documents.asOf(paper.ref(), Instant.now(), actor).isPresent(), due);
        equal("history of " + paper, person, !documents.history(paper.ref(), Long.MAX_VALUE, 5, actor).isEmpty(), due);
    }

    private void write(Company company, PersonId person) {
        Documents documents = company.portal.documents();
        Actor actor = new Actor.Human(person);
        for (int i = 0; i < 6; i++) {
            Paper paper = company.pick(List.copyOf(company.papers.values()));
            Change change = switch (company.random.nextInt(5)) {
                case 0 -> changed(company, paper, person, Operation.CHANGE, paper, documents.change(paper.ref(), Draft.of(Values.none().with(Company.TITLE, "by " + person + " " + i)), actor));
                case 1 -> moved(company, paper, person, actor);
                case 2 -> handedOver(company, paper, person, actor);
                case 3 -> thrown(company, paper, person, documents.delete(paper.ref(), actor), false);
                default -> thrown(company, paper, person, documents.restore(paper.ref(), actor), true);
            };
            created(company, person, actor);
            Actor reading = new Actor.Client(person, "token", TokenScope.READ);
            if (documents.change(paper.ref(), Draft.of(Values.none().with(Company.TITLE, "by a token")), reading) instanceof Change.Changed) {
                wrong.add("a reading token changed " + paper + " after " + change);
            }
        }
    }

    private Change moved(Company company, Paper paper, PersonId person, Actor actor) {
        if (paper.stage().isEmpty()) {
            return new Change.Missing();
        }
        List<String> stages = Company.ORDER.pipelineOf(paper.stage().get()).orElseThrow().stages().stream().map(Stage::id).toList();
        Paper after = paper.in(Optional.of(company.pick(stages)));
        Change change = company.portal.documents().change(paper.ref(), Draft.move(after.stage().orElseThrow()), actor);
        return changed(company, paper, person, Operation.CHANGE, after, change);
    }

    private Change handedOver(Company company, Paper paper, PersonId person, Actor actor) {
        if (paper.stage().isEmpty()) {
            return new Change.Missing();
        }
        PersonId other = company.pick(company.people);
        Change change = company.portal.documents().change(paper.ref(), Draft.of(Values.none().with(Company.OWNER, other)), actor);
        changed(company, paper, person, Operation.CHANGE, paper, change);
        if (change instanceof Change.Changed) {
            company.papers.put(paper.ref(), paper.of(other));
        }
        return change;
    }

    private Change thrown(Company company, Paper paper, PersonId person, Change change, boolean back) {
        if (paper.deleted() != back) {
            equal((back ? "restore " : "delete ") + paper, person, change instanceof Change.Missing, true);
            return change;
        }
        judged(company, paper, person, Operation.DELETE, paper, change);
        if (change instanceof Change.Changed) {
            company.papers.put(paper.ref(), paper.thrownAway(!back));
        }
        return change;
    }

    private Change changed(Company company, Paper paper, PersonId person, Operation operation, Paper after, Change change) {
        if (paper.deleted()) {
            equal("change of the deleted " + paper, person, change instanceof Change.Missing, true);
            return change;
        }
        judged(company, paper, person, operation, after, change);
        if (change instanceof Change.Changed) {
            company.papers.put(paper.ref(), after);
        }
        return change;
    }

    /// What one can't see is missing; what one may not change where it is or where it goes is denied.
    private void judged(Company company, Paper paper, PersonId person, Operation operation, Paper after, Change change) {
        boolean seen = company.book.allows(person, Operation.READ, paper);
        boolean may = company.book.allows(person, operation, paper) && company.book.allows(person, operation, after);
        Class<?> due = !seen ? Change.Missing.class : may ? Change.Changed.class : Change.Denied.class;
        equal(operation + " of " + paper + " to " + after.stage(), person, change.getClass(), due);
    }

    private void created(Company company, PersonId person, Actor actor) {
        Optional<String> stage = Optional.of(company.pick(company.stages()));
        PersonId owner = company.pick(company.people);
        boolean open = company.random.nextBoolean();
        Paper paper = new Paper(new DocumentRef("order", 1), stage, Optional.of(owner), open, false);
        Values values = Values.none().with(Company.TITLE, "new").with(Company.OWNER, owner).with(DocumentType.OPEN, open);
        Creation creation = company.portal.documents().create("order", values, stage, actor);
        equal("create " + paper, person, creation.getClass(), company.book.allows(person, Operation.CREATE, paper) ? Creation.Created.class : Creation.Denied.class);
        if (creation instanceof Creation.Created(Document made)) {
            company.papers.put(made.ref(), new Paper(made.ref(), stage, Optional.of(owner), open, false));
        }
    }

    private static Set<DocumentRef> trash(Company company, PersonId person, DocumentType type) {
        return company.papers.values().stream()
                .filter(paper -> paper.deleted() && paper.ref().type().equals(type.id()) && company.book.allows(person, Operation.READ, paper))
                .map(Paper::ref)
                .collect(Collectors.toSet());
    }

    private static Set<DocumentRef> readable(Company company, PersonId person, Predicate<Paper> wanted) {
        return company.papers.values().stream()
                .filter(paper -> !paper.deleted() && wanted.test(paper) && company.book.allows(person, Operation.READ, paper))
                .map(Paper::ref)
                .collect(Collectors.toSet());
    }

    private static List<String> sorts(DocumentType type) {
        List<String> sorts = new ArrayList<>(List.of("id", "created", "changed", "stage", "stageSince", "createdBy", "open"));
        type.fields().stream().map(Field::id).forEach(sorts::add);
        return sorts;
    }

    private Set<DocumentRef> found(Documents documents, Query wanted, Actor actor) {
        Set<DocumentRef> found = new HashSet<>();
        Query query = wanted.limited(9);
        Optional<String> next = Optional.empty();
        do {
            Slice slice = documents.find(next.map(query::from).orElse(query), actor);
            slice.documents().stream().map(Document::ref).filter(ref -> !found.add(ref)).forEach(ref -> wrong.add(ref + " came twice by " + query));
            next = slice.next();
        } while (next.isPresent());
        return found;
    }

    private void equal(String what, PersonId person, Object is, Object due) {
        if (!is.equals(due) && wrong.size() < 20) {
            wrong.add(what + " for " + person + ": " + is + " instead of " + due);
        }
    }
}
