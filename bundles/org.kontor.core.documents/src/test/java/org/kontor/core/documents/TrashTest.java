package org.kontor.core.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.access.Access;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.Count;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Trash;
import org.kontor.api.documents.Values;
import org.kontor.api.people.Actor;
import org.kontor.api.people.Role;
import org.kontor.storage.Engine;
import org.kontor.storage.Sql;
import org.kontor.testkit.FixedPeople;

/// What is deleted lies in the trash, comes back from there, or goes for good.
@ParameterizedClass
@EnumSource(Engine.class)
class TrashTest {
    private static final Actor ROBOT = new Actor.Robot("test");

    private final JournalDesk desk;

    TrashTest(Engine engine) {
        desk = new JournalDesk(engine);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void listsWhatWasDeletedLastFirstPageByPage() {
        List<DocumentRef> refs = new ArrayList<>();
        for (String title : List.of("a", "b", "c", "d", "e")) {
            refs.addFirst(desk.deal(title).ref());
        }
        refs.reversed().forEach(ref -> desk.documents.delete(ref, FixedPeople.IVAN));

        Trash.Page first = desk.trash.find("deal", 2, Optional.empty(), FixedPeople.ANNA);
        Trash.Page second = desk.trash.find("deal", 2, first.next(), FixedPeople.ANNA);
        Trash.Page third = desk.trash.find("deal", 2, second.next(), FixedPeople.ANNA);

        List<Trash.Thrown> all = new ArrayList<>(first.documents());
        all.addAll(second.documents());
        all.addAll(third.documents());
        assertThat(all).extracting(thrown -> thrown.document().ref()).isEqualTo(refs);
        assertThat(all).extracting(Trash.Thrown::by).containsOnly(FixedPeople.IVAN);
        assertThat(third.next()).isEmpty();
        assertThat(desk.trash.count("deal", 3, FixedPeople.ANNA)).isEqualTo(new Count(3, false));
    }

    @Test
    void showsWhatOneMayReadOnly() {
        desk.documents.delete(desk.deal("chairs").ref(), FixedPeople.ANNA);
        desk.rights.set(new Access.Rule(Role.EMPLOYEE, "deal", Operation.READ, Reach.OWN), FixedPeople.ADMIN);

        assertThat(desk.trash.find("deal", 10, Optional.empty(), FixedPeople.IVAN).documents()).isEmpty();
        assertThat(desk.trash.count("deal", 10, FixedPeople.IVAN)).isEqualTo(new Count(0, true));
        assertThat(desk.trash.find("deal", 10, Optional.empty(), FixedPeople.ANNA).documents()).hasSize(1);
    }

    @Test
    void isEmptyAfterRestoring() {
        DocumentRef ref = desk.deal("chairs").ref();
        desk.documents.delete(ref, FixedPeople.ANNA);

        desk.documents.restore(ref, FixedPeople.ANNA);

        assertThat(desk.trash.find("deal", 10, Optional.empty(), FixedPeople.ANNA).documents()).isEmpty();
        assertThat(desk.now(ref)).isPresent();
    }

    @Test
    void deletesForGoodWithAllThatIsKeptBeside() {
        DocumentRef ref = desk.deal(Values.none().with(JournalDesk.TITLE, "chairs").with(JournalDesk.TAGS, List.of("a", "b"))).ref();
        desk.documents.delete(ref, FixedPeople.ANNA);

        assertThat(desk.trash.purge(ref, FixedPeople.ADMIN)).isEqualTo(new Trash.Purge.Purged());

        assertThat(desk.trash.count("deal", 10, FixedPeople.ADMIN)).isEqualTo(new Count(0, true));
        assertThat(rows("doc_deal")).isZero();
        assertThat(rows("doc_deal_many")).isZero();
        assertThat(desk.database.journal().of(ref, Long.MAX_VALUE, 1)).extracting("event").containsExactly("document.purged");
    }

    @Test
    void deletesForGoodOnlyWhatIsInTheTrashAndOnlyForAdministrators() {
        DocumentRef ref = desk.deal("chairs").ref();

        assertThat(desk.trash.purge(ref, FixedPeople.ADMIN)).isEqualTo(new Trash.Purge.Missing());
        desk.documents.delete(ref, FixedPeople.ANNA);
        assertThat(desk.trash.purge(ref, FixedPeople.ANNA)).isInstanceOf(Trash.Purge.Denied.class);
        assertThat(desk.trash.count("deal", 10, FixedPeople.ANNA)).isEqualTo(new Count(1, true));
    }

    @Test
    void emptiesItselfAfterTheDaysThatWereSet() {
        DocumentRef old = desk.deal("old").ref();
        desk.documents.delete(old, FixedPeople.ANNA);
        desk.trash.expire(100, ROBOT);
        assertThat(desk.trash.days()).isEmpty();
        assertThat(desk.trash.count("deal", 10, FixedPeople.ADMIN)).isEqualTo(new Count(1, true));

        assertThat(desk.trash.keepFor(Optional.of(30), FixedPeople.ADMIN)).isEqualTo(new Amendment.Done<>(Optional.of(30)));
        desk.clock.advance(Duration.ofDays(29));
        desk.trash.expire(100, ROBOT);
        assertThat(desk.trash.count("deal", 10, FixedPeople.ADMIN)).isEqualTo(new Count(1, true));

        desk.clock.advance(Duration.ofDays(2));
        desk.trash.expire(100, ROBOT);
        assertThat(desk.trash.count("deal", 10, FixedPeople.ADMIN)).isEqualTo(new Count(0, true));
    }

    @Test
    void refusesAStrangeNumberOfDays() {
        assertThat(desk.trash.keepFor(Optional.of(0), FixedPeople.ADMIN)).isInstanceOf(Amendment.Refused.class);
        assertThat(desk.trash.keepFor(Optional.of(30), FixedPeople.ANNA)).isInstanceOf(Amendment.Refused.class);
    }

    private long rows(String table) {
        return desk.database.database().read(tx -> tx.one(Sql.of("select count(*) as n from " + table), row -> row.number("n"))).orElseThrow();
    }
}
