package org.kontor.api.documents;

import java.util.List;
import java.util.Optional;
import org.kontor.api.labels.Label;

/// Stages in their order; the first is the initial one. At least one stage.
public record Pipeline(String id, Label name, List<Stage> stages) {
    public Pipeline {
        stages = List.copyOf(stages);
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("pipeline '" + id + "' needs at least one stage");
        }
    }

    public Stage initial() {
        return stages.getFirst();
    }

    public Optional<Stage> stage(String stageId) {
        return stages.stream().filter(stage -> stage.id().equals(stageId)).findFirst();
    }
}
