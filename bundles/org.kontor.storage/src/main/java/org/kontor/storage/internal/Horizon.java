package org.kontor.storage.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/// Gives out journal positions in one process and knows up to where all of them are decided (H2).
///
/// A position belongs to a transaction until that ends; readers stay below the lowest such position.
final class Horizon {
    private final Map<Object, Long> open = new HashMap<>();
    private long next;

    Horizon(long next) {
        this.next = next;
    }

    /// The first of `count` positions in a row for a transaction.
    synchronized long take(JdbcTransaction transaction, int count) {
        long first = next;
        next += count;
        if (open.putIfAbsent(transaction, first) == null) {
            AtomicBoolean once = new AtomicBoolean();
            transaction.atEnd(() -> {
                if (once.compareAndSet(false, true)) {
                    release(transaction);
                }
            });
        }
        return first;
    }

    /// The first position that is not decided yet.
    synchronized long undecided() {
        return open.values().stream().min(Long::compare).orElse(next);
    }

    private synchronized void release(JdbcTransaction transaction) {
        open.remove(transaction);
    }
}
