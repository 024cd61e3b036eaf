package org.kontor.api.events;

import org.osgi.annotation.versioning.ConsumerType;

/// Acts on what happened, after it was committed. A component with a [ReactionId].
///
/// Follows the journal with a cursor of its own: every event that commits is seen in order, also those from while its bundle was
/// away. Called inside a transaction that moves the cursor too, so what it writes through the API happens exactly once; what it
/// does outside of the database happens at least once. One call at a time. It must not block for long: start a job instead. When it throws it
/// is called again with a growing pause, alone; after ten attempts the entry is parked with its reason and the
/// reaction goes on.
@ConsumerType
public interface Reaction<E extends Event> {

    /// The events it wants: one type, or a sealed family.
    Class<E> event();

    /// Acts on one event.
    void after(E event, Occurrence occurrence);
}
