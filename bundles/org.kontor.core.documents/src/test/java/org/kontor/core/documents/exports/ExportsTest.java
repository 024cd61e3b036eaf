package org.kontor.core.documents.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.access.Access;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Exports;
import org.kontor.api.documents.Exports.Form;
import org.kontor.api.documents.Exports.Format;
import org.kontor.api.documents.Imports.Mode;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Values;
import org.kontor.api.people.Role;
import org.kontor.core.documents.imports.ImportDesk;
import org.kontor.storage.Engine;
import org.kontor.testkit.FixedPeople;

class ExportsTest {

    private static Exports exports(ImportDesk desk) {
        return new StreamedExports(desk.types, desk.documents, desk.rights, desk.notation, new FixedPeople(), desk.labels);
    }

    private static byte[] written(ImportDesk desk, Format format, Form form, String... columns) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports(desk).write(new Exports.Wanted(Query.newest("client").sorted("id", false), List.of(columns), format, form), out, FixedPeople.ANNA);
        return out.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static ImportDesk filled(Engine engine) throws Exception {
        ImportDesk desk = new ImportDesk(engine);
        desk.documents.create("firm", Values.none().with(ImportDesk.FIRM_NAME, "Acme"), FixedPeople.ADMIN);
        desk.run(desk.plan("Name;E-mail;Amount;Source;Comments;Phone;Birthday\n=cmd();anna@example.org;10,50 EUR;web;\"a;b\";+39061234567;2026-03-01\n".getBytes(StandardCharsets.UTF_8)));
        desk.documents.change(new DocumentRef("client", 1), org.kontor.api.documents.Draft.of(Values.none().with(ImportDesk.FIRM_LINK, new DocumentRef("firm", 1))), FixedPeople.ADMIN);
        return desk;
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void writesCommaSeparatedValuesWithoutFormulas(Engine engine) throws Exception {
        try (ImportDesk desk = filled(engine)) {
            assertThat(text(written(desk, Format.CSV, Form.MACHINE, "id", "contactName", "amount", "source", "firm", "comments")))
                    .isEqualTo("id,contactName,amount,source,firm,comments\r\nclient/1,'=cmd(),10.50 EUR,web,firm/1,a;b\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void namesLinkedDocumentsForPeople(Engine engine) throws Exception {
        try (ImportDesk desk = filled(engine)) {
            assertThat(text(written(desk, Format.CSV, Form.PEOPLE, "firm")).lines()).element(1).isEqualTo("Acme");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void writesASpreadsheetThatImportsBack(Engine engine) throws Exception {
        try (ImportDesk desk = filled(engine)) {
            byte[] file = written(desk, Format.XLSX, Form.MACHINE, "contactName", "email", "amount", "birthday");
            long version = desk.documents.get(new DocumentRef("client", 1), FixedPeople.ADMIN).orElseThrow().version();

            var end = desk.run(desk.plan(file).matching(Mode.UPDATE, Optional.of("email")));

            assertThat(end.updated()).isEqualTo(1);
            assertThat(desk.documents.get(new DocumentRef("client", 1), FixedPeople.ADMIN).orElseThrow().version()).isEqualTo(version);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void writesObjectsLineByLine(Engine engine) throws Exception {
        try (ImportDesk desk = filled(engine)) {
            assertThat(text(written(desk, Format.JSON_LINES, Form.PEOPLE, "id", "contactName", "amount", "company")))
                    .isEqualTo("{\"id\":\"client/1\",\"contactName\":\"=cmd()\",\"amount\":{\"amount\":\"10.50\",\"currency\":\"EUR\"}}\n");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void writesAddressCardsThatImportBack(Engine engine) throws Exception {
        try (ImportDesk desk = filled(engine)) {
            byte[] file = written(desk, Format.VCARD, Form.PEOPLE);

            assertThat(text(file)).contains("VERSION:3.0", "TEL:+39061234567", "EMAIL:anna@example.org", "BDAY:2026-03-01");
            assertThat(desk.run(desk.plan(file)).created()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void writesMoreThanAPage(Engine engine) throws Exception {
        try (ImportDesk desk = new ImportDesk(engine)) {
            desk.documents.createAll("client", IntStream.range(0, 1_200).mapToObj(i -> Values.none().with(ImportDesk.NAME, "n" + i)).toList(), FixedPeople.ADMIN);

            assertThat(text(written(desk, Format.CSV, Form.MACHINE, "contactName")).lines()).hasSize(1_201).endsWith("n1199");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void needsTheRightToExport(Engine engine) throws Exception {
        try (ImportDesk desk = filled(engine)) {
            desk.rights.set(new Access.Rule(Role.EMPLOYEE, "client", Operation.EXPORT, Reach.NONE), FixedPeople.ADMIN);

            var wanted = new Exports.Wanted(Query.newest("client"), List.of(), Format.CSV, Form.PEOPLE);
            assertThat(exports(desk).objection(wanted, FixedPeople.ANNA)).isPresent();
        }
    }
}
