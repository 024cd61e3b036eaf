package org.kontor.core.documents.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.api.access.Access;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.Imports.BadRow;
import org.kontor.api.documents.Imports.DryRun;
import org.kontor.api.documents.Imports.Guess;
import org.kontor.api.documents.Imports.Look;
import org.kontor.api.documents.Imports.Plan;
import org.kontor.api.people.Role;
import org.kontor.storage.Engine;
import org.kontor.testkit.FixedPeople;

class ImportsTest {
    private final ImportDesk desk = new ImportDesk(Engine.H2);

    @AfterEach
    void close() {
        desk.close();
    }

    private String refusal(byte[] content) {
        return desk.text(((Look.Refused) desk.imports.look(desk.file(content), "client", FixedPeople.ANNA)).reason());
    }

    private String refusal(String content) {
        return refusal(content.getBytes(StandardCharsets.UTF_8));
    }

    private Guess guess(String content) {
        return ((Look.Seen) desk.imports.look(desk.file(content), "client", FixedPeople.ANNA)).guess();
    }

    @Test
    void guessesEverythingOfAnOrdinaryFile() {
        Guess guess = guess("Full name;Firma;Телефон;Posta elettronica;Budget;Origine;Unknown\nAnna;Acme;+39 06 1234567;anna@example.org;12,50;web;x\n");

        assertThat(guess.plan().delimiter()).isEqualTo(';');
        assertThat(guess.plan().charset()).isEqualTo("UTF-8");
        assertThat(guess.plan().header()).isTrue();
        assertThat(guess.plan().columns()).containsExactly(
                Optional.of("contactName"), Optional.empty(), Optional.of("phone"), Optional.of("email"), Optional.of("amount"), Optional.of("source"), Optional.empty());
        assertThat(guess.sample()).containsExactly(List.of("Anna", "Acme", "+39 06 1234567", "anna@example.org", "12,50", "web", "x"));
    }

    @Test
    void guessesColumnsByTheirCellsWithoutAHead() {
        Guess guess = guess("Anna;anna@example.org;+39 06 1234567\nIvan;ivan@example.org;+7 912 3456789\n");

        assertThat(guess.plan().header()).isFalse();
        assertThat(guess.heads()).containsExactly("1", "2", "3");
        assertThat(guess.plan().columns()).containsExactly(Optional.empty(), Optional.of("email"), Optional.of("phone"));
    }

    @Test
    void looksAgainAsAPersonSays() {
        Plan plan = new Plan(desk.file("Name;Phone\nИван;1\n", Charset.forName("KOI8-R")), "client", "KOI8-R", ';', true, List.of(), "");

        assertThat(((Look.Seen) desk.imports.look(plan, FixedPeople.ANNA)).guess().sample()).containsExactly(List.of("Иван", "1"));
    }

    @Test
    void namesACharsetThatDoesNotFit() {
        Plan plan = new Plan(desk.file("Имя;Телефон\nИван;1\nОльга;2\n", Charset.forName("windows-1251")), "client", "UTF-8", ';', true, List.of(), "");

        Look.Refused refused = (Look.Refused) desk.imports.look(plan, FixedPeople.ANNA);

        assertThat(desk.text(refused.reason())).isEqualTo("“clients.csv” is not written in UTF-8: choose another encoding, for example windows-1251 or windows-1252");
    }

    @Test
    void saysWhatIsWrongWithAFile() {
        assertThat(refusal("")).isEqualTo("“clients.csv” is empty");
        assertThat(refusal("\n\n")).isEqualTo("“clients.csv” is empty");
        assertThat(refusal("Name;Phone\n")).contains("holds no rows");
        assertThat(refusal(new byte[3_000])).contains("is not a text file");
        assertThat(refusal("PK\u0003\u0004xl/workbook.xml")).contains("is a spreadsheet");
        assertThat(refusal("a;".repeat(10_000) + "\n1;2\n")).contains("10,001 columns");
        assertThat(refusal("x".repeat(1_000_000) + "\n1\n")).contains("longer than 200,000 characters");
    }

    @Test
    void triesOutWithoutWriting() {
        DryRun run = desk.imports.tryOut(desk.plan("Name;Phone;E-mail;Amount\nAnna;+39 06 1234567;anna@example.org;5\n;1;x;1.234\nIvan;;;many\n"), FixedPeople.ANNA);

        assertThat(run.rows()).isEqualTo(3);
        assertThat(run.good()).isEqualTo(1);
        assertThat(run.bad()).extracting(BadRow::line).containsExactly(3L, 4L);
        assertThat(run.bad().getFirst().reasons()).hasSize(3);
        assertThat(run.bad().getLast().reasons()).map(desk::text).first().asString().contains("“many” is not a sum");
        assertThat(desk.names()).isEmpty();
    }

    @Test
    void keepsAtMostAHundredBadRows() {
        DryRun run = desk.imports.tryOut(desk.plan("Name;Phone\n" + "Anna;x\n".repeat(250)), FixedPeople.ANNA);

        assertThat(run.rows()).isEqualTo(250);
        assertThat(run.bad()).hasSize(100);
    }

    @Test
    void marksARowThatIsNotInTheCharset() {
        byte[] file = "Name;Company\nAnna;Gr?n\nIvan;Beta\n".replace('?', '\u0001').getBytes(StandardCharsets.UTF_8);
        file[20] = (byte) 0xFC;
        Plan plan = new Plan(desk.file(file), "client", "UTF-8", ';', true, List.of(Optional.of("contactName"), Optional.of("company")), "");

        DryRun run = desk.imports.tryOut(plan, FixedPeople.ANNA);

        assertThat(run.good()).isEqualTo(1);
        assertThat(run.bad().getFirst().reasons()).map(desk::text).first().asString().contains("characters that are not UTF-8");
    }

    @Test
    void refusesZeroCharactersInARow() {
        DryRun run = desk.imports.tryOut(desk.plan("Name;Company\nAnna;Ac\0me\nIvan;Beta\n"), FixedPeople.ANNA);

        assertThat(run.bad()).hasSize(1);
        assertThat(run.bad().getFirst().reasons()).map(desk::text).first().asString().contains("zero character");
    }

    @Test
    void needsTheRightToCreate() {
        desk.rights.set(new Access.Rule(Role.EMPLOYEE, "client", Operation.CREATE, Reach.NONE), FixedPeople.ADMIN);

        assertThat(refusal("Name\nAnna\n")).contains("CREATE of client reaches NONE");
    }

    @Test
    void refusesAPlanThatDoesNotFitTheType() {
        Plan plan = new Plan(desk.file("Name\nAnna\n"), "client", "UTF-8", ';', true, List.of(Optional.of("colour")), "");

        assertThatThrownBy(() -> desk.imports.start(plan, FixedPeople.ANNA)).hasMessage("document type 'client' has no field 'colour'");
    }

    @Test
    void hidesFilesAndImportsOfOthers() {
        Plan plan = desk.plan("Name\nAnna\n");
        long id = desk.imports.start(plan, FixedPeople.ANNA).id();

        assertThat(desk.imports.look(plan, FixedPeople.IVAN)).isInstanceOf(Look.Refused.class);
        assertThat(desk.imports.find(id, FixedPeople.IVAN)).isEmpty();
        assertThat(desk.imports.latest(FixedPeople.IVAN)).isEmpty();
        assertThat(desk.imports.latest(FixedPeople.ADMIN)).hasSize(1);
    }
}
