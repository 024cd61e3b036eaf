package org.kontor.core.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.access.Access;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.Change;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Documents.Step;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.HistoryEntry;
import org.kontor.api.documents.HistoryEntry.Act;
import org.kontor.api.documents.Values;
import org.kontor.api.people.Role;
import org.kontor.storage.Engine;
import org.kontor.testkit.FixedPeople;

/// TL-4, TL-5, TL-8: what the journal tells of a document, and what can be brought back from it.
@ParameterizedClass
@EnumSource(Engine.class)
class HistoryTest {
    private final JournalDesk desk;

    HistoryTest(Engine engine) {
        desk = new JournalDesk(engine);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void tellsOfAConflictWhatEachFieldWasAndIsAndWouldBe() {
        Document deal = desk.deal(Values.none().with(JournalDesk.TITLE, "chairs").with(JournalDesk.CITY, "Rome"));
        desk.change(deal.ref(), Values.none().with(JournalDesk.CITY, "Milan"), FixedPeople.IVAN);
        desk.documents.change(deal.ref(), Draft.move("talks"), FixedPeople.IVAN);

        Draft mine = new Draft(Values.none().with(JournalDesk.TITLE, "tables").cleared(JournalDesk.CITY), Optional.of("won"), Optional.of(deal.version()));
        Change change = desk.documents.change(deal.ref(), mine, FixedPeople.ANNA);

        assertThat(change).isInstanceOfSatisfying(Change.Conflict.class, conflict -> {
            assertThat(conflict.clashes()).containsExactly(
                    new Change.Clash("city", Optional.of("Rome"), Optional.of("Milan"), Optional.empty()),
                    new Change.Clash("stage", Optional.of("new"), Optional.of("talks"), Optional.of("won")));
            assertThat(conflict.fields()).containsExactlyInAnyOrder("city", "stage");
        });
        assertThat(desk.now(deal.ref())).map(now -> now.get(JournalDesk.TITLE)).hasValue(Optional.of("chairs"));
    }

    @Test
    void keepsBothChangesOfDifferentFields() {
        Document deal = desk.deal("chairs");
        desk.change(deal.ref(), Values.none().with(JournalDesk.CITY, "Milan"), FixedPeople.IVAN);

        Change change = desk.documents.change(deal.ref(), Draft.of(Values.none().with(JournalDesk.TITLE, "tables")).on(deal.version()), FixedPeople.ANNA);

        assertThat(((Change.Changed) change).document().values()).isEqualTo(Values.none().with(JournalDesk.TITLE, "tables").with(JournalDesk.CITY, "Milan"));
    }

    @Test
    void changesOnlyTheVeryVersionThatWasSeenWhenAskedTo() {
        Document deal = desk.deal("chairs");
        desk.change(deal.ref(), Values.none().with(JournalDesk.CITY, "Milan"), FixedPeople.IVAN);
        Draft mine = Draft.of(Values.none().with(JournalDesk.TITLE, "tables"));

        Change outdated = desk.documents.changeExactly(deal.ref(), mine.on(deal.version()), FixedPeople.ANNA);
        Change exact = desk.documents.changeExactly(deal.ref(), mine.on(deal.version() + 1), FixedPeople.ANNA);

        assertThat(outdated).isInstanceOfSatisfying(Change.Conflict.class, conflict -> assertThat(conflict.clashes()).isEmpty());
        assertThat(exact).isInstanceOf(Change.Changed.class);
    }

    @Test
    void deletesOnlyTheVeryVersionThatWasSeenWhenAskedTo() {
        Document deal = desk.deal("chairs");
        desk.change(deal.ref(), Values.none().with(JournalDesk.CITY, "Milan"), FixedPeople.IVAN);

        Change outdated = desk.documents.delete(deal.ref(), deal.version(), FixedPeople.ADMIN);
        boolean there = desk.now(deal.ref()).isPresent();
        Change exact = desk.documents.delete(deal.ref(), deal.version() + 1, FixedPeople.ADMIN);

        assertThat(outdated).isInstanceOf(Change.Conflict.class);
        assertThat(there).isTrue();
        assertThat(exact).isInstanceOf(Change.Changed.class);
    }

    @Test
    void readsADocumentAsItWasAtAnyMoment() throws InterruptedException {
        Instant before = moment();
        DocumentRef ref = desk.deal(Values.none().with(JournalDesk.TITLE, "one").with(JournalDesk.TAGS, List.of("a", "b"))).ref();
        Document first = desk.now(ref).orElseThrow();
        Instant one = moment();
        desk.change(ref, Values.none().with(JournalDesk.TITLE, "two").with(JournalDesk.CITY, "Rome").cleared(JournalDesk.TAGS), FixedPeople.IVAN);
        Document second = desk.now(ref).orElseThrow();
        Instant two = moment();
        desk.documents.change(ref, Draft.move("talks"), FixedPeople.IVAN);
        Instant three = moment();
        desk.documents.delete(ref, FixedPeople.IVAN);
        Instant gone = moment();
        desk.documents.restore(ref, FixedPeople.IVAN);

        assertThat(desk.documents.asOf(ref, before, FixedPeople.ANNA)).isEmpty();
        assertThat(desk.documents.asOf(ref, one, FixedPeople.ANNA)).usingRecursiveComparison().ignoringFields("value.changed").isEqualTo(Optional.of(first));
        assertThat(desk.documents.asOf(ref, two, FixedPeople.ANNA)).usingRecursiveComparison().ignoringFields("value.changed").isEqualTo(Optional.of(second));
        assertThat(desk.documents.asOf(ref, three, FixedPeople.ANNA)).flatMap(Document::stage).hasValue("talks");
        assertThat(desk.documents.asOf(ref, gone, FixedPeople.ANNA)).isEmpty();
        assertThat(desk.documents.asOf(ref, Instant.now(), FixedPeople.ANNA)).map(Document::version).hasValue(5L);
    }

    @Test
    void showsThePastOnlyToWhoMayReadItToday() throws InterruptedException {
        DocumentRef ref = desk.deal("chairs").ref();
        Instant then = moment();

        desk.rights.set(new Access.Rule(Role.EMPLOYEE, "deal", Operation.READ, Reach.NONE), FixedPeople.ADMIN);

        assertThat(desk.documents.asOf(ref, then, FixedPeople.IVAN)).isEmpty();
    }

    @Test
    void bringsBackTheFormerValueOfOneField() {
        DocumentRef ref = desk.deal("chairs").ref();
        desk.change(ref, Values.none().with(JournalDesk.TITLE, "tables").with(JournalDesk.CITY, "Rome"), FixedPeople.IVAN);
        HistoryEntry entry = desk.documents.history(ref, Long.MAX_VALUE, 1, FixedPeople.ANNA).getFirst();

        desk.documents.change(ref, entry.fields().getFirst().back(), FixedPeople.ANNA);

        assertThat(desk.now(ref)).map(Document::values).hasValue(Values.none().with(JournalDesk.TITLE, "chairs").with(JournalDesk.CITY, "Rome"));
    }

    @Test
    void bringsBackAWholeFormerState() throws InterruptedException {
        DocumentRef ref = desk.deal(Values.none().with(JournalDesk.TITLE, "chairs").with(JournalDesk.TAGS, List.of("a"))).ref();
        Instant then = moment();
        desk.change(ref, Values.none().with(JournalDesk.TITLE, "tables").with(JournalDesk.CITY, "Rome").with(JournalDesk.TAGS, List.of("b", "c")), FixedPeople.IVAN);
        desk.documents.change(ref, Draft.move("talks"), FixedPeople.IVAN);

        Document former = desk.documents.asOf(ref, then, FixedPeople.ANNA).orElseThrow();
        desk.documents.change(ref, Draft.back(JournalDesk.DEAL, former), FixedPeople.ANNA);

        assertThat(desk.now(ref)).hasValueSatisfying(now -> {
            assertThat(now.values()).isEqualTo(former.values());
            assertThat(now.stage()).hasValue("new");
        });
    }

    @Test
    void takesASingleChangeBack() {
        DocumentRef ref = desk.deal("chairs").ref();
        desk.change(ref, Values.none().with(JournalDesk.TITLE, "tables"), FixedPeople.IVAN);
        long position = desk.newest(ref);
        desk.change(ref, Values.none().with(JournalDesk.CITY, "Rome"), FixedPeople.IVAN);

        Change change = desk.documents.undo(ref, position, FixedPeople.ANNA);

        assertThat(((Change.Changed) change).document().values()).isEqualTo(Values.none().with(JournalDesk.TITLE, "chairs").with(JournalDesk.CITY, "Rome"));
    }

    @Test
    void takesNothingBackWhenTheSameFieldWasChangedSince() {
        DocumentRef ref = desk.deal("chairs").ref();
        desk.change(ref, Values.none().with(JournalDesk.TITLE, "tables").with(JournalDesk.CITY, "Rome"), FixedPeople.IVAN);
        long position = desk.newest(ref);
        desk.change(ref, Values.none().with(JournalDesk.TITLE, "beds"), FixedPeople.IVAN);

        Change change = desk.documents.undo(ref, position, FixedPeople.ANNA);

        assertThat(change).isInstanceOfSatisfying(Change.Conflict.class, conflict ->
                assertThat(conflict.clashes()).containsExactly(new Change.Clash("title", Optional.of("tables"), Optional.of("beds"), Optional.of("chairs"))));
        assertThat(desk.now(ref)).map(now -> now.get(JournalDesk.CITY)).hasValue(Optional.of("Rome"));
    }

    @Test
    void takesCreationAndDeletionBack() {
        DocumentRef ref = desk.deal("chairs").ref();
        long created = desk.newest(ref);

        desk.documents.undo(ref, created, FixedPeople.ANNA);
        assertThat(desk.now(ref)).isEmpty();

        long deleted = desk.database.journal().of(ref, Long.MAX_VALUE, 1).getFirst().cursor().position();
        desk.documents.undo(ref, deleted, FixedPeople.ANNA);
        assertThat(desk.now(ref)).isPresent();
    }

    @Test
    void notesViewsOfSensitiveDocumentsOncePerPersonAndHour() {
        DocumentRef ref = desk.deal("chairs").ref();
        desk.desk.sensitive().set("deal", true, FixedPeople.ADMIN);

        desk.documents.view(ref, FixedPeople.ANNA);
        desk.documents.view(ref, FixedPeople.ANNA);
        desk.documents.view(ref, FixedPeople.IVAN);
        desk.documents.get(ref, FixedPeople.ADMIN);

        assertThat(desk.documents.history(ref, Long.MAX_VALUE, 10, FixedPeople.ADMIN)).filteredOn(entry -> entry.act() == Act.VIEWED)
                .extracting(entry -> entry.occurrence().actor()).containsExactly(FixedPeople.IVAN, FixedPeople.ANNA);
    }

    @Test
    void notesNoViewsOfOtherDocuments() {
        DocumentRef ref = desk.deal("chairs").ref();

        desk.documents.view(ref, FixedPeople.ANNA);

        assertThat(desk.documents.history(ref, Long.MAX_VALUE, 10, FixedPeople.ADMIN)).extracting(HistoryEntry::act).containsExactly(Act.CREATED);
    }

    @Test
    void findsNoConflictInAView() {
        Document deal = desk.deal("chairs");
        desk.desk.sensitive().set("deal", true, FixedPeople.ADMIN);
        desk.documents.view(deal.ref(), FixedPeople.IVAN);

        Change change = desk.documents.change(deal.ref(), Draft.of(Values.none().with(JournalDesk.TITLE, "tables")).on(deal.version()), FixedPeople.ANNA);

        assertThat(change).isInstanceOf(Change.Changed.class);
    }

    /// A moment that is later than all entries so far and earlier than all to come.
    private static Instant moment() throws InterruptedException {
        Thread.sleep(2);
        Instant now = Instant.now();
        Thread.sleep(2);
        return now;
    }

    @Test
    void takesManyCreationsBackWithFewStatements() {
        List<Step> steps = LongStream.range(0, 40).mapToObj(i -> desk.deal("Deal " + i).ref()).map(ref -> new Step(ref, desk.newest(ref))).toList();

        List<Change> few = new ArrayList<>();
        int forTwo = desk.database.statements().during(() -> few.addAll(desk.documents.undoAll(steps.subList(0, 2), FixedPeople.ADMIN)));
        List<Change> many = new ArrayList<>();
        int forMany = desk.database.statements().during(() -> many.addAll(desk.documents.undoAll(steps.subList(2, 40), FixedPeople.ADMIN)));

        assertThat(few).hasSize(2).allMatch(Change.Changed.class::isInstance);
        assertThat(many).hasSize(38).allMatch(Change.Changed.class::isInstance);
        assertThat(forMany).isEqualTo(forTwo);
        assertThat(steps).allMatch(step -> desk.now(step.document()).isEmpty());
        assertThat(desk.trash.count("deal", 100, FixedPeople.ADMIN).value()).isEqualTo(40);
    }

    @Test
    void takesBackTogetherWhatItCanAndSaysWhatItCanNot() {
        DocumentRef changed = desk.deal("Changed since").ref();
        DocumentRef plain = desk.deal("Plain").ref();
        DocumentRef gone = desk.deal("Gone").ref();
        List<Step> steps = Stream.of(changed, plain, gone).map(ref -> new Step(ref, desk.newest(ref))).toList();
        desk.change(changed, Values.none().with(JournalDesk.CITY, "Rome"), FixedPeople.ADMIN);
        desk.documents.delete(gone, FixedPeople.ADMIN);

        List<Change> changes = desk.documents.undoAll(steps, FixedPeople.ADMIN);

        assertThat(changes).extracting(Change::getClass).containsExactly(Change.Conflict.class, Change.Changed.class, Change.Missing.class);
        assertThat(desk.now(changed)).isPresent();
        assertThat(desk.now(plain)).isEmpty();
    }
}
