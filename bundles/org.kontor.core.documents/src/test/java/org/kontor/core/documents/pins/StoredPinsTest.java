package org.kontor.core.documents.pins;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.documents.Creation;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.HistoryEntry;
import org.kontor.api.documents.Pins;
import org.kontor.api.documents.Pins.Pinning;
import org.kontor.api.documents.Values;
import org.kontor.core.documents.imports.ImportDesk;
import org.kontor.storage.Engine;
import org.kontor.testkit.FixedPeople;

/// TL-3: any line of the feed can be pinned to the top.
@ParameterizedClass
@EnumSource(Engine.class)
class StoredPinsTest {
    private final ImportDesk desk;
    private final Pins pins;
    private final DocumentRef anna;

    StoredPinsTest(Engine engine) {
        desk = new ImportDesk(engine);
        pins = new StoredPins(desk.database.database(), desk.database.journal(), desk.types, desk.documents, desk.rights);
        anna = client("Anna");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private DocumentRef client(String name) {
        return ((Creation.Created) desk.documents.create("client", Values.none().with(ImportDesk.NAME, name), FixedPeople.ADMIN)).document().ref();
    }

    private long change(String company) {
        desk.documents.change(anna, Draft.of(Values.none().with(ImportDesk.COMPANY, company)), FixedPeople.ADMIN);
        return history().getFirst().occurrence().position();
    }

    private List<HistoryEntry> history() {
        return desk.documents.history(anna, Long.MAX_VALUE, 20, FixedPeople.ADMIN);
    }

    private List<Long> pinned() {
        return pins.of(anna, FixedPeople.ANNA).stream().map(entry -> entry.occurrence().position()).toList();
    }

    @Test
    void putsTheLastPinnedLineOnTop() {
        long first = change("Acme");
        long second = change("Beta");

        pins.pin(anna, second, FixedPeople.ADMIN);
        pins.pin(anna, first, FixedPeople.ADMIN);

        assertThat(pinned()).containsExactly(first, second);
    }

    @Test
    void notesInTheHistoryWhoPinnedAndTookOff() {
        long line = change("Acme");

        pins.pin(anna, line, FixedPeople.ADMIN);
        pins.pin(anna, line, FixedPeople.ADMIN);
        pins.unpin(anna, line, FixedPeople.ADMIN);
        pins.unpin(anna, line, FixedPeople.ADMIN);

        assertThat(pinned()).isEmpty();
        assertThat(history()).extracting(HistoryEntry::act)
                .containsExactly(HistoryEntry.Act.UNPINNED, HistoryEntry.Act.PINNED, HistoryEntry.Act.CHANGED, HistoryEntry.Act.CREATED);
    }

    @Test
    void refusesALineOfAnotherDocument() {
        DocumentRef ivan = client("Ivan");
        long foreign = desk.documents.history(ivan, Long.MAX_VALUE, 1, FixedPeople.ADMIN).getFirst().occurrence().position();

        assertThat(pins.pin(anna, foreign, FixedPeople.ADMIN)).isInstanceOf(Pinning.Refused.class);
        assertThat(pinned()).isEmpty();
    }

    @Test
    void pinsNoMoreThanCanBeSeenAtOnce() {
        for (int i = 0; i < Pins.MOST; i++) {
            assertThat(pins.pin(anna, change("c" + i), FixedPeople.ADMIN)).isInstanceOf(Pinning.Done.class);
        }

        assertThat(pins.pin(anna, change("one more"), FixedPeople.ADMIN)).isInstanceOf(Pinning.Refused.class);
        assertThat(pinned()).hasSize(Pins.MOST);
    }

    @Test
    void leavesChangesToWhatIsPinnedAsTheyAre() {
        long line = change("Acme");
        pins.pin(anna, line, FixedPeople.ADMIN);

        desk.documents.undo(anna, line, FixedPeople.ADMIN);

        assertThat(desk.documents.get(anna, FixedPeople.ADMIN).orElseThrow().get(ImportDesk.COMPANY)).isEmpty();
        assertThat(pinned()).containsExactly(line);
    }

    @Test
    void fillsAPageOfHistoryWhateverElseIsNotedAboutADocument() {
        change("Acme");
        desk.database.journal().append(List.of(new org.kontor.storage.Journal.NewEntry("acme.noted", java.util.Optional.of(anna), "{}", FixedPeople.ADMIN)));
        change("Beta");

        assertThat(desk.documents.history(anna, Long.MAX_VALUE, 3, FixedPeople.ADMIN)).hasSize(3);
    }
}
