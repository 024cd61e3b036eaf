package org.kontor.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Notation;
import org.kontor.api.documents.Once;
import org.kontor.api.jobs.Job;
import org.kontor.api.jobs.JobId;
import org.kontor.api.jobs.Work;
import org.kontor.api.people.Actor;
import org.kontor.api.people.People;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fills a portal that nobody uses yet: first the people, then all documents or none, each once for ever, also when the process is killed
/// meanwhile or a person deletes the demo later.
@Component
@JobId(FillDemo.ID)
public final class FillDemo implements Job {
    static final String ID = "demo.fill";

    private static final Logger LOG = LoggerFactory.getLogger(FillDemo.class);
    private static final Actor DEMO = new Actor.Robot("demo");
    private static final String FILLED = "filled";
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final People people;
    private final Documents documents;
    private final DocumentTypes types;
    private final Notation notation;
    private final Once once;
    private final Path data;

    @Activate
    public FillDemo(BundleContext context, @Reference People people, @Reference Documents documents, @Reference DocumentTypes types, @Reference Notation notation, @Reference Once once) {
        this.people = people;
        this.documents = documents;
        this.types = types;
        this.notation = notation;
        this.once = once;
        this.data = Path.of(Optional.ofNullable(context.getProperty("kontor.data")).orElse("data"));
    }

    @Override
    public void run(Work work) {
        // People first, in a transaction of their own: they are known to others once it is over.
        String people = done("people", this::enrol);
        if (people.equals(FILLED)) {
            done("documents", this::write);
        }
    }

    private String enrol() {
        if (people.all().size() > 1 || documents.count("lead", Filter.any(), 1, DEMO).value() > 0) {
            return "left alone";
        }
        demoPeople().enrol(DEMO);
        return FILLED;
    }

    private String write() {
        new DemoDocuments(documents, types, notation, demoPeople().enrol(DEMO), Clock.systemUTC().instant()).write();
        LOG.info("the demo's people and documents are there");
        return FILLED;
    }

    /// Does it unless it was done before; tells what came of it then.
    private String done(String what, Supplier<String> work) {
        return switch (once.ask(new Once.Request("demo", what, "1"), FOR_EVER, () -> Optional.of(work.get()))) {
            case Once.Answer.Fresh(Optional<String> text) -> text.orElse("");
            case Once.Answer.Again(String text) -> text;
            case Once.Answer.Other _ -> "";
        };
    }

    private DemoPeople demoPeople() {
        return new DemoPeople(people, password());
    }

    /// The administrator's first password; one that nobody knows when its file is gone.
    private String password() {
        Path file = data.resolve("first-password.txt");
        try {
            return Files.exists(file) ? Files.readString(file).strip() : UUID.randomUUID().toString();
        } catch (IOException e) {
            throw new UncheckedIOException("file " + file + " can't be read", e);
        }
    }
}
