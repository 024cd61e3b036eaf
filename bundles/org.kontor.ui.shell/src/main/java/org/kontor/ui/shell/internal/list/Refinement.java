package org.kontor.ui.shell.internal.list;

import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Filter;

/// What a lens has beyond words and stages: conditions that were built, columns of its own (none: those the viewer chose), what makes groups, the saved filter it began with (0: none), and the stages of the pipeline that
/// is looked at (none: every document).
record Refinement(Filter conditions, List<String> columns, Optional<GroupBy> by, long saved, List<String> within) {
    static final Refinement NONE = new Refinement(Filter.any(), List.of(), Optional.empty(), 0);

    Refinement {
        columns = List.copyOf(columns);
        within = List.copyOf(within);
    }

    Refinement(Filter conditions, List<String> columns, Optional<GroupBy> by, long saved) {
        this(conditions, columns, by, saved, List.of());
    }

    Refinement where(Filter other) {
        return new Refinement(other, columns, by, saved, within);
    }

    Refinement showing(List<String> others) {
        return new Refinement(conditions, others, by, saved, within);
    }

    Refinement grouped(GroupBy other) {
        return new Refinement(conditions, columns, Optional.of(other), saved, within);
    }

    Refinement savedAs(long id) {
        return new Refinement(conditions, columns, by, id, within);
    }

    Refinement within(List<String> stages) {
        return new Refinement(conditions, columns, by, saved, stages);
    }
}
