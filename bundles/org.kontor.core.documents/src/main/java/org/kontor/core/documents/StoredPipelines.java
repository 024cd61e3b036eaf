package org.kontor.core.documents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.kontor.api.access.Access;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Pipelines;
import org.kontor.api.documents.Refusal;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;
import org.kontor.api.people.Actor;
import org.kontor.core.documents.ShapeStore.Part;
import org.kontor.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Keeps pipelines as administrators leave them, and guards their skeleton (PIPE-1 to 12, LST-2 to 6).
@Component(service = Pipelines.class)
public final class StoredPipelines implements Pipelines {
    private static final String MOVES = "pipeline-moves";
    private static final int MOST_STAGES = 50;

    private final Database database;
    private final TypeRegistry types;
    private final ShapeStore store;
    private final ShapeRights rights;
    private final Documents documents;

    @Activate
    public StoredPipelines(@Reference Database database, @Reference TypeRegistry types, @Reference ShapeStore store, @Reference Access access,
            @Reference Labels labels, @Reference Documents documents) {
        this.database = database;
        this.types = types;
        this.store = store;
        this.rights = new ShapeRights(access, labels);
        this.documents = documents;
    }

    @Override
    public Amendment<Pipeline> create(String typeId, Label name, Actor actor) {
        DocumentType type = types.require(typeId);
        Optional<Refusal> reason = rights.denied(actor).or(() -> rights.objection(name)).or(() -> nameTaken(type, name, ""));
        if (reason.isPresent() || type.pipelines().isEmpty()) {
            return refused(reason.orElseGet(() -> Refusal.of(Label.of("documents.shape.no-stages", type.many()))));
        }
        String id = NewId.hyphened(rights.plain(name), taken -> type.pipelines().stream().anyMatch(way -> way.id().equals(taken)));
        Set<String> used = stageIds(type);
        List<Stage> stages = standard(type).stages().stream().map(stage -> copy(stage, id, used)).toList();
        int last = type.pipelines().stream().mapToInt(Pipeline::sort).max().orElse(0);
        return saved(typeId, new Pipeline(id, name, stages, last + 10));
    }

    /// The stages a new pipeline starts with: those the module declares for the default one (PIPE-10).
    private Pipeline standard(DocumentType type) {
        return types.declared(type.id()).flatMap(DocumentType::pipeline).orElseGet(() -> type.pipelines().getFirst());
    }

    private static Stage copy(Stage stage, String pipelineId, Set<String> used) {
        String id = NewId.hyphened(pipelineId + " " + stage.id(), used::contains);
        used.add(id);
        return new Stage(id, stage.name(), stage.meaning(), stage.colour());
    }

    @Override
    public Amendment<Pipeline> rename(String typeId, String pipelineId, Label name, Actor actor) {
        return change(typeId, pipelineId, actor, rights.objection(name).or(() -> nameTaken(types.require(typeId), name, pipelineId)),
                way -> new Pipeline(way.id(), name, way.stages(), way.sort()));
    }

    @Override
    public Amendment<List<Pipeline>> sort(String typeId, List<String> pipelineIds, Actor actor) {
        DocumentType type = types.require(typeId);
        Set<String> there = type.pipelines().stream().map(Pipeline::id).collect(Collectors.toSet());
        if (pipelineIds.size() != there.size() || !there.equals(new HashSet<>(pipelineIds))) {
            return refused(Refusal.of(Label.of("documents.shape.order", String.join(", ", there))));
        }
        Optional<Refusal> denied = rights.denied(actor);
        if (denied.isPresent()) {
            return refused(denied.get());
        }
        database.write(_ -> {
            for (Pipeline way : type.pipelines()) {
                put(typeId, new Pipeline(way.id(), way.name(), way.stages(), 10 * (pipelineIds.indexOf(way.id()) + 1)));
            }
            return true;
        });
        return new Amendment.Done<>(types.require(typeId).pipelines());
    }

    @Override
    public Amendment<Pipeline> delete(String typeId, String pipelineId, Actor actor) {
        DocumentType type = types.require(typeId);
        Optional<Pipeline> way = pipeline(type, pipelineId);
        Optional<Refusal> reason = rights.denied(actor).or(() -> unknown(way, pipelineId)).or(() -> way.filter(some -> some.equals(type.pipelines().getFirst()))
                .map(some -> Refusal.of(Label.of("documents.shape.default-pipeline", some.name()))));
        if (reason.isPresent()) {
            return refused(reason.get());
        }
        return database.write(_ -> {
            Optional<Refusal> occupied = occupied(type, way.orElseThrow().stages().stream().map(Stage::id).toList(), "documents.shape.pipeline-occupied", way.orElseThrow().name());
            if (occupied.isPresent()) {
                return refused(occupied.get());
            }
            store.erase(Part.PIPELINE, typeId, pipelineId);
            return new Amendment.Done<>(way.orElseThrow());
        });
    }

    @Override
    public Amendment<Pipeline> addStage(String typeId, String pipelineId, Stage stage, int place, Actor actor) {
        DocumentType type = types.require(typeId);
        Set<String> used = stageIds(type);
        String id = stage.id().isBlank() ? NewId.hyphened(rights.plain(stage.name()), used::contains) : stage.id();
        Optional<Refusal> reason = rights.objection(stage.name())
                .or(() -> stage.meaning() == Stage.Meaning.IN_WORK || stage.meaning() == Stage.Meaning.LOST ? Optional.empty() : Optional.of(Refusal.of(Label.of("documents.shape.one-skeleton"))))
                .or(() -> used.contains(id) || !id.matches("[a-z][a-z0-9-]{0,49}") ? Optional.of(Refusal.of(Label.of("documents.shape.stage-id", id))) : Optional.empty())
                .or(() -> unknownNames(type, pipelineId, stage));
        return change(typeId, pipelineId, actor, reason, way -> with(way, stages -> {
            Stage named = new Stage(id, stage.name(), stage.meaning(), stage.colour(), stage.requires(), stage.next());
            stages.add(stage.meaning() == Stage.Meaning.LOST ? stages.size() : bounded(stages, place), named);
        }));
    }

    @Override
    public Amendment<Pipeline> changeStage(String typeId, Stage stage, Actor actor) {
        DocumentType type = types.require(typeId);
        String pipelineId = type.pipelineOf(stage.id()).map(Pipeline::id).orElse("");
        Optional<Refusal> reason = rights.objection(stage.name()).or(() -> unknownNames(type, pipelineId, stage));
        return change(typeId, pipelineId, actor, reason, way -> with(way, stages -> stages.replaceAll(each -> each.id().equals(stage.id())
                ? new Stage(each.id(), stage.name(), each.meaning(), stage.colour(), stage.requires(), stage.next())
                : each)));
    }

    @Override
    public Amendment<Pipeline> moveStage(String typeId, String stageId, int place, Actor actor) {
        DocumentType type = types.require(typeId);
        return change(typeId, type.pipelineOf(stageId).map(Pipeline::id).orElse(""), actor, skeleton(type, stageId), way -> with(way, stages -> {
            Stage stage = way.stage(stageId).orElseThrow();
            stages.remove(stage);
            stages.add(bounded(stages, place), stage);
        }));
    }

    @Override
    public Amendment<Pipeline> deleteStage(String typeId, String stageId, Actor actor) {
        DocumentType type = types.require(typeId);
        return database.write(_ -> {
            Optional<Refusal> reason = skeleton(type, stageId)
                    .or(() -> occupied(type, List.of(stageId), "documents.shape.stage-occupied", type.stage(stageId).orElseThrow().name()));
            return change(typeId, type.pipelineOf(stageId).map(Pipeline::id).orElse(""), actor, reason, way -> with(way, stages -> {
                stages.removeIf(each -> each.id().equals(stageId));
                stages.replaceAll(each -> new Stage(each.id(), each.name(), each.meaning(), each.colour(), each.requires(), each.next().map(next -> without(next, stageId))));
            }));
        });
    }

    @Override
    public boolean movesAllowed(String typeId) {
        return store.find(Part.SETTING, typeId, MOVES).isPresent();
    }

    @Override
    public Amendment<Boolean> allowMoves(String typeId, boolean allowed, Actor actor) {
        Optional<Refusal> denied = rights.denied(actor);
        if (denied.isPresent()) {
            return refused(denied.get());
        }
        if (allowed) {
            store.put(Part.SETTING, typeId, MOVES, "true");
        } else {
            store.erase(Part.SETTING, typeId, MOVES);
        }
        return new Amendment.Done<>(allowed);
    }

    @Override
    public MovePlan plan(String typeId, Filter filter, String pipelineId, Map<String, String> stages, Actor actor) {
        return new MovePlan(documents.count(typeId, filter, 10_000, actor).value(), List.of());
    }

    private interface Edit {
        void of(List<Stage> stages);
    }

    private static Pipeline with(Pipeline way, Edit edit) {
        List<Stage> stages = new ArrayList<>(way.stages());
        edit.of(stages);
        return new Pipeline(way.id(), way.name(), stages, way.sort());
    }

    /// A place behind the initial stage and before the first final one.
    private static int bounded(List<Stage> stages, int place) {
        int end = (int) stages.stream().takeWhile(stage -> !stage.meaning().closed()).count();
        return Math.clamp(place, 1, Math.max(1, end));
    }

    private Amendment<Pipeline> change(String typeId, String pipelineId, Actor actor, Optional<Refusal> objection, UnaryOperator<Pipeline> change) {
        Optional<Pipeline> way = pipeline(types.require(typeId), pipelineId);
        Optional<Refusal> reason = rights.denied(actor).or(() -> objection).or(() -> unknown(way, pipelineId));
        if (reason.isPresent()) {
            return refused(reason.get());
        }
        Pipeline changed = change.apply(way.orElseThrow());
        return changed.stages().size() > MOST_STAGES ? refused(Refusal.of(Label.of("documents.shape.too-many-stages", MOST_STAGES))) : saved(typeId, changed);
    }

    private Amendment<Pipeline> saved(String typeId, Pipeline pipeline) {
        put(typeId, pipeline);
        return new Amendment.Done<>(pipeline);
    }

    private void put(String typeId, Pipeline pipeline) {
        store.put(Part.PIPELINE, typeId, pipeline.id(), PipelineJson.write(pipeline));
    }

    /// The initial and the last won and lost stage can't be moved or deleted (LST-3).
    private static Optional<Refusal> skeleton(DocumentType type, String stageId) {
        Optional<Stage> stage = type.stage(stageId);
        if (stage.isEmpty()) {
            return Optional.of(Refusal.of(Label.of("documents.unknown-stage", stageId, String.join(", ", stageIds(type)))));
        }
        Stage.Meaning meaning = stage.get().meaning();
        boolean only = type.pipelineOf(stageId).orElseThrow().stages().stream().filter(each -> each.meaning() == meaning).count() == 1;
        return meaning == Stage.Meaning.INITIAL || meaning.closed() && only ? Optional.of(Refusal.of(Label.of("documents.shape.skeleton", stage.get().name()))) : Optional.empty();
    }

    /// Also a document in the trash holds its stage: it may come back.
    private Optional<Refusal> occupied(DocumentType type, List<String> stages, String key, Label name) {
        long count = new Occupancy(database).count(type, stages);
        return count == 0 ? Optional.empty() : Optional.of(Refusal.of(Label.of(key, name, count)));
    }

    private static Optional<Refusal> unknownNames(DocumentType type, String pipelineId, Stage stage) {
        Optional<String> field = stage.requires().stream().filter(id -> type.field(id).isEmpty()).findFirst();
        Optional<String> next = stage.next().stream().flatMap(Set::stream).filter(id -> pipeline(type, pipelineId).flatMap(way -> way.stage(id)).isEmpty()).findFirst();
        return field.map(id -> Refusal.of(Label.of("documents.shape.no-field", id))).or(() -> next.map(id -> Refusal.of(Label.of("documents.unknown-stage", id, String.join(", ", stageIds(type))))));
    }

    private Optional<Refusal> nameTaken(DocumentType type, Label name, String but) {
        return type.pipelines().stream().filter(way -> !way.id().equals(but) && rights.plain(way.name()).equalsIgnoreCase(rights.plain(name))).findFirst()
                .map(way -> new Refusal(Optional.of("name"), Label.of("documents.shape.name-taken", way.name())));
    }

    private static Optional<Pipeline> pipeline(DocumentType type, String id) {
        return type.pipelines().stream().filter(way -> way.id().equals(id)).findFirst();
    }

    private static Optional<Refusal> unknown(Optional<Pipeline> way, String id) {
        return way.isPresent() ? Optional.empty() : Optional.of(Refusal.of(Label.of("documents.shape.no-pipeline", id)));
    }

    private static Set<String> stageIds(DocumentType type) {
        return type.pipelines().stream().flatMap(way -> way.stages().stream()).map(Stage::id).collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> without(Set<String> all, String one) {
        return all.stream().filter(each -> !each.equals(one)).collect(Collectors.toUnmodifiableSet());
    }

    private static <T> Amendment<T> refused(Refusal reason) {
        return new Amendment.Refused<>(List.of(reason));
    }
}
