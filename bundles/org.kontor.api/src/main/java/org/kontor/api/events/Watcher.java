package org.kontor.api.events;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/// Sees committed events soon after, for things that are looked at now: open screens, counters, caches.
///
/// A service. At most once, not kept over restarts, on a thread of the portal that all watchers share: return quickly, never throw. For work that
/// must not be lost use a [Reaction].
@ConsumerType
public interface Watcher {

    /// One event that was committed, here or on another node.
    record Seen(Event event, Occurrence occurrence) {}

    /// Events in journal order; never empty, at most some hundred at a time.
    void committed(List<Seen> events);
}
