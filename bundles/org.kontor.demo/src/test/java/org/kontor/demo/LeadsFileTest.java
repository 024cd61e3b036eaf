package org.kontor.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.time.ZoneOffset;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Notation;
import org.kontor.leads.Lead;
import org.kontor.leads.internal.LeadShape;
import org.kontor.storage.Engine;
import org.kontor.testkit.portal.TestPortal;

/// The file that people try the import with: `distribution/demo/leads.csv`.
class LeadsFileTest {
    private static final Path FILE = Path.of("../../distribution/demo/leads.csv");
    private static final Notation.Habits HABITS = new Notation.Habits(Locale.ENGLISH, ZoneOffset.UTC, "");
    private static final List<Field<?>> COLUMNS = List.of(Lead.TITLE, Lead.CONTACT_NAME, Lead.COMPANY, Lead.PHONE, Lead.EMAIL, Lead.WEB, Lead.AMOUNT,
            Lead.SOURCE, Lead.NEXT_CONTACT, Lead.BIRTHDAY, Lead.EMPLOYEES, Lead.COMMENTS);

    private final TestPortal portal = TestPortal.open(Engine.H2, List.of(new LeadShape()), "org.kontor.leads", "org.kontor.core.documents");

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void hasSomeRowsThatCanNotBeTaken() throws IOException {
        List<CSVRecord> rows = rows();

        assertThat(rows).hasSize(500);
        assertThat(rows.stream().filter(this::refused).map(row -> row.getRecordNumber() - 1)).containsExactly(17L, 46L, 83L, 121L, 158L, 203L, 247L, 288L, 331L, 366L, 404L, 441L, 478L);
    }

    @Test
    void writesToNobody() throws IOException {
        assertThat(rows()).allSatisfy(row -> assertThat(row.get(4)).matches("|.*@example\\.(com|org|net)|.*\\(at\\).*"));
    }

    private static List<CSVRecord> rows() throws IOException {
        try (var reader = Files.newBufferedReader(FILE)) {
            return CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader).getRecords();
        }
    }

    private boolean refused(CSVRecord row) {
        boolean unread = java.util.stream.IntStream.range(0, COLUMNS.size())
                .anyMatch(i -> portal.notation().read(COLUMNS.get(i), row.get(i), HABITS) instanceof Notation.Reading.Refused);
        return unread || row.get(0).isBlank();
    }
}
