package org.kontor.ui.shell.internal.list;

import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Filter;

/// What a lens has beyond words and stages: conditions that were built, columns of its own (none: those the viewer chose), what makes groups, and the saved filter it began with (0: none).
record Refinement(Filter conditions, List<String> columns, Optional<GroupBy> by, long saved) {
    static final Refinement NONE = new Refinement(Filter.any(), List.of(), Optional.empty(), 0);

    Refinement {
        columns = List.copyOf(columns);
    }

    Refinement where(Filter other) {
        return new Refinement(other, columns, by, saved);
    }

    Refinement showing(List<String> others) {
        return new Refinement(conditions, others, by, saved);
    }

    Refinement grouped(GroupBy other) {
        return new Refinement(conditions, columns, Optional.of(other), saved);
    }

    Refinement savedAs(long id) {
        return new Refinement(conditions, columns, by, id);
    }
}
