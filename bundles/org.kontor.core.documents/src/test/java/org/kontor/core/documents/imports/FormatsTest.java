package org.kontor.core.documents.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.Imports.Format;
import org.kontor.api.documents.Imports.Look;
import org.kontor.api.documents.Imports.Progress;
import org.kontor.api.documents.Imports.State;
import org.kontor.api.documents.Query;
import org.kontor.storage.Engine;
import org.kontor.testkit.FixedPeople;

class FormatsTest {
    private final ImportDesk desk = new ImportDesk(Engine.H2);

    @AfterEach
    void close() {
        desk.close();
    }

    private static List<List<String>> rows(byte[] file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (Records records = XlsxRecords.open(new ByteArrayInputStream(file))) {
            for (Optional<SheetRow> row = records.next(); row.isPresent(); row = records.next()) {
                rows.add(row.get().cells());
            }
        }
        return rows;
    }

    private Document only() {
        return desk.documents.find(Query.newest("client"), FixedPeople.ADMIN).documents().getFirst();
    }

    private String refusal(byte[] file) {
        return desk.text(((Look.Refused) desk.imports.look(desk.file(file), "client", FixedPeople.ANNA)).reason());
    }

    @Test
    void readsCellsOfEveryKindFromTheFirstVisibleSheet() throws IOException {
        byte[] file = Xlsx.of("<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"C2\" t=\"inlineStr\"><is><t>in</t><t>line</t></is></c><c r=\"D2\" s=\"1\"><v>46082</v></c><c s=\"2\"><v>59</v></c>"
                + "<c s=\"3\"><v>0.30000000000000004</v></c><c t=\"b\"><v>1</v></c><c t=\"str\"><f>A1&amp;\"x\"</f><v>result</v></c><c><v>1E3</v></c></row>",
                "<r><t>Ann</t></r><r><t xml:space=\"preserve\">a </t></r><rPh><t>reading</t></rPh>").bytes();

        assertThat(rows(file)).containsExactly(List.of("Anna ", "", "inline", "2026-03-01", "1900-02-28", "0.3", "true", "result", "1000"));
    }

    @Test
    void importsASpreadsheet() throws Exception {
        byte[] file = Xlsx.of("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c></row><row><c t=\"s\"><v>3</v></c><c><v>1234.5</v></c><c s=\"1\"><v>46082</v></c></row>",
                "<t>Name</t>", "<t>Amount</t>", "<t>Birthday</t>", "<t>Anna</t>").bytes();

        Progress end = desk.run(desk.plan(file));

        assertThat(end).extracting(Progress::state, Progress::created, Progress::refused).containsExactly(State.DONE, 1L, 0L);
        assertThat(only().values().any(ImportDesk.CLIENT.field("amount").orElseThrow())).hasToString("Optional[Money[minor=123450, currency=EUR]]");
        assertThat(only().values().any(ImportDesk.CLIENT.field("birthday").orElseThrow())).hasToString("Optional[2026-03-01]");
    }

    @Test
    void refusesAPackedBomb() {
        byte[] rows = Xlsx.of("<row><c t=\"inlineStr\"><is><t>a</t></is></c></row>".repeat(3_000_000)).bytes();

        assertThat(rows.length).isLessThan(1_000_000);
        assertThatThrownBy(() -> rows(rows)).isInstanceOf(UnreadableFile.class).hasMessageContaining("bomb");
    }

    @Test
    void refusesATextWithoutEnd() {
        assertThat(refusal(Xlsx.of("<row><c t=\"inlineStr\"><is><t>" + "a".repeat(2_000_000) + "</t></is></c></row>").bytes())).contains("out of all proportion");
    }

    @Test
    void readsNothingFromOutside() {
        String evil = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>";
        byte[] file = new Xlsx().part("xl/workbook.xml", "<workbook><sheets><sheet name=\"a\" id=\"r1\"/></sheets></workbook>").part("xl/worksheets/sheet1.xml", evil).bytes();

        assertThatThrownBy(() -> rows(file)).isInstanceOf(UnreadableFile.class);
    }

    @Test
    void saysThatAPackedFileIsNoSpreadsheet() {
        assertThat(refusal("PK\u0003\u0004nothing".getBytes(StandardCharsets.UTF_8))).contains("damaged or of another kind");
    }

    @Test
    void importsAddressCards() throws Exception {
        String cards = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna Rossi\r\nORG:Acme\r\nTEL;TYPE=WORK:+39 06 1234567\r\nTEL:+39 02 7654321\r\nEMAIL:anna@example.org\r\nPHOTO;ENCODING=b:AAAA\r\n BBBB\r\nBDAY:1990-05-01\r\nEND:VCARD\r\n"
                + "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=98=D0=B2=D0=B0=D0=BD;Test\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:broken\r\n";

        var plan = desk.plan(cards.getBytes(StandardCharsets.UTF_8));
        Progress end = desk.run(plan);

        assertThat(plan.format()).isEqualTo(Format.VCARD);
        assertThat(end).extracting(Progress::rows, Progress::created, Progress::refused).containsExactly(3L, 2L, 1L);
        assertThat(desk.names()).containsExactly("Anna Rossi", "Test Иван");
    }
}
