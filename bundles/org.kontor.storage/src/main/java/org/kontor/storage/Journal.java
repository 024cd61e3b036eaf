package org.kontor.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.events.Cause;
import org.kontor.api.people.Actor;
import org.osgi.annotation.versioning.ProviderType;

/// What happened, in order: history, audit and outbox at once. Append-only.
///
/// Readers follow it with a [Cursor]. Entries of a transaction that is still open, and all that would come after them, are not
/// handed out yet: a cursor never skips an entry of a slower transaction.
@ProviderType
public interface Journal {

    /// A place in the journal. On PostgreSQL entries are ordered by transaction, then by position; on H2 by position.
    record Cursor(long epoch, long position) {
        public static final Cursor START = new Cursor(0, 0);
    }

    /// What is to be written: `event` is an event id, `body` its JSON.
    record NewEntry(String event, Optional<DocumentRef> document, String body, Actor actor) {}

    record Entry(
            Cursor cursor,
            Instant moment,
            Actor actor,
            Cause cause,
            String event,
            Optional<DocumentRef> document,
            String body) {}

    /// Writes entries into the current transaction, or one of their own, in their order. Their cause is that of the surrounding [#because].
    void append(List<NewEntry> entries);

    /// Does `work`; entries it writes on this thread get `cause`.
    <T> T because(Cause cause, Supplier<T> work);

    /// The cause that entries written here and now would get.
    Cause cause();

    /// Committed entries after a cursor, in order, at most `limit`.
    List<Entry> after(Cursor cursor, int limit);

    /// The cursor behind the newest entry that may be handed out.
    Cursor end();

    /// The entries of a document, newest first, at most `limit` before a position.
    List<Entry> of(DocumentRef document, long before, int limit);

    /// The entries of a batch or an import, newest first, at most `limit` before a position; none for another cause.
    List<Entry> of(Cause batch, long before, int limit);

    /// The entry at a position, if it is committed.
    Optional<Entry> at(long position);

    /// The entries at some positions, as far as they are there, in no order.
    List<Entry> at(List<Long> positions);

    /// Calls `wake` soon after entries were committed, here or on another node, until the handle is closed. Calls may be merged; return quickly.
    AutoCloseable onCommit(Runnable wake);
}
