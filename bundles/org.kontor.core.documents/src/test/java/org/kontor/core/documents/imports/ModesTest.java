package org.kontor.core.documents.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Imports.LinkKey;
import org.kontor.api.documents.Imports.Look;
import org.kontor.api.documents.Imports.Mode;
import org.kontor.api.documents.Imports.Plan;
import org.kontor.api.documents.Imports.Progress;
import org.kontor.api.documents.Imports.State;
import org.kontor.api.documents.Phone;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Values;
import org.kontor.api.jobs.Work;
import org.kontor.storage.Engine;
import org.kontor.testkit.FixedPeople;

class ModesTest {

    private static Plan byMail(Plan plan, Mode mode) {
        return plan.matching(mode, Optional.of("email"));
    }

    private static List<Document> all(ImportDesk desk) {
        return desk.documents.find(Query.newest("client").sorted("id", false), FixedPeople.ADMIN).documents();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void changesWhatIsThereAndCreatesTheRest(Engine engine) throws Exception {
        try (ImportDesk desk = new ImportDesk(engine)) {
            desk.run(desk.plan("Name;E-mail\nAnna;anna@example.org\nIvan;ivan@example.org\n"));

            Progress end = desk.run(byMail(desk.plan("Name;E-mail;Company\nAnna R;ANNA@example.org;Acme\nOlga;olga@example.org;Beta\nOlga P;Olga@example.org;Gamma\n;;Delta\n"), Mode.BOTH));

            assertThat(end).extracting(Progress::created, Progress::updated, Progress::refused).containsExactly(1L, 2L, 1L);
            assertThat(all(desk)).extracting(each -> each.get(ImportDesk.NAME).orElseThrow()).containsExactly("Anna R", "Ivan", "Olga P");
            assertThat(all(desk).getLast().get(ImportDesk.COMPANY)).contains("Gamma");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void refusesWhatIsThereOrNotThereOrNotClear(Engine engine) throws Exception {
        try (ImportDesk desk = new ImportDesk(engine)) {
            desk.run(desk.plan("Name;E-mail\nAnna;a@example.org\nIvan;b@example.org\nIgor;b@example.org\n"));

            String created = desk.errors(desk.run(byMail(desk.plan("Name;E-mail\nAnna;a@example.org\nX;x@example.org\nX;x@example.org\n"), Mode.CREATE)));
            String updated = desk.errors(desk.run(byMail(desk.plan("Name;E-mail\nY;y@example.org\nZ;b@example.org\nW;\n"), Mode.UPDATE)));

            assertThat(created).contains("client/1 has", "already", "An earlier row of the file has");
            assertThat(updated).contains("There is no document with", "2 documents have", "is empty, so it is not known");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void findsLinkedDocumentsByAKey(Engine engine) throws Exception {
        try (ImportDesk desk = new ImportDesk(engine)) {
            desk.documents.create("firm", Values.none().with(ImportDesk.FIRM_NAME, "Acme"), FixedPeople.ADMIN);
            for (int i = 0; i < 2; i++) {
                desk.documents.create("firm", Values.none().with(ImportDesk.FIRM_NAME, "Twin"), FixedPeople.ADMIN);
            }
            Plan plan = desk.plan("Name;Firm\nAnna;Acme\nIvan;Nobody\nOlga;Twin\nMaria;\n");
            Plan linked = plan.into(List.of(Optional.of("contactName"), Optional.of("firm"))).linking(Map.of("firm", new LinkKey("firm", "name")));

            Progress end = desk.run(linked);

            assertThat(all(desk)).extracting(each -> each.get(ImportDesk.FIRM_LINK)).containsExactly(Optional.of(new DocumentRef("firm", 1)), Optional.empty());
            assertThat(desk.errors(end)).contains("“Nobody” is not there", "2 ").contains("“Twin”: it is not clear");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void gathersSeveralColumnsInAFieldOfManyValues(Engine engine) throws Exception {
        try (ImportDesk desk = new ImportDesk(engine)) {
            Plan plan = desk.plan("Name;P1;P2\nAnna;+39061234567;+39027654321\n").into(List.of(Optional.of("contactName"), Optional.of("phones"), Optional.of("phones")));

            desk.run(plan);

            assertThat(all(desk).getFirst().values().any(ImportDesk.PHONES)).contains(List.of(new Phone("+39061234567"), new Phone("+39027654321")));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void remembersHowAPersonMappedAHead(Engine engine) throws Exception {
        try (ImportDesk desk = new ImportDesk(engine)) {
            Plan plan = desk.plan("A;B\nAnna;a@example.org\n").into(List.of(Optional.of("company"), Optional.of("email"))).matching(Mode.UPDATE, Optional.of("email"));
            desk.run(plan.read("UTF-8", ';', true, ""));

            var mine = ((Look.Seen) desk.imports.look(desk.file(" a ;b\nX;x@example.org\n"), "client", FixedPeople.ANNA)).guess();

            assertThat(mine.remembered()).isTrue();
            assertThat(mine.plan().columns()).isEqualTo(plan.columns());
            assertThat(mine.plan().mode()).isEqualTo(Mode.UPDATE);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void pausesAndGoesOn(Engine engine) throws Exception {
        try (ImportDesk desk = new ImportDesk(engine)) {
            Progress started = desk.imports.start(desk.plan("Name;Company\nAnna;x\n"), FixedPeople.ANNA);
            Work work = new Work(Long.toString(started.id()), "", 1);

            assertThat(desk.imports.pause(started.id(), FixedPeople.ANNA)).isTrue();
            desk.job(desk.documents).run(work);
            assertThat(desk.names()).isEmpty();
            assertThat(desk.imports.resume(started.id(), FixedPeople.ANNA)).isTrue();
            desk.job(desk.documents).run(work);

            assertThat(desk.imports.find(started.id(), FixedPeople.ANNA).orElseThrow().state()).isEqualTo(State.DONE);
            assertThat(desk.imports.cancel(started.id(), FixedPeople.ANNA)).isFalse();
        }
    }
}
