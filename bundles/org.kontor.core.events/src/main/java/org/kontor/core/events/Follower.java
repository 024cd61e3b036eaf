package org.kontor.core.events;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.kontor.api.events.Cause;
import org.kontor.api.events.Event;
import org.kontor.api.events.Occurrence;
import org.kontor.api.events.Reaction;
import org.kontor.storage.Database;
import org.kontor.storage.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Leads one reaction along the journal: a page of entries in one transaction, and when that fails one by one.
final class Follower {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final int PAGE = 500;
    private static final int DEEPEST = 20;
    private static final int ATTEMPTS = 10;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final String id;
    private final Reaction<Event> reaction;
    private final EventTypes types;
    private final Database database;
    private final Journal journal;
    private final Cursors cursors;
    private final Bell bell = new Bell();
    private final Thread thread;
    private volatile boolean stopped;

    Follower(String id, Reaction<Event> reaction, Database database, Journal journal, Cursors cursors) {
        this.id = id;
        this.reaction = reaction;
        this.types = new EventTypes(reaction.event());
        this.database = database;
        this.journal = journal;
        this.cursors = cursors;
        this.thread = Thread.ofVirtual().name("kontor-reaction-" + id).start(this::follow);
    }

    void wake() {
        bell.ring();
    }

    /// Ends after the call that is under way, for which it waits some seconds.
    void stop() throws InterruptedException {
        stopped = true;
        bell.ring();
        thread.join(Duration.ofSeconds(5));
    }

    private void follow() {
        Optional<Journal.Cursor> cursor = Optional.empty();
        Duration pause = Duration.ofSeconds(1);
        while (!stopped) {
            try {
                Journal.Cursor from = cursor.isPresent() ? cursor.get() : cursors.of(id);
                List<Journal.Entry> page = journal.after(from, PAGE);
                cursor = Optional.of(page.isEmpty() ? from : afterPage(page));
                pause = Duration.ofSeconds(1);
                if (page.size() < PAGE) {
                    bell.await(IDLE);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("reaction {} is held up and goes on in {} s", id, pause.toSeconds(), e);
                cursor = Optional.empty();
                pause = waited(pause);
            }
        }
    }

    private Journal.Cursor afterPage(List<Journal.Entry> page) throws InterruptedException {
        try {
            return together(page);
        } catch (RuntimeException e) {
            LOG.debug("reaction {} failed within a page: its entries are tried one by one", id, e);
        }
        for (Journal.Entry entry : page) {
            alone(entry);
        }
        return page.getLast().cursor();
    }

    private Journal.Cursor together(List<Journal.Entry> page) {
        return database.write(_ -> {
            page.forEach(this::react);
            cursors.move(id, page.getLast().cursor());
            return page.getLast().cursor();
        });
    }

    private void alone(Journal.Entry entry) throws InterruptedException {
        Duration pause = Duration.ofSeconds(1);
        for (int attempt = 1; !stopped; attempt++) {
            try {
                together(List.of(entry));
                return;
            } catch (RuntimeException e) {
                LOG.warn("reaction {} failed at journal entry {}, attempt {}", id, entry.cursor().position(), attempt, e);
                if (attempt == ATTEMPTS) {
                    park(entry, e.toString());
                    return;
                }
            }
            pause = waited(pause);
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
            park(entry, "more than " + DEEPEST + " automatic changes followed each other, the last by " + entry.actor() + ": look for robots that start each other");
            return;
        }
        Occurrence occurrence = new Occurrence(entry.cursor().position(), entry.moment(), entry.actor(), entry.cause());
        journal.because(new Cause.Follows(entry.cursor().position(), depth), () -> {
            reaction.after(event.get(), occurrence);
            return true;
        });
    }

    private void park(Journal.Entry entry, String reason) {
        LOG.error("reaction {} parks journal entry {}: {}", id, entry.cursor().position(), reason);
        database.write(_ -> {
            cursors.park(id, entry, reason);
            cursors.move(id, entry.cursor());
            return true;
        });
    }

    private Duration waited(Duration pause) {
        long end = System.nanoTime() + pause.toNanos();
        try {
            while (!stopped && System.nanoTime() < end) {
                bell.await(Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            stopped = true;
        }
        Duration next = pause.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }
}
