package org.kontor.core.documents.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.junit.jupiter.api.Test;

class CsvRecordsTest {

    private static List<SheetRow> read(String text) {
        return read(text, 0);
    }

    private static List<SheetRow> read(String text, int width) {
        List<SheetRow> all = new ArrayList<>();
        try (CsvRecords records = new CsvRecords(new StringReader(text), ';')) {
            records.expect(width);
            for (Optional<SheetRow> record = records.next(); record.isPresent(); record = records.next()) {
                all.add(record.get());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return all;
    }

    @Test
    void readsPlainAndQuotedCells() {
        assertThat(read("a;\"b;\"\"c\"\"\";\r\n;x")).extracting(SheetRow::cells).containsExactly(List.of("a", "b;\"c\"", ""), List.of("", "x"));
    }

    @Test
    void takesEveryKindOfLineEnd() {
        assertThat(read("a\nb\r\nc\rd\r\n")).extracting(SheetRow::line).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void keepsLineEndsInsideQuotesAndCountsLines() {
        List<SheetRow> records = read("\"a\r\n\r\nb\";c\r\nd;e");

        assertThat(records.getFirst().cells()).containsExactly("a\n\nb", "c");
        assertThat(records.getLast().line()).isEqualTo(4);
    }

    @Test
    void passesOverTheByteOrderMarkAndEmptyLines() {
        assertThat(read("\uFEFF\n\na;b\n\n")).extracting(SheetRow::cells).containsExactly(List.of("a", "b"));
    }

    @Test
    void losesOneLineOnlyToAQuoteThatIsNotClosed() {
        List<SheetRow> records = read("Anna;\"Acme\nIvan;Beta\nMaria;Gamma\n");

        assertThat(records).hasSize(3);
        assertThat(records.getFirst().flaw()).isPresent();
        assertThat(records.getFirst().cells()).containsExactly("Anna;\"Acme");
        assertThat(records.get(1).cells()).containsExactly("Ivan", "Beta");
    }

    @Test
    void losesOneLineOnlyWhenALaterQuoteSeemsToCloseIt() {
        List<SheetRow> records = read("Anna;\"Acme\nIvan;\"Beta\"\nMaria;\"\"\nOlga;\"Delta\"\n", 2);

        assertThat(records.stream().filter(record -> record.flaw().isPresent()).map(SheetRow::line)).containsExactly(1L);
    }

    @Test
    void reportsTextBehindAClosingQuote() {
        assertThat(read("\"Acme\" GmbH;x\nb;c")).extracting(record -> record.flaw().isPresent()).containsExactly(true, false);
    }

    @Test
    void cutsALineThatIsTooLong() {
        List<SheetRow> records = read("a;" + "x".repeat(1_000_000) + "\nb;c");

        assertThat(records.getFirst().flaw()).isPresent();
        assertThat(records.getFirst().cells().getFirst()).hasSize(TextLines.LONGEST);
        assertThat(records.getLast().cells()).containsExactly("b", "c");
    }

    @Test
    void reportsTenThousandColumns() {
        assertThat(read(";".repeat(9_999)).getFirst().flaw()).isPresent();
    }

    @Test
    void staysQuickWhenEveryLineOpensAQuote() {
        List<SheetRow> records = read("a;\"b\n".repeat(20_000).replace("a;\"b\na;\"b", "a;\"b\na;'b"));

        assertThat(records).hasSize(20_000);
    }

    /// What a widely used library writes is read as it was.
    @Test
    void readsWhatCommonsCsvWrites() throws IOException {
        Random random = new Random(7);
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(';').setQuoteMode(QuoteMode.MINIMAL).setRecordSeparator("\r\n").get();
        List<List<String>> table = new ArrayList<>();
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            for (int row = 0; row < 500; row++) {
                List<String> cells = new ArrayList<>(List.of("r" + row));
                for (int column = 0; column < 4; column++) {
                    cells.add(random.ints(random.nextInt(6), 0, 8).mapToObj(i -> String.valueOf(";\"ab\nя, ".charAt(i))).reduce("", String::concat).strip());
                }
                table.add(cells);
                printer.printRecord(cells);
            }
        }

        assertThat(read(text.toString(), 5)).extracting(SheetRow::cells).isEqualTo(table);
    }
}
