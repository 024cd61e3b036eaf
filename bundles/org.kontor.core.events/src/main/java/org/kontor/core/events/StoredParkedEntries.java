package org.kontor.core.events;

import java.util.List;
import java.util.Optional;
import org.kontor.api.access.Access;
import org.kontor.api.access.Permission;
import org.kontor.api.events.ParkedEntries;
import org.kontor.api.people.Actor;
import org.kontor.storage.Database;
import org.kontor.storage.Journal;
import org.kontor.storage.Row;
import org.kontor.storage.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows what reactions could not act on, and lets administrators try again.
@Component
public final class StoredParkedEntries implements ParkedEntries {
    private static final Logger LOG = LoggerFactory.getLogger(StoredParkedEntries.class);
    private static final int MOST = 500;
    private static final String SELECT =
            "select p.id, p.reaction, p.position, p.parked, p.reason, j.event, j.doc_type, j.doc_id from parked_entry p join journal j on j.position = p.position";

    private final Database database;
    private final Journal journal;
    private final Reactions reactions;
    private final Access access;

    @Activate
    public StoredParkedEntries(@Reference Database database, @Reference Journal journal, @Reference Reactions reactions, @Reference Access access) {
        this.database = database;
        this.journal = journal;
        this.reactions = reactions;
        this.access = access;
    }

    @Override
    public List<Parked> find(long before, int limit, Actor actor) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST + ", not " + limit);
        }
        Sql sql = Sql.of(SELECT + " where p.id < ? order by p.id desc limit ?", before, limit);
        return may(actor) ? database.read(tx -> tx.query(sql, StoredParkedEntries::parked)) : List.of();
    }

    @Override
    public long count(Actor actor) {
        return may(actor) ? database.read(tx -> tx.one(Sql.of("select count(*) as n from parked_entry"), row -> row.number("n"))).orElse(0L) : 0;
    }

    @Override
    public Replay replay(long id, Actor actor) {
        Optional<Parked> parked = may(actor) ? database.read(tx -> tx.one(Sql.of(SELECT + " where p.id = ?", id), StoredParkedEntries::parked)) : Optional.empty();
        Optional<Journal.Entry> entry = parked.flatMap(each -> journal.at(each.position()));
        if (entry.isEmpty()) {
            return new Replay.Missing();
        }
        String reaction = parked.get().reaction();
        Optional<Follower> follower = reactions.leading(reaction);
        if (follower.isEmpty()) {
            return new Replay.Absent(reaction);
        }
        try {
            follower.get().replay(entry.get(), () -> taken(id));
            LOG.info("reaction {} acted on parked journal entry {}, asked by {}", reaction, entry.get().cursor().position(), actor);
            return new Replay.Done();
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("reaction {} failed again at parked journal entry {}", reaction, entry.get().cursor().position(), e);
            String reason = Cursors.fitting(e.toString());
            database.write(tx -> tx.update(Sql.of("update parked_entry set reason = ? where id = ?", reason, id)));
            return new Replay.Failed(reason);
        }
    }

    @Override
    public boolean drop(long id, Actor actor) {
        boolean dropped = may(actor) && taken(id);
        if (dropped) {
            LOG.info("parked entry {} is given up, asked by {}", id, actor);
        }
        return dropped;
    }

    private boolean taken(long id) {
        return database.write(tx -> tx.update(Sql.of("delete from parked_entry where id = ?", id))) == 1;
    }

    private boolean may(Actor actor) {
        return access.may(actor, Permission.ADMINISTER);
    }

    private static Parked parked(Row row) {
        Optional<String> document = row.optionalText("doc_type").map(type -> type + "/" + row.number("doc_id"));
        return new Parked(row.number("id"), row.text("reaction"), row.number("position"), row.text("event"), document, row.moment("parked"), row.text("reason"));
    }
}
