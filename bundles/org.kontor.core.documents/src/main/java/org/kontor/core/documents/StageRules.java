package org.kontor.core.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Refusal;
import org.kontor.api.documents.Stage;
import org.kontor.api.documents.Values;
import org.kontor.api.labels.Label;

/// What stages ask: that they exist, may be reached from where a document is, and have the values they require.
final class StageRules {
    /// The setting of types whose documents may move between pipelines.
    static final String MOVES = "pipeline-moves";

    private final Predicate<String> crossable;

    /// `crossable` tells of a type whether its documents may move between pipelines.
    StageRules(Predicate<String> crossable) {
        this.crossable = crossable;
    }

    static boolean movesAllowed(ShapeStore store, String typeId) {
        return store.find(ShapeStore.Part.SETTING, typeId, MOVES).isPresent();
    }

    /// `crossing` tells whether a move to another pipeline is meant.
    List<Refusal> check(DocumentType type, Optional<String> from, Optional<String> to, boolean crossing, Values after) {
        if (to.isEmpty()) {
            return List.of();
        }
        Optional<Stage> stage = type.stage(to.get());
        if (stage.isEmpty()) {
            return List.of(about(Label.of("documents.unknown-stage", to.get(), ids(type))));
        }
        List<Refusal> reasons = new ArrayList<>();
        from.filter(before -> !before.equals(to.get())).flatMap(type::stage).flatMap(before -> move(type, before, stage.get(), crossing)).ifPresent(reasons::add);
        for (String fieldId : stage.get().requires()) {
            type.field(fieldId).filter(field -> missing(field, after)).ifPresent(field ->
                    reasons.add(Refusal.of(field, Label.of("documents.stage-requires", stage.get().name(), type.nameOf(field)))));
        }
        return reasons;
    }

    /// Whether a field has no value, or a blank text.
    static boolean missing(Field<?> field, Values values) {
        return values.any(field).filter(value -> !(value instanceof String text) || !text.isBlank()).isEmpty();
    }

    private Optional<Refusal> move(DocumentType type, Stage from, Stage to, boolean crossing) {
        if (!type.pipelineOf(from.id()).equals(type.pipelineOf(to.id()))) {
            return crossing && crossable.test(type.id())
                    ? Optional.empty()
                    : Optional.of(about(Label.of("documents.other-pipeline", to.name(), type.pipelineOf(to.id()).orElseThrow().name())));
        }
        Optional<Set<String>> allowed = from.next().filter(next -> !next.contains(to.id()));
        return allowed.map(next -> about(next.isEmpty()
                ? Label.of("documents.no-way-on", from.name())
                : Label.of("documents.move-not-allowed", from.name(), to.name(), String.join(", ", next.stream().sorted().toList()))));
    }

    private static Refusal about(Label reason) {
        return new Refusal(Optional.of("stage"), reason);
    }

    private static String ids(DocumentType type) {
        String all = type.pipelines().stream().flatMap(way -> way.stages().stream()).map(Stage::id).collect(Collectors.joining(", "));
        return all.isEmpty() ? "-" : all;
    }
}
