package org.kontor.core.events;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kontor.api.events.Event;
import org.kontor.api.events.Reaction;
import org.kontor.storage.Database;
import org.kontor.storage.Journal;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives each reaction that is there a follower, for as long as it is there.
@Component(service = Reactions.class, immediate = true)
public final class Reactions {
    private static final Logger LOG = LoggerFactory.getLogger(Reactions.class);

    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final ServiceTracker<Object, Follower> tracker;
    private final AutoCloseable subscription;
    private final Duration pause;

    @Activate
    public Reactions(BundleContext context, @Reference Database database, @Reference Journal journal) {
        this(context, database, journal, Duration.ofSeconds(1));
    }

    /// `pause` is the first after a reaction failed.
    Reactions(BundleContext context, Database database, Journal journal, Duration pause) {
        this.pause = pause;
        Cursors cursors = new Cursors(database, journal);
        subscription = journal.onCommit(() -> followers.forEach(Follower::wake));
        tracker = new ServiceTracker<>(context, Reaction.class.getName(), new Following(context, database, journal, cursors));
        tracker.open();
    }

    @Deactivate
    public void close() throws Exception {
        subscription.close();
        tracker.close();
    }

    /// The follower of a reaction that is there.
    Optional<Follower> leading(String reaction) {
        return followers.stream().filter(follower -> follower.leads(reaction)).findFirst();
    }

    private final class Following implements ServiceTrackerCustomizer<Object, Follower> {
        private final BundleContext context;
        private final Database database;
        private final Journal journal;
        private final Cursors cursors;

        Following(BundleContext context, Database database, Journal journal, Cursors cursors) {
            this.context = context;
            this.database = database;
            this.journal = journal;
            this.cursors = cursors;
        }

        @Override
        @SuppressWarnings("unchecked")
        public @org.jspecify.annotations.Nullable Follower addingService(ServiceReference<Object> reference) {
            if (!(reference.getProperty("kontor.reaction.id") instanceof String id) || id.isBlank() || id.length() > 100) {
                LOG.error("a reaction of bundle {} has no @ReactionId of 1 to 100 characters: it is not called", reference.getBundle());
                return null;
            }
            try {
                Follower follower = new Follower(id, (Reaction<Event>) context.getService(reference), database, journal, cursors, pause);
                followers.add(follower);
                return follower;
            } catch (RuntimeException | LinkageError e) {
                context.ungetService(reference);
                LOG.error("reaction {} of bundle {} can't be called", id, reference.getBundle(), e);
                return null;
            }
        }

        @Override
        public void modifiedService(ServiceReference<Object> reference, Follower follower) {}

        @Override
        public void removedService(ServiceReference<Object> reference, Follower follower) {
            followers.remove(follower);
            try {
                follower.stop();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            context.ungetService(reference);
        }
    }
}
