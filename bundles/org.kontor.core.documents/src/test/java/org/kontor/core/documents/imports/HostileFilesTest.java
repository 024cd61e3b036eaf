package org.kontor.core.documents.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kontor.api.documents.Imports.Guess;
import org.kontor.api.documents.Imports.Look;
import org.kontor.api.documents.Imports.Progress;
import org.kontor.storage.Engine;
import org.kontor.testkit.FixedPeople;

/// Files made to break things: each is refused with a reason or read, never an internal error.
class HostileFilesTest {
    private static final String HEAD = "<row><c t=\"inlineStr\"><is><t>Name</t></is></c></row>";

    private final ImportDesk desk = new ImportDesk(Engine.H2);

    @AfterEach
    void close() {
        desk.close();
    }

    private Look look(byte[] file) {
        return desk.imports.look(desk.file(file), "client", FixedPeople.ANNA);
    }

    /// What a file comes to: a reason, or an import that ends.
    private String fate(byte[] file) throws Exception {
        return switch (look(file)) {
            case Look.Refused(var reason) -> desk.text(reason);
            case Look.Seen(Guess guess) when guess.plan().columns().stream().allMatch(java.util.Optional::isEmpty) -> "no column";
            case Look.Seen(Guess guess) -> {
                desk.imports.tryOut(guess.plan(), FixedPeople.ANNA);
                Progress end = desk.run(guess.plan());
                yield end.state() + " " + end.created() + " " + end.refused() + end.problem().map(desk::text).map(text -> " " + text).orElse("");
            }
        };
    }

    static Stream<String> cells() {
        return Stream.of(
                "<c r=\"XFD1048577\" t=\"inlineStr\"><is><t>a</t></is></c>",
                "<c r=\"\" t=\"s\"><v>999999999</v></c>",
                "<c t=\"s\"><v>-1</v></c>",
                "<c t=\"s\"><v>x</v></c>",
                "<c s=\"99999\"><v>1</v></c>",
                "<c s=\"-5\"><v>1e999</v></c>",
                "<c s=\"1\"><v>99999999999999</v></c>",
                "<c s=\"1\"><v>NaN</v></c>",
                "<c t=\"e\"><v>#REF!</v></c>",
                "<c t=\"b\"><v>maybe</v></c>",
                "<c t=\"inlineStr\"><is><t>=HYPERLINK(\"http://x\")</t></is></c>",
                "<c t=\"inlineStr\"><is><t>&#0;</t></is></c>",
                "<c><f>1/0</f></c>",
                "<c><v>" + "9".repeat(5_000) + "</v></c>",
                "<a>".repeat(5_000) + "</a>".repeat(5_000));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void takesOrRefusesOddCells(String cell) throws Exception {
        assertThat(fate(Xlsx.of(HEAD + "<row>" + cell + "</row><row r=\"99999999999\"><c t=\"inlineStr\"><is><t>b</t></is></c></row>").bytes())).isNotBlank();
    }

    @Test
    void refusesEntitiesThatGrow() throws Exception {
        String laughs = "<!DOCTYPE x [<!ENTITY a \"" + "ha".repeat(50) + "\">" + IntStream.range(1, 10).mapToObj(i -> "<!ENTITY " + (char) ('a' + i) + " \"" + ("&" + (char) ('a' + i - 1) + ";").repeat(50) + "\">").reduce("", String::concat)
                + "]><worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&j;</t></is></c></row></sheetData></worksheet>";
        byte[] file = new Xlsx().part("xl/workbook.xml", "<workbook><sheets><sheet name=\"a\" id=\"r1\"/></sheets></workbook>").part("xl/worksheets/sheet1.xml", laughs).bytes();

        assertThat(look(file)).isInstanceOf(Look.Refused.class);
    }

    @Test
    void survivesFilesThatAreCutOff() throws Exception {
        byte[] whole = Xlsx.of(HEAD + "<row><c t=\"inlineStr\"><is><t>Anna</t></is></c></row>").bytes();

        for (int length = 1; length < whole.length; length += 61) {
            assertThat(fate(Arrays.copyOf(whole, length))).isNotBlank();
        }
    }

    @Test
    void survivesFlippedBytes() throws Exception {
        byte[] whole = Xlsx.of(HEAD + "<row><c t=\"inlineStr\"><is><t>Anna</t></is></c></row>").bytes();
        Random random = new Random(11);

        for (int round = 0; round < 150; round++) {
            byte[] file = whole.clone();
            for (int i = 0; i < 5; i++) {
                file[random.nextInt(file.length)] = (byte) random.nextInt(256);
            }
            assertThat(fate(file)).isNotBlank();
        }
    }

    @Test
    void survivesNoiseOfEveryBeginning() throws Exception {
        Random random = new Random(12);

        for (String beginning : List.of("", "Name;Phone\n", "BEGIN:VCARD\n", "\u0000", "PK\u0003\u0004", "%PDF-1.7\n", "\uFEFF\"")) {
            for (int round = 0; round < 20; round++) {
                byte[] noise = new byte[random.nextInt(4_000)];
                random.nextBytes(noise);
                ByteArrayOutputStream file = new ByteArrayOutputStream();
                file.writeBytes(beginning.getBytes(StandardCharsets.UTF_8));
                file.writeBytes(noise);
                assertThat(fate(file.toByteArray())).isNotBlank();
            }
        }
    }

    @Test
    void saysThatAPackedFolderIsNoSpreadsheet() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("../../etc/passwd"));
            zip.write("x".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
        }

        assertThat(look(bytes.toByteArray())).isInstanceOf(Look.Refused.class);
    }
}
