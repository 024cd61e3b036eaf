package org.kontor.itests.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.documents.Batches;
import org.kontor.api.documents.Creation;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentEvent;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Values;
import org.kontor.api.events.Occurrence;
import org.kontor.api.events.Reaction;
import org.kontor.leads.Lead;
import org.kontor.leads.internal.LeadShape;
import org.kontor.storage.DatabaseFailure;
import org.kontor.testkit.TestDatabase;
import org.kontor.testkit.portal.TestPortal;

/// PostgreSQL is stopped under a portal and comes back: nothing is lost, and everything goes on by itself.
class DatabaseAwayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    @Test
    void losesNothingAndGoesOnWhenTheDatabaseIsBack() throws Exception {
        EmbeddedPostgres first = server(0);
        int port = first.getPort();
        try (TestPortal portal = TestPortal.open(TestDatabase.kept(first.getJdbcUrl("postgres", "postgres"), Files.createDirectories(folder.resolve("portal"))),
                TestPortal.Pace.USUAL, List.of(new LeadShape()), "org.kontor.leads", "org.kontor.core.documents")) {
            Seeing seeing = new Seeing();
            portal.register(Reaction.class, seeing, Map.of("kontor.reaction.id", "test.seeing"));
            DocumentRef before = create(portal, "before");
            RobotDesk.until("the reaction follows", PATIENCE, () -> seeing.seen.contains(before));

            first.close();
            DatabaseFailure failure = catchThrowableOfType(DatabaseFailure.class, () -> create(portal, "lost"));
            assertThat(failure).hasMessageContaining("can't be reached");
            assertThat(failure.passing()).isTrue();

            try (EmbeddedPostgres second = server(port)) {
                assertThat(second.getPort()).isEqualTo(port);
                RobotDesk.until("documents are read again", PATIENCE, () -> readable(portal, before));
                DocumentRef after = create(portal, "after");
                Batches.Start start = portal.batches().start(Lead.TYPE, new Batches.Choice.Passing(Filter.any()), new Batches.Act.Edit(Draft.of(Values.none().with(Lead.COMPANY, "Acme"))), WritingPortal.ADMIN);
                long batch = ((Batches.Start.Started) start).progress().id();
                RobotDesk.until("the reaction goes on", PATIENCE, () -> seeing.seen.contains(after));
                RobotDesk.until("jobs go on", PATIENCE, () -> portal.batches().find(batch, WritingPortal.ADMIN).orElseThrow().state() == Batches.State.DONE);
                assertThat(portal.documents().get(before, WritingPortal.ADMIN)).isPresent();
            }
        }
    }

    private EmbeddedPostgres server(int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setDataDirectory(folder.resolve("pg")).setCleanDataDirectory(false).setServerConfig("fsync", "on");
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    private static DocumentRef create(TestPortal portal, String title) {
        Document lead = ((Creation.Created) portal.documents().create(Lead.TYPE, Values.none().with(Lead.TITLE, title), WritingPortal.ADMIN)).document();
        return lead.ref();
    }

    private static boolean readable(TestPortal portal, DocumentRef ref) {
        try {
            return portal.documents().get(ref, WritingPortal.ADMIN).isPresent();
        } catch (DatabaseFailure e) {
            return false;
        }
    }

    private static final class Seeing implements Reaction<DocumentEvent> {
        private final List<DocumentRef> seen = Collections.synchronizedList(new ArrayList<>());

        @Override
        public Class<DocumentEvent> event() {
            return DocumentEvent.class;
        }

        @Override
        public void after(DocumentEvent event, Occurrence occurrence) {
            seen.add(event.document());
        }
    }
}
