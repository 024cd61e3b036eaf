package org.kontor.core.events;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.events.Event;
import org.kontor.api.events.EventId;
import org.kontor.storage.Journal;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The classes of one event type or sealed family by their ids, and how they are read from the journal.
///
/// Each instance has a reader of its own: it goes, with all it knows of a bundle's classes, when the bundle goes.
final class EventTypes {
    private final Map<String, Class<? extends Event>> byId = new HashMap<>();
    private final JsonMapper json = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    EventTypes(Class<? extends Event> type) {
        collect(type);
        if (byId.isEmpty()) {
            throw new IllegalArgumentException("event " + type.getName() + " has no @EventId, nor has any record it permits");
        }
    }

    /// The event of an entry, if it is of this family.
    Optional<Event> read(Journal.Entry entry) {
        return Optional.ofNullable(byId.get(entry.event())).map(type -> json.readValue(entry.body(), type));
    }

    private void collect(Class<? extends Event> type) {
        EventId id = type.getAnnotation(EventId.class);
        if (id != null) {
            byId.put(id.value(), type);
        }
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                collect(permitted.asSubclass(Event.class));
            }
        }
    }
}
