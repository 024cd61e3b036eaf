package org.kontor.demo;

import java.time.Instant;
import java.util.stream.Stream;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.jobs.Jobs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Asks for the demo as soon as all that it writes can be written.
@Component(immediate = true)
public final class DemoStart {
    private final DocumentTypes types;
    private final Jobs jobs;
    private final AutoCloseable watch;

    @Activate
    public DemoStart(@Reference DocumentTypes types, @Reference Jobs jobs) {
        this.types = types;
        this.jobs = jobs;
        this.watch = types.watch(this::ask);
        ask();
    }

    @Deactivate
    void close() throws Exception {
        watch.close();
    }

    private void ask() {
        if (Stream.of("company", "contact", "deal", "lead", "task").allMatch(type -> types.find(type).isPresent())) {
            jobs.at(Instant.EPOCH, FillDemo.ID, "once", "");
        }
    }
}
