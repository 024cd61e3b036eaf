package org.kontor.ui.shell.internal.list;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.kontor.api.documents.Count;
import org.kontor.api.documents.Filter;
import org.kontor.api.people.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts documents beside the page, which does not wait for it. To be used in the tab.
final class Counting {
    private static final Logger LOG = LoggerFactory.getLogger(Counting.class);
    private static final int BOUND = 10_000;
    /// So long the page waits nevertheless, so that a quick count does not flicker.
    private static final long GRACE_MILLIS = 60;

    private final Showing showing;
    private int asked;

    Counting(Showing showing) {
        this.showing = showing;
    }

    /// Hands over how many pass a filter, unless something else was asked for meanwhile; `atLeast` first, when that takes long.
    void count(Filter filter, Count atLeast, Consumer<Count> then) {
        int number = ++asked;
        if (atLeast.exact()) {
            then.accept(atLeast);
            return;
        }
        Actor actor = showing.tab().actor();
        CompletableFuture<Count> counted = CompletableFuture.supplyAsync(() -> showing.portal().documents.count(showing.type().id(), filter, BOUND, actor), Thread::startVirtualThread);
        Count first = counted.copy().completeOnTimeout(atLeast, GRACE_MILLIS, TimeUnit.MILLISECONDS).exceptionally(_ -> atLeast).join();
        then.accept(first);
        if (first == atLeast) {
            counted.whenComplete((count, problem) -> {
                if (problem == null) {
                    showing.tab().later(() -> {
                        if (number == asked) {
                            then.accept(count);
                        }
                    });
                } else {
                    LOG.warn("documents of {} could not be counted", showing.type().id(), problem instanceof CompletionException ? problem.getCause() : problem);
                }
            });
        }
    }
}
