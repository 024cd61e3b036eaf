package org.kontor.ui.shell.internal.list;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.kontor.api.documents.DocumentRef;

/// Which documents of the list are selected.
final class Ticked {
    private final Set<DocumentRef> refs = new LinkedHashSet<>();
    private final Runnable changed;

    Ticked(Runnable changed) {
        this.changed = changed;
    }

    boolean has(DocumentRef ref) {
        return refs.contains(ref);
    }

    Set<DocumentRef> all() {
        return Set.copyOf(refs);
    }

    void set(DocumentRef ref, boolean on) {
        if (on ? refs.add(ref) : refs.remove(ref)) {
            changed.run();
        }
    }

    /// Forgets those that are not shown any more.
    void keep(Collection<DocumentRef> shown) {
        if (refs.retainAll(Set.copyOf(shown))) {
            changed.run();
        }
    }
}
