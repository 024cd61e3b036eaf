package org.kontor.core.documents.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.Imports.Fresh;
import org.kontor.api.documents.Imports.Guess;
import org.kontor.api.documents.Imports.Look;
import org.kontor.api.documents.Imports.Mapping;
import org.kontor.api.documents.Imports.Mode;
import org.kontor.api.documents.Imports.Plan;
import org.kontor.api.documents.Imports.Progress;
import org.kontor.api.documents.Phone;
import org.kontor.api.documents.Query;
import org.kontor.storage.Engine;
import org.kontor.testkit.FixedPeople;

class SheetsAndMappingsTest {
    private static final String NS = " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private static byte[] book() {
        String row = "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>Name</t></is></c></row><row><c t=\"inlineStr\"><is><t>%s</t></is></c></row></sheetData></worksheet>";
        return new Xlsx()
                .part("xl/workbook.xml", "<workbook" + NS + "><sheets><sheet name=\"Cover\" r:id=\"r1\"/><sheet name=\"May\" r:id=\"r2\"/><sheet name=\"Old\" state=\"hidden\" r:id=\"r4\"/><sheet name=\"June\" r:id=\"r3\"/></sheets></workbook>")
                .part("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/a.xml\"/><Relationship Id=\"r2\" Target=\"worksheets/b.xml\"/><Relationship Id=\"r3\" Target=\"worksheets/c.xml\"/></Relationships>")
                .part("xl/worksheets/a.xml", "<worksheet><sheetData/></worksheet>")
                .part("xl/worksheets/b.xml", row.formatted("Anna"))
                .part("xl/worksheets/c.xml", row.formatted("Ivan"))
                .bytes();
    }

    private static Guess guess(Look look) {
        return ((Look.Seen) look).guess();
    }

    private static List<Document> all(ImportDesk desk) {
        return desk.documents.find(Query.newest("client").sorted("id", false), FixedPeople.ADMIN).documents();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void offersTheVisibleSheetsAndBeginsWithOneThatHoldsRows(Engine engine) throws Exception {
        try (ImportDesk desk = new ImportDesk(engine)) {
            Guess first = guess(desk.imports.look(desk.file(book()), "client", FixedPeople.ANNA));
            Guess june = guess(desk.imports.look(first.plan().of("June"), FixedPeople.ANNA));
            desk.run(june.plan());

            assertThat(first.sheets()).containsExactly("Cover", "May", "June");
            assertThat(first.plan().sheet()).isEqualTo("May");
            assertThat(desk.names()).containsExactly("Ivan");
            assertThat(desk.imports.look(first.plan().of("Old"), FixedPeople.ANNA)).isInstanceOf(Look.Refused.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void givesNewDocumentsWhatTheirRowsDoNotSay(Engine engine) throws Exception {
        try (ImportDesk desk = new ImportDesk(engine)) {
            Plan plan = desk.plan("Name;E-mail;Company\nAnna;a@example.org;\nIvan;b@example.org;Beta\n").giving(new Fresh(Optional.empty(), Map.of("company", "Acme")));

            desk.run(plan);

            assertThat(all(desk)).extracting(each -> each.get(ImportDesk.COMPANY).orElseThrow()).containsExactly("Acme", "Beta");
            assertThatThrownBy(() -> desk.run(plan.giving(new Fresh(Optional.of("nowhere"), Map.of())))).hasMessageContaining("no stage 'nowhere'");
            assertThatThrownBy(() -> desk.run(plan.giving(new Fresh(Optional.empty(), Map.of("amount", "much"))))).hasMessageContaining("can't be given");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void keepsMappingsUnderANameForWhoKeptThem(Engine engine) throws Exception {
        try (ImportDesk desk = new ImportDesk(engine)) {
            Guess guess = guess(desk.imports.look(desk.file("Who;Where\nAnna;Acme\n"), "client", FixedPeople.ANNA));
            Plan plan = guess.plan().into(List.of(Optional.of("contactName"), Optional.of("company"))).matching(Mode.BOTH, Optional.of("contactName"));
            desk.imports.keep("Old", guess.plan(), guess.heads(), FixedPeople.ANNA);
            Mapping kept = desk.imports.keep(" Fair ", plan, guess.heads(), FixedPeople.ANNA);
            desk.imports.keep("Old", plan, guess.heads(), FixedPeople.ANNA);

            List<Mapping> mappings = desk.imports.mappings("client", FixedPeople.ANNA);

            assertThat(mappings).extracting(Mapping::name).containsExactly("Fair", "Old");
            assertThat(mappings.getFirst().on(guess.plan(), List.of("Where", "Else", "Who"))).extracting(Plan::columns, Plan::mode, Plan::match)
                    .containsExactly(List.of(Optional.of("company"), Optional.empty(), Optional.of("contactName")), Mode.BOTH, Optional.of("contactName"));
            assertThat(desk.imports.mappings("client", FixedPeople.ADMIN)).isEmpty();
            assertThat(desk.imports.forget(kept.id(), FixedPeople.ADMIN)).isFalse();
            assertThat(desk.imports.forget(kept.id(), FixedPeople.ANNA)).isTrue();
            assertThatThrownBy(() -> desk.imports.keep(" ", plan, guess.heads(), FixedPeople.ANNA)).hasMessageContaining("1 to 100");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void startsTwoImportsOfTheSameColumnsAtOnce(Engine engine) throws Exception {
        try (ImportDesk desk = new ImportDesk(engine)) {
            for (int round = 0; round < 10; round++) {
                Plan plan = desk.plan("Name;Round " + round + "\nAnna;a\n");
                CyclicBarrier both = new CyclicBarrier(2);

                List<CompletableFuture<Progress>> starts = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
                    meet(both);
                    return desk.imports.start(plan, FixedPeople.ANNA);
                }, Thread::startVirtualThread)).limit(2).toList();

                assertThat(starts).extracting(start -> start.join().id()).doesNotHaveDuplicates();
            }
        }
    }

    private static void meet(CyclicBarrier both) {
        try {
            both.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void matchesByAnyOfManyValuesAndKeepsThem(Engine engine) throws Exception {
        try (ImportDesk desk = new ImportDesk(engine)) {
            Plan first = desk.plan("Name;phones\nAnna;+39061234567\n").into(List.of(Optional.of("contactName"), Optional.of("phones")));
            desk.run(first);
            long before = all(desk).size();

            Progress end = desk.run(desk.plan("Name;Phone;Mobile\nAnna R;+39061234567;+39069999999\n").into(List.of(Optional.of("contactName"), Optional.of("phones"), Optional.of("phones"))).matching(Mode.BOTH, Optional.of("phones")));

            assertThat(end).extracting(Progress::created, Progress::updated, Progress::refused).containsExactly(0L, 1L, 0L);
            assertThat(all(desk)).hasSize((int) before);
            assertThat(all(desk).getLast().values().any(ImportDesk.PHONES)).contains(List.of(new Phone("+39061234567"), new Phone("+39069999999")));
        }
    }
}
