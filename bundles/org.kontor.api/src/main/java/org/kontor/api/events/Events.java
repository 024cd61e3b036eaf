package org.kontor.api.events;

import org.kontor.api.people.Actor;
import org.osgi.annotation.versioning.ProviderType;

/// Puts events of modules into the journal.
@ProviderType
public interface Events {

    /// Writes an event together with whatever the surrounding transaction writes, else in one of its own. Reactions follow after
    /// the commit.
    ///
    /// @throws IllegalArgumentException when the event's class has no [EventId]
    void publish(Event event, Actor actor);
}
