package org.kontor.core.events;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.kontor.api.events.Cause;
import org.kontor.api.events.Event;
import org.kontor.api.events.Occurrence;
import org.kontor.api.events.Reaction;
import org.kontor.storage.Database;
import org.kontor.storage.DatabaseFailure;
import org.kontor.storage.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Leads one reaction along the journal: a page of entries in one transaction, and when that fails one by one.
///
/// The cursor is moved first, and only from where it is thought to be: so of two followers of one reaction (another node, one that
/// did not end in time) one waits for the other and does nothing twice.
final class Follower {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final int PAGE = 500;
    private static final int DEEPEST = 20;
    private static final int ATTEMPTS = 10;
    private static final int LONGEST_PAUSE = 300;
    private static final Duration IDLE = Duration.ofSeconds(30);
    /// Rest between pages that are not full: where many write, their entries are taken together, in one transaction instead of one each.
    private static final Duration REST = Duration.ofMillis(10);

    private final String id;
    private final Reaction<Event> reaction;
    private final EventTypes types;
    private final Database database;
    private final Journal journal;
    private final Cursors cursors;
    private final Duration pause;
    private final Bell bell = new Bell();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ReentrantLock oneCall = new ReentrantLock();
    private final Thread thread;
    private volatile boolean stopped;

    /// `pause` is the first after a failure; it doubles up to 300 times that.
    Follower(String id, Reaction<Event> reaction, Database database, Journal journal, Cursors cursors, Duration pause) {
        this.id = id;
        this.reaction = reaction;
        this.types = new EventTypes(reaction.event());
        this.database = database;
        this.journal = journal;
        this.cursors = cursors;
        this.pause = pause;
        Optional<Journal.Cursor> start = start();
        this.thread = Thread.ofVirtual().name("kontor-reaction-" + id).start(() -> follow(start));
    }

    void wake() {
        bell.ring();
    }

    /// Ends after the call that is under way, for which it waits some seconds.
    void stop() throws InterruptedException {
        stopped = true;
        closing.countDown();
        bell.ring();
        if (!thread.join(Duration.ofSeconds(5))) {
            LOG.warn("reaction {} is still at work after 5 s: what it does is kept only if nobody else goes on meanwhile", id);
        }
    }

    /// Settled before anything else happens, so that a new reaction misses nothing from now on; left to the thread when the database is away.
    private Optional<Journal.Cursor> start() {
        try {
            return Optional.of(cursors.of(id));
        } catch (DatabaseFailure e) {
            LOG.warn("reaction {} does not know yet where to go on", id, e);
            return Optional.empty();
        }
    }

    private void follow(Optional<Journal.Cursor> start) {
        Optional<Journal.Cursor> cursor = start;
        int pauses = 1;
        while (!stopped) {
            try {
                Journal.Cursor from = cursor.isPresent() ? cursor.get() : cursors.of(id);
                List<Journal.Entry> page = journal.after(from, PAGE);
                cursor = Optional.of(page.isEmpty() ? from : afterPage(from, page));
                pauses = 1;
                if (page.size() < PAGE) {
                    rest(page);
                    bell.await(IDLE);
                }
            } catch (InterruptedException e) {
                return;
            } catch (Elsewhere e) {
                LOG.debug("reaction {} is led elsewhere too", id);
                cursor = Optional.empty();
            } catch (RuntimeException | Error e) {
                LOG.warn("reaction {} is held up and goes on in {} s", id, pause.multipliedBy(pauses).toSeconds(), e);
                cursor = Optional.empty();
                pauses = waited(pauses);
            }
        }
    }

    /// Rings meanwhile are kept.
    private void rest(List<Journal.Entry> page) throws InterruptedException {
        if (!page.isEmpty() && closing.await(REST.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.debug("reaction {} stops", id);
        }
    }

    private Journal.Cursor afterPage(Journal.Cursor from, List<Journal.Entry> page) throws InterruptedException {
        try {
            return together(from, page);
        } catch (Elsewhere e) {
            throw e;
        } catch (RuntimeException | Error e) {
            LOG.debug("reaction {} failed within a page: its entries are tried one by one", id, e);
        }
        Journal.Cursor at = from;
        for (Journal.Entry entry : page) {
            at = alone(at, entry);
        }
        return at;
    }

    private Journal.Cursor together(Journal.Cursor from, List<Journal.Entry> page) {
        Journal.Cursor to = page.getLast().cursor();
        oneCall.lock();
        try {
            return database.write(_ -> {
                claim(from, to);
                page.forEach(this::react);
                return to;
            });
        } finally {
            oneCall.unlock();
        }
    }

    boolean leads(String reaction) {
        return id.equals(reaction);
    }

    /// Calls the reaction with an entry it passed before, in one transaction with `taken`; not while it is called otherwise. Nothing happens when `taken` says
    /// that somebody else did it.
    void replay(Journal.Entry entry, BooleanSupplier taken) {
        oneCall.lock();
        try {
            database.write(_ -> {
                if (taken.getAsBoolean()) {
                    react(entry);
                }
                return entry;
            });
        } finally {
            oneCall.unlock();
        }
    }

    private Journal.Cursor alone(Journal.Cursor from, Journal.Entry entry) throws InterruptedException {
        int pauses = 1;
        for (int attempt = 1; !stopped; ) {
            try {
                return together(from, List.of(entry));
            } catch (Elsewhere e) {
                throw e;
            } catch (RuntimeException | Error e) {
                LOG.warn("reaction {} failed at journal entry {}, attempt {}", id, entry.cursor().position(), attempt, e);
                if (attempt >= ATTEMPTS) {
                    return passOver(from, entry, e.toString());
                }
                attempt += e instanceof DatabaseFailure failure && failure.passing() ? 0 : 1;
            }
            pauses = waited(pauses);
        }
        throw new InterruptedException("stopped");
    }

    private void react(Journal.Entry entry) {
        Optional<Event> event = types.read(entry);
        if (event.isEmpty()) {
            return;
        }
        int depth = entry.cause().depth() + 1;
        if (depth > DEEPEST) {
            park(entry, "more than " + DEEPEST + " automatic changes followed each other, the last by " + entry.actor() + ": look for reactions that start each other");
            return;
        }
        Occurrence occurrence = new Occurrence(entry.cursor().position(), entry.moment(), entry.actor(), entry.cause());
        journal.because(new Cause.Follows(entry.cursor().position(), depth), () -> {
            reaction.after(event.get(), occurrence);
            return true;
        });
    }

    private Journal.Cursor passOver(Journal.Cursor from, Journal.Entry entry, String reason) {
        return database.write(_ -> {
            claim(from, entry.cursor());
            park(entry, reason);
            return entry.cursor();
        });
    }

    private void park(Journal.Entry entry, String reason) {
        LOG.error("reaction {} parks journal entry {}: {}", id, entry.cursor().position(), reason);
        cursors.park(id, entry, reason);
    }

    private void claim(Journal.Cursor from, Journal.Cursor to) {
        if (!cursors.move(id, from, to)) {
            throw new Elsewhere(id, from);
        }
    }

    /// A pause that rings do not shorten, nor are they lost in it.
    private int waited(int pauses) {
        try {
            closing.await(pause.toMillis() * pauses, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stopped = true;
        }
        return Math.min(pauses * 2, LONGEST_PAUSE);
    }

    /// The cursor is not where this follower left it.
    private static final class Elsewhere extends RuntimeException {
        private static final long serialVersionUID = 1;

        Elsewhere(String reaction, Journal.Cursor from) {
            super("the cursor of reaction " + reaction + " is not at " + from + " any more");
        }
    }
}
