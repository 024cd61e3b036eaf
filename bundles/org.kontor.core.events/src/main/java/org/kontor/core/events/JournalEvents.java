package org.kontor.core.events;

import java.util.List;
import java.util.Optional;
import org.kontor.api.events.Event;
import org.kontor.api.events.EventId;
import org.kontor.api.events.Events;
import org.kontor.api.people.Actor;
import org.kontor.storage.Journal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.json.JsonMapper;

/// Writes events of modules into the journal.
@Component
public final class JournalEvents implements Events {
    private final Journal journal;

    @Activate
    public JournalEvents(@Reference Journal journal) {
        this.journal = journal;
    }

    @Override
    public void publish(Event event, Actor actor) {
        EventId id = event.getClass().getAnnotation(EventId.class);
        if (id == null) {
            throw new IllegalArgumentException("event " + event.getClass().getName() + " needs an @EventId, as in 'mail.arrived'");
        }
        // A mapper for one use: one that lives on would hold the class loader of a bundle that goes.
        String body = JsonMapper.builder().build().writeValueAsString(event);
        journal.append(List.of(new Journal.NewEntry(id.value(), Optional.empty(), body, actor)));
    }
}
