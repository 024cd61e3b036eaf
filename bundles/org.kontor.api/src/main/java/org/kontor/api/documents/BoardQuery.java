package org.kontor.api.documents;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which board to read: the pipeline of a type by id (the default one when none is named), the documents that pass the filter, at most `perStage` of each stage, and the fields to sum
/// up: numbers and money. When `fields` are named, the documents hold the values of these, and always title and responsible.
public record BoardQuery(String typeId, Optional<String> pipelineId, Filter filter, int perStage, List<String> sums, Optional<Set<String>> fields) {
    public BoardQuery {
        sums = List.copyOf(sums);
        fields = fields.map(Set::copyOf);
        if (perStage < 1 || perStage > Query.MOST) {
            throw new IllegalArgumentException("a stage of a board shows 1 to " + Query.MOST + " documents, not " + perStage);
        }
    }

    /// The default pipeline of a type, 20 of each stage, without sums.
    public static BoardQuery of(String typeId) {
        return new BoardQuery(typeId, Optional.empty(), Filter.any(), 20, List.of(), Optional.empty());
    }

    public BoardQuery in(String pipeline) {
        return new BoardQuery(typeId, Optional.of(pipeline), filter, perStage, sums, fields);
    }

    public BoardQuery where(Filter wanted) {
        return new BoardQuery(typeId, pipelineId, filter.and(wanted), perStage, sums, fields);
    }

    public BoardQuery limited(int most) {
        return new BoardQuery(typeId, pipelineId, filter, most, sums, fields);
    }

    public BoardQuery summing(String... fieldIds) {
        return new BoardQuery(typeId, pipelineId, filter, perStage, List.of(fieldIds), fields);
    }

    public BoardQuery only(Collection<String> fieldIds) {
        return new BoardQuery(typeId, pipelineId, filter, perStage, sums, Optional.of(Set.copyOf(fieldIds)));
    }
}
