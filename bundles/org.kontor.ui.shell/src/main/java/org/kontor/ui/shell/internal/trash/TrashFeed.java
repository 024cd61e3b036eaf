package org.kontor.ui.shell.internal.trash;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.documents.Trash;
import org.kontor.api.documents.Trash.Thrown;

/// The trash of several types as one, deleted last first. Of each type no more than a page is held.
final class TrashFeed {

    /// Reads a page of a type, from a `next` on.
    interface Reading {
        Trash.Page page(String typeId, Optional<String> after);
    }

    /// What is read of a type and not handed out yet.
    private static final class Source {
        private final Deque<Thrown> waiting = new ArrayDeque<>();
        private Optional<String> next = Optional.empty();
        private boolean begun;
    }

    private final Reading reading;
    private final Map<String, Source> sources = new LinkedHashMap<>();

    TrashFeed(List<String> typeIds, Reading reading) {
        this.reading = reading;
        typeIds.forEach(id -> sources.put(id, new Source()));
    }

    /// The next ones, at most `count`; fewer at the end.
    List<Thrown> take(int count) {
        List<Thrown> taken = new ArrayList<>();
        while (taken.size() < count) {
            sources.forEach(this::fill);
            Optional<Source> newest = sources.values().stream().filter(source -> !source.waiting.isEmpty()).max(Comparator.comparing(source -> source.waiting.getFirst().since()));
            if (newest.isEmpty()) {
                break;
            }
            taken.add(newest.get().waiting.removeFirst());
        }
        return taken;
    }

    /// Whether there is any more.
    boolean more() {
        sources.forEach(this::fill);
        return sources.values().stream().anyMatch(source -> !source.waiting.isEmpty());
    }

    private void fill(String typeId, Source source) {
        while (source.waiting.isEmpty() && (!source.begun || source.next.isPresent())) {
            Trash.Page page = reading.page(typeId, source.next);
            source.begun = true;
            source.waiting.addAll(page.documents());
            source.next = page.next();
        }
    }
}
