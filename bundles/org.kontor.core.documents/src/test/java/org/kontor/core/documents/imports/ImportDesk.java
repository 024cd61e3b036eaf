package org.kontor.core.documents.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.DocumentGuard;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Imports;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Notation;
import org.kontor.api.files.FileRef;
import org.kontor.api.jobs.Jobs;
import org.kontor.api.jobs.Work;
import org.kontor.api.people.Actor;
import org.kontor.core.documents.DocumentsDesk;
import org.kontor.core.documents.MatchKeys;
import org.kontor.storage.Engine;
import org.kontor.testkit.ClassPathLabels;
import org.kontor.testkit.FixedPeople;
import org.kontor.testkit.MemoryFiles;
import org.kontor.testkit.OpenRights;
import org.kontor.testkit.TestDatabase;

/// Imports over a database of their own, with a type to import. Jobs wait until they are told to run.
public final class ImportDesk implements AutoCloseable, Jobs {
    public static final Field<String> NAME = Field.text("contactName").asRequired();
    public static final Field<String> COMPANY = Field.text("company");
    public static final Field<DocumentRef> FIRM_LINK = Field.of("firm", new Kind.Link(List.of("firm")));
    @SuppressWarnings({"unchecked", "rawtypes"})
    public static final Field<List> PHONES = Field.of("phones", (Kind) new Kind.Many<>(new Kind.PhoneNumber()));
    public static final DocumentType CLIENT = new DocumentType("client", "user",
            List.of(NAME, COMPANY, Field.of("phone", new Kind.PhoneNumber()), Field.of("email", new Kind.Email()), Field.of("amount", new Kind.Sum("EUR")),
                    Field.choice("source", "source", "web", "call"), Field.longText("comments"), Field.of("birthday", new Kind.Date()), FIRM_LINK, PHONES),
            NAME, Optional.empty(), Optional.empty(), true);
    public static final Field<String> FIRM_NAME = Field.text("name").asRequired();
    public static final DocumentType FIRM = new DocumentType("firm", "building", List.of(FIRM_NAME), FIRM_NAME, Optional.empty(), Optional.empty(), true);

    public final TestDatabase database;
    public final OpenRights rights = new OpenRights(new FixedPeople());
    public final MemoryFiles files = new MemoryFiles(20_000_000);
    public final Documents documents;
    public final Imports imports;
    final ImportTable table;
    public final Notation notation;
    public final DocumentTypes types;
    public final org.kontor.core.documents.ShapeStore store;
    public final ClassPathLabels labels = new ClassPathLabels("org.kontor.core.documents");

    public ImportDesk(Engine engine, DocumentGuard... guards) {
        database = TestDatabase.open(engine);
        DocumentsDesk desk = new DocumentsDesk(database, labels, new FixedPeople(), rights, List.of(guards), CLIENT, FIRM);
        documents = desk.documents();
        notation = desk.notation();
        types = desk.types();
        store = desk.store();
        table = new ImportTable(database.database());
        imports = new FileImports(table, readings(documents), new ImportRights(rights, types, files), labels, files, this);
    }

    private Readings readings(Documents through) {
        return new Readings(types, notation, new FixedPeople(), files, through, new MatchKeys(database.database(), store));
    }

    /// A job that writes through the given documents.
    ImportJob job(Documents through) {
        return new ImportJob(table, readings(through), new RowWriting(database.database(), database.journal(), table), files, labels);
    }

    FileRef file(String content) {
        return file(content, StandardCharsets.UTF_8);
    }

    FileRef file(String content, Charset charset) {
        return file(content.getBytes(charset));
    }

    public FileRef file(byte[] content) {
        try {
            return files.store("clients.csv", "text/csv", new ByteArrayInputStream(content), FixedPeople.ANNA);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Imports.Plan plan(String content) {
        return plan(content.getBytes(StandardCharsets.UTF_8));
    }

    public Imports.Plan plan(byte[] content) {
        return ((Imports.Look.Seen) imports.look(file(content), "client", FixedPeople.ANNA)).guess().plan();
    }

    /// Starts an import and carries it out.
    public Imports.Progress run(Imports.Plan plan) throws Exception {
        Imports.Progress started = imports.start(plan, FixedPeople.ANNA);
        job(documents).run(new Work(Long.toString(started.id()), "", 1));
        return imports.find(started.id(), FixedPeople.ANNA).orElseThrow();
    }

    String errors(Imports.Progress progress) throws IOException {
        return new String(files.open(progress.errors().orElseThrow()).readAllBytes(), StandardCharsets.UTF_8);
    }

    public String text(org.kontor.api.labels.Label label) {
        return labels.text(label, java.util.Locale.ENGLISH);
    }

    public List<String> names() {
        return documents.find(org.kontor.api.documents.Query.newest("client").sorted("id", false).limited(500), new Actor.Robot("test")).documents().stream()
                .map(document -> document.get(NAME).orElseThrow())
                .toList();
    }

    @Override
    public void at(Instant due, String jobId, String key, String payload) {
        // the test runs the job itself
    }

    @Override
    public boolean cancel(String jobId, String key) {
        return false;
    }

    @Override
    public void close() {
        database.close();
    }
}
