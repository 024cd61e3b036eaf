package org.kontor.core.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.access.Access;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.Batches;
import org.kontor.api.documents.Batches.Act;
import org.kontor.api.documents.Batches.Choice;
import org.kontor.api.documents.Batches.State;
import org.kontor.api.documents.Batches.Undone;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Values;
import org.kontor.api.events.Cause;
import org.kontor.api.jobs.NotYet;
import org.kontor.api.jobs.Work;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Role;
import org.kontor.storage.Engine;
import org.kontor.testkit.FixedPeople;

/// One thing done to many documents, and taken back.
@ParameterizedClass
@EnumSource(Engine.class)
class BatchesTest {
    private static final Choice ALL = new Choice.Passing(Filter.any());

    private final JournalDesk desk;
    private final Batches batches;

    BatchesTest(Engine engine) {
        desk = new JournalDesk(engine);
        batches = desk.batches((_, _) -> Optional.empty());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void changesAllThatPassAFilter() {
        deals(250);

        long id = start(new Choice.Passing(new Filter.Compare("title", Filter.Operator.STARTS_WITH, "deal 1")), edit("Rome"));
        desk.work();

        assertThat(progress(id)).satisfies(progress -> {
            assertThat(progress.state()).isEqualTo(State.DONE);
            assertThat(progress.total()).isEqualTo(111);
            assertThat(progress.done()).isEqualTo(111);
            assertThat(progress.ended()).isPresent();
        });
        assertThat(inRome()).isEqualTo(111);
    }

    @Test
    void movesThoseThatLeaveTheFilterWithIt() {
        deals(250);

        start(new Choice.Passing(Filter.stage("new")), new Act.Edit(Draft.move("talks")));
        desk.work();

        assertThat(desk.documents.count("deal", Filter.stage("talks"), 1000, FixedPeople.ANNA).value()).isEqualTo(250);
    }

    @Test
    void reportsThoseItLeavesWithTheirReasons() {
        deals(3);
        long gone = 4711;

        long id = start(new Choice.Chosen(List.of(1L, 2L, gone)), new Act.Edit(Draft.of(Values.none().cleared(JournalDesk.TITLE))));
        desk.work();

        assertThat(progress(id)).satisfies(progress -> {
            assertThat(progress.done()).isZero();
            assertThat(progress.left()).isEqualTo(3);
        });
        assertThat(batches.left(id, 0, 10, FixedPeople.ANNA)).extracting(left -> left.ref().id()).containsExactly(1L, 2L, gone);
        assertThat(batches.left(id, 1, 10, FixedPeople.ANNA)).extracting(left -> key(left.reasons().getFirst().reason())).containsExactly("documents.required", "documents.batch.gone");
    }

    @Test
    void goesOnAfterACrashAndDoesNoDocumentTwice() {
        deals(250);
        long id = start(ALL, edit("Rome"));
        BatchTable.Kept begun = desk.batchTable.find(id).orElseThrow();
        desk.writing().write(begun, desk.items().next(begun, 100));

        boolean again = desk.writing().write(begun, desk.items().next(begun, 100));
        desk.work();

        assertThat(again).isFalse();
        assertThat(progress(id).done()).isEqualTo(250);
        assertThat(desk.database.journal().of(new Cause.Batch(id), Long.MAX_VALUE, 1000)).hasSize(250).extracting(entry -> entry.document().orElseThrow()).doesNotHaveDuplicates();
    }

    @Test
    void waitsForATypeThatIsNotUpYet() {
        deals(3);
        long id = start(ALL, edit("Rome"));
        BatchJob early = desk.jobWithoutTypes();

        assertThatThrownBy(() -> early.run(new Work(Long.toString(id), "", 1))).isInstanceOf(NotYet.class).hasMessageContaining("deal");
        assertThat(progress(id).state()).isEqualTo(State.RUNNING);
        desk.work();

        assertThat(progress(id)).satisfies(progress -> assertThat(progress.state()).isEqualTo(State.DONE));
        assertThat(inRome()).isEqualTo(3);
    }

    @Test
    void pausesResumesAndCancels() {
        deals(150);
        long id = start(ALL, edit("Rome"));

        assertThat(batches.pause(id, FixedPeople.ANNA)).isTrue();
        desk.work();
        assertThat(inRome()).isZero();
        assertThat(batches.pause(id, FixedPeople.ANNA)).isFalse();

        assertThat(batches.resume(id, FixedPeople.ANNA)).isTrue();
        BatchTable.Kept begun = desk.batchTable.find(id).orElseThrow();
        desk.writing().write(begun, desk.items().next(begun, 100));
        assertThat(batches.cancel(id, FixedPeople.ANNA)).isTrue();
        desk.work();

        assertThat(progress(id).state()).isEqualTo(State.CANCELLED);
        assertThat(inRome()).isEqualTo(100);
    }

    @Test
    void takesAChangeOfManyBack() {
        deals(150);
        DocumentRef first = new DocumentRef("deal", 1);
        DocumentRef second = new DocumentRef("deal", 2);
        long id = start(ALL, new Act.Edit(new Draft(Values.none().with(JournalDesk.CITY, "Rome"), Optional.of("talks"), Optional.empty())));
        desk.work();
        desk.change(first, Values.none().with(JournalDesk.CITY, "Oslo"), FixedPeople.IVAN);
        desk.change(second, Values.none().with(JournalDesk.TITLE, "other"), FixedPeople.IVAN);

        long undo = ((Batches.Start.Started) batches.undo(new Undone.Batch(id), FixedPeople.ANNA)).progress().id();
        desk.work();

        assertThat(progress(undo)).satisfies(progress -> {
            assertThat(progress.state()).isEqualTo(State.DONE);
            assertThat(progress.done()).isEqualTo(149);
            assertThat(progress.left()).isEqualTo(1);
            assertThat(progress.undoes()).hasValue(new Undone.Batch(id));
        });
        assertThat(progress(id).undoneBy()).hasValue(undo);
        assertThat(batches.left(undo, 0, 10, FixedPeople.ANNA)).singleElement().satisfies(left -> {
            assertThat(left.ref()).isEqualTo(first);
            assertThat(key(left.reasons().getFirst().reason())).isEqualTo("documents.batch.changed-since");
        });
        assertThat(desk.now(second)).hasValueSatisfying(deal -> {
            assertThat(deal.get(JournalDesk.CITY)).isEmpty();
            assertThat(deal.get(JournalDesk.TITLE)).hasValue("other");
            assertThat(deal.stage()).hasValue("new");
        });
        assertThat(inRome()).isZero();
    }

    @Test
    void takesADeletionOfManyBackAndThatToo() {
        deals(120);
        long id = start(ALL, new Act.Delete());
        desk.work();
        assertThat(count()).isZero();

        long undo = ((Batches.Start.Started) batches.undo(new Undone.Batch(id), FixedPeople.ANNA)).progress().id();
        desk.work();
        assertThat(count()).isEqualTo(120);

        batches.undo(new Undone.Batch(undo), FixedPeople.ANNA);
        desk.work();
        assertThat(count()).isZero();
    }

    @Test
    void takesAnImportBackButNotWhatWasChangedSince() {
        desk.database.journal().because(new Cause.Import(7), () -> {
            deals(3);
            return true;
        });
        desk.change(new DocumentRef("deal", 2), Values.none().with(JournalDesk.CITY, "Oslo"), FixedPeople.IVAN);
        Batches withImport = desk.batches((_, _) -> Optional.of(new StoredBatches.Imported("deal", 3, true)));

        long undo = ((Batches.Start.Started) withImport.undo(new Undone.Import(7), FixedPeople.ANNA)).progress().id();
        desk.work();

        assertThat(count()).isEqualTo(1);
        assertThat(batches.left(undo, 0, 10, FixedPeople.ANNA)).extracting(left -> left.ref().id()).containsExactly(2L);
    }

    @Test
    void takesNothingBackTwiceOrWhileItRuns() {
        deals(2);
        long id = start(ALL, edit("Rome"));

        assertThat(batches.undo(new Undone.Batch(id), FixedPeople.ANNA)).isEqualTo(new Batches.Start.Refused(Label.of("documents.batch.runs")));
        desk.work();
        assertThat(batches.undo(new Undone.Batch(id), FixedPeople.ANNA)).isInstanceOf(Batches.Start.Started.class);
        assertThat(batches.undo(new Undone.Batch(id), FixedPeople.ANNA)).isEqualTo(new Batches.Start.Refused(Label.of("documents.batch.undone")));
    }

    @Test
    void worksWithTheRightsOfWhoStartedIt() {
        deals(2);
        desk.documents.create("deal", Values.none().with(JournalDesk.TITLE, "his"), FixedPeople.IVAN);
        desk.rights.set(new Access.Rule(Role.EMPLOYEE, "deal", Operation.CHANGE, Reach.OWN), FixedPeople.ADMIN);

        long id = ((Batches.Start.Started) batches.start("deal", ALL, edit("Rome"), FixedPeople.IVAN)).progress().id();
        desk.work();

        assertThat(inRome()).isEqualTo(1);
        assertThat(progress(id).left()).isEqualTo(2);
    }

    @Test
    void isSeenByWhoStartedItAndByAdministrators() {
        deals(1);
        long id = start(ALL, edit("Rome"));

        assertThat(batches.find(id, FixedPeople.ADMIN)).isPresent();
        assertThat(batches.latest(FixedPeople.ANNA)).hasSize(1);
        assertThat(batches.find(id, FixedPeople.IVAN)).isEmpty();
        assertThat(batches.latest(FixedPeople.IVAN)).isEmpty();
        assertThat(batches.cancel(id, FixedPeople.IVAN)).isFalse();
    }

    @Test
    void startsNothingThatTheTypeDoesNotKnow() {
        Filter strange = new Filter.Compare("colour", Filter.Operator.EQUAL, "red");

        assertThatThrownBy(() -> start(new Choice.Passing(strange), edit("Rome"))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("colour");
    }

    private void deals(int count) {
        desk.documents.createAll("deal", IntStream.rangeClosed(1, count).mapToObj(i -> Values.none().with(JournalDesk.TITLE, "deal " + i)).toList(), FixedPeople.ANNA);
    }

    private static Act edit(String city) {
        return new Act.Edit(Draft.of(Values.none().with(JournalDesk.CITY, city)));
    }

    private long start(Choice choice, Act act) {
        return ((Batches.Start.Started) batches.start("deal", choice, act, FixedPeople.ANNA)).progress().id();
    }

    private Batches.Progress progress(long id) {
        return batches.find(id, FixedPeople.ADMIN).orElseThrow();
    }

    private long inRome() {
        return desk.documents.count("deal", Filter.equal(JournalDesk.CITY, "Rome"), 1000, FixedPeople.ADMIN).value();
    }

    private long count() {
        return desk.documents.count("deal", Filter.any(), 1000, FixedPeople.ADMIN).value();
    }

    private static String key(Label label) {
        return ((Label.Keyed) label).key();
    }
}
