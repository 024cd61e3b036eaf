package org.kontor.api.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kontor.api.people.Actor;
import org.osgi.annotation.versioning.ProviderType;

/// Journal entries that a reaction could not act on after all its attempts. They wait here until an administrator tries them again or drops them.
///
/// Everything needs the permission to administer; for others there is nothing here.
@ProviderType
public interface ParkedEntries {

    /// A parked entry: which reaction could not act on what, since when, and why. `document` is written `lead/12`.
    record Parked(long id, String reaction, long position, String event, Optional<String> document, Instant since, String reason) {}

    /// What became of trying again.
    sealed interface Replay {
        /// The reaction acted on it; it is not parked any more.
        record Done() implements Replay {}

        /// It failed again, and stays.
        record Failed(String reason) implements Replay {}

        /// The reaction is not there now: its bundle is stopped or its module off. It stays.
        record Absent(String reaction) implements Replay {}

        /// There is no such entry for this actor.
        record Missing() implements Replay {}
    }

    /// Newest first, at most `limit` with an id below `before` ([Long#MAX_VALUE] for the newest).
    List<Parked> find(long before, int limit, Actor actor);

    /// How many there are.
    long count(Actor actor);

    /// Calls the reaction with the entry again, in a transaction that takes it from here too. Entries behind it were acted on meanwhile.
    Replay replay(long id, Actor actor);

    /// Gives an entry up. False when there is none.
    boolean drop(long id, Actor actor);
}
