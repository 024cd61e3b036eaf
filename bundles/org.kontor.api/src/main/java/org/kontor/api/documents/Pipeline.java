package org.kontor.api.documents;

import java.util.List;
import java.util.Optional;
import org.kontor.api.labels.Label;

/// Stages in their order: one initial stage first, any number in work, one won and at least one lost at the end. Pipelines are shown in the order of `sort`, then of their names.
public record Pipeline(String id, Label name, List<Stage> stages, int sort) {
    public Pipeline {
        stages = List.copyOf(stages);
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("pipeline '" + id + "' needs at least one stage");
        }
        if (stages.stream().map(Stage::id).distinct().count() < stages.size()) {
            throw new IllegalArgumentException("pipeline '" + id + "' has two stages of the same id");
        }
    }

    public Pipeline(String id, Label name, List<Stage> stages) {
        this(id, name, stages, 0);
    }

    public Stage initial() {
        return stages.getFirst();
    }

    public Optional<Stage> stage(String stageId) {
        return stages.stream().filter(stage -> stage.id().equals(stageId)).findFirst();
    }
}
