package org.kontor.core.documents;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Refusal;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;

/// Changes the stages of a pipeline and protects its skeleton: the initial stage, the won one, the last lost one (LST-2 to 6, 8).
final class StageShape {
    private static final String ID = "[a-z][a-z0-9-]{0,49}";

    private final PipelineShape pipelines;

    StageShape(PipelineShape pipelines) {
        this.pipelines = pipelines;
    }

    Amendment<Pipeline> add(String typeId, String pipelineId, Stage stage, int place, Actor actor) {
        DocumentType type = pipelines.type(typeId);
        Set<String> used = PipelineShape.stageIds(type);
        String id = stage.id().isBlank() ? NewId.hyphened(pipelines.rights().plain(stage.name()), used::contains) : stage.id();
        Optional<Refusal> reason = pipelines.rights().objection(stage.name())
                .or(() -> addable(stage.meaning()))
                .or(() -> used.contains(id) || !id.matches(ID) ? Optional.of(Refusal.of(Label.of("documents.shape.stage-id", id))) : Optional.empty())
                .or(() -> unknownNames(type, pipelineId, stage));
        return pipelines.change(typeId, pipelineId, actor, reason, way -> PipelineShape.with(way, stages -> {
            Stage named = new Stage(id, stage.name(), stage.meaning(), stage.colour(), stage.requires(), stage.next());
            stages.add(stage.meaning() == Stage.Meaning.LOST ? stages.size() : bounded(stages, place), named);
        }));
    }

    private static Optional<Refusal> addable(Stage.Meaning meaning) {
        return meaning == Stage.Meaning.IN_WORK || meaning == Stage.Meaning.LOST ? Optional.empty() : Optional.of(Refusal.of(Label.of("documents.shape.one-skeleton")));
    }

    Amendment<Pipeline> change(String typeId, Stage stage, Actor actor) {
        DocumentType type = pipelines.type(typeId);
        String pipelineId = way(type, stage.id());
        Optional<Refusal> reason = unknown(type, stage.id()).or(() -> pipelines.rights().objection(stage.name())).or(() -> unknownNames(type, pipelineId, stage));
        return changed(typeId, pipelineId, actor, reason, way -> PipelineShape.with(way, stages -> stages.replaceAll(each -> each.id().equals(stage.id())
                ? new Stage(each.id(), stage.name(), each.meaning(), stage.colour(), stage.requires(), stage.next())
                : each)));
    }

    Amendment<Pipeline> move(String typeId, String stageId, int place, Actor actor) {
        DocumentType type = pipelines.type(typeId);
        Optional<Refusal> reason = unknown(type, stageId).or(() -> skeleton(type, stageId));
        return changed(typeId, way(type, stageId), actor, reason, way -> PipelineShape.with(way, stages -> {
            Stage stage = way.stage(stageId).orElseThrow();
            stages.remove(stage);
            stages.add(bounded(stages, place), stage);
        }));
    }

    Amendment<Pipeline> delete(String typeId, String stageId, Actor actor) {
        DocumentType type = pipelines.type(typeId);
        return pipelines.together(() -> {
            Optional<Refusal> reason = unknown(type, stageId).or(() -> skeleton(type, stageId))
                    .or(() -> pipelines.occupied(type, List.of(stageId), "documents.shape.stage-occupied", type.stage(stageId).orElseThrow().name()));
            return changed(typeId, way(type, stageId), actor, reason, way -> PipelineShape.with(way, stages -> {
                stages.removeIf(each -> each.id().equals(stageId));
                stages.replaceAll(each -> new Stage(each.id(), each.name(), each.meaning(), each.colour(), each.requires(), each.next().map(next -> without(next, stageId))));
            }));
        });
    }

    /// An unknown stage is told before an unknown pipeline that follows from it.
    private Amendment<Pipeline> changed(String typeId, String pipelineId, Actor actor, Optional<Refusal> reason, java.util.function.UnaryOperator<Pipeline> change) {
        return pipelineId.isEmpty() && pipelines.rights().denied(actor).isEmpty() ? PipelineShape.refused(reason.orElseThrow()) : pipelines.change(typeId, pipelineId, actor, reason, change);
    }

    /// A place behind the initial stage and before the first final one.
    private static int bounded(List<Stage> stages, int place) {
        int end = (int) stages.stream().takeWhile(stage -> !stage.meaning().closed()).count();
        return Math.clamp(place, 1, Math.max(1, end));
    }

    /// What can't be moved or deleted (LST-3).
    private static Optional<Refusal> skeleton(DocumentType type, String stageId) {
        Stage stage = type.stage(stageId).orElseThrow();
        boolean only = type.pipelineOf(stageId).orElseThrow().stages().stream().filter(each -> each.meaning() == stage.meaning()).count() == 1;
        return stage.meaning() == Stage.Meaning.INITIAL || stage.meaning().closed() && only ? Optional.of(Refusal.of(Label.of("documents.shape.skeleton", stage.name()))) : Optional.empty();
    }

    private static Optional<Refusal> unknown(DocumentType type, String stageId) {
        return type.stage(stageId).isPresent() ? Optional.empty() : Optional.of(noStage(type, stageId));
    }

    private static Refusal noStage(DocumentType type, String stageId) {
        return Refusal.of(Label.of("documents.unknown-stage", stageId, PipelineShape.stageIds(type).stream().sorted().collect(Collectors.joining(", "))));
    }

    private static Optional<Refusal> unknownNames(DocumentType type, String pipelineId, Stage stage) {
        Optional<String> field = stage.requires().stream().filter(id -> type.field(id).isEmpty()).findFirst();
        Optional<String> next = stage.next().stream().flatMap(Set::stream).filter(id -> PipelineShape.find(type, pipelineId).flatMap(way -> way.stage(id)).isEmpty()).findFirst();
        return field.map(id -> Refusal.of(Label.of("documents.shape.no-field", id))).or(() -> next.map(id -> noStage(type, id)));
    }

    private static String way(DocumentType type, String stageId) {
        return type.pipelineOf(stageId).map(Pipeline::id).orElse("");
    }

    private static Set<String> without(Set<String> all, String one) {
        return all.stream().filter(each -> !each.equals(one)).collect(Collectors.toUnmodifiableSet());
    }
}
