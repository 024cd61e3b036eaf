package org.kontor.storage.internal;

import java.util.HashMap;
import java.util.Map;

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
    ///
    /// @throws IllegalStateException when the transaction is over
    synchronized long take(JdbcTransaction transaction, int count) {
        transaction.atEnd(this, () -> release(transaction));
        long first = next;
        next += count;
        open.putIfAbsent(transaction, first);
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
