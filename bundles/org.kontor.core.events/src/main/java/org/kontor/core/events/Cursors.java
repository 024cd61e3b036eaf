package org.kontor.core.events;

import java.time.Instant;
import java.util.Optional;
import org.kontor.storage.Database;
import org.kontor.storage.Journal;
import org.kontor.storage.Sql;

/// How far each reaction is, and what it could not do.
final class Cursors {
    private static final int LONGEST_REASON = 2000;

    private final Database database;
    private final Journal journal;

    Cursors(Database database, Journal journal) {
        this.database = database;
        this.journal = journal;
        database.migrate("events", Cursors.class);
    }

    /// The cursor of a reaction; a new one starts at the end of the journal as it is now.
    Journal.Cursor of(String reaction) {
        Sql wanted = Sql.of("select epoch, position from reaction_cursor where reaction = ?", reaction);
        return database.write(tx -> {
            Optional<Journal.Cursor> known = tx.one(wanted, row -> new Journal.Cursor(row.number("epoch"), row.number("position")));
            return known.orElseGet(() -> {
                Journal.Cursor end = journal.end();
                tx.update(Sql.of("insert into reaction_cursor (reaction, epoch, position) values (?, ?, ?)", reaction, end.epoch(), end.position()));
                return end;
            });
        });
    }

    /// Moves a cursor on, in the transaction one is in. False when somebody else moved it meanwhile: another node, or a follower that was given up.
    boolean move(String reaction, Journal.Cursor from, Journal.Cursor to) {
        Sql move = Sql.of("update reaction_cursor set epoch = ?, position = ? where reaction = ? and epoch = ? and position = ?",
                to.epoch(), to.position(), reaction, from.epoch(), from.position());
        return database.write(tx -> tx.update(move)) == 1;
    }

    /// Notes an entry that a reaction could not act on.
    void park(String reaction, Journal.Entry entry, String reason) {
        database.write(tx -> tx.update(Sql.of("insert into parked_entry (reaction, position, parked, reason) values (?, ?, ?, ?)",
                reaction, entry.cursor().position(), Instant.now(), fitting(reason))));
    }

    static String fitting(String reason) {
        return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    }
}
