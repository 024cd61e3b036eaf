package org.kontor.core.documents;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.api.access.Access;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Layouts;
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

/// Keeps pipelines as administrators leave them (PIPE-1 to 12): here what concerns whole pipelines, in [StageShape] their stages, in [PipelineMoves] documents
/// that change from one to another.
@Component(service = Pipelines.class)
public final class StoredPipelines implements Pipelines {
    private final TypeRegistry types;
    private final ShapeStore store;
    private final ShapeRights rights;
    private final PipelineShape shape;
    private final StageShape stages;
    private final PipelineMoves moves;

    @Activate
    public StoredPipelines(@Reference Database database, @Reference TypeRegistry types, @Reference Access access, @Reference Labels labels, @Reference Documents documents,
            @Reference Layouts layouts) {
        this.types = types;
        this.store = types.store();
        this.rights = new ShapeRights(access, labels);
        this.shape = new PipelineShape(database, types, store, rights);
        this.stages = new StageShape(shape);
        this.moves = new PipelineMoves(documents, layouts);
    }

    @Override
    public Amendment<Pipeline> create(String typeId, Label name, Actor actor) {
        DocumentType type = types.require(typeId);
        Optional<Refusal> reason = rights.denied(actor).or(() -> rights.objection(name)).or(() -> nameTaken(type, name, ""))
                .or(() -> type.pipelines().isEmpty() ? Optional.of(Refusal.of(Label.of("documents.shape.no-stages", type.many()))) : Optional.empty());
        if (reason.isPresent()) {
            return PipelineShape.refused(reason.get());
        }
        String id = NewId.hyphened(rights.plain(name), taken -> PipelineShape.find(type, taken).isPresent());
        Set<String> used = PipelineShape.stageIds(type);
        List<Stage> copies = standard(type).stages().stream().map(stage -> copy(stage, id, used)).toList();
        int last = type.pipelines().stream().mapToInt(Pipeline::sort).max().orElse(0);
        return shape.saved(typeId, new Pipeline(id, name, copies, last + 10));
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
        return shape.change(typeId, pipelineId, actor, rights.objection(name).or(() -> nameTaken(types.require(typeId), name, pipelineId)),
                way -> new Pipeline(way.id(), name, way.stages(), way.sort()));
    }

    @Override
    public Amendment<List<Pipeline>> sort(String typeId, List<String> pipelineIds, Actor actor) {
        DocumentType type = types.require(typeId);
        Set<String> there = type.pipelines().stream().map(Pipeline::id).collect(Collectors.toSet());
        boolean each = pipelineIds.size() == there.size() && there.equals(new HashSet<>(pipelineIds));
        Optional<Refusal> reason = rights.denied(actor).or(() -> each ? Optional.empty() : Optional.of(Refusal.of(Label.of("documents.shape.order", String.join(", ", there)))));
        if (reason.isPresent()) {
            return PipelineShape.refused(reason.get());
        }
        shape.together(() -> type.pipelines().stream().map(way -> shape.saved(typeId, new Pipeline(way.id(), way.name(), way.stages(), 10 * (pipelineIds.indexOf(way.id()) + 1)))).toList());
        return new Amendment.Done<>(types.require(typeId).pipelines());
    }

    @Override
    public Amendment<Pipeline> delete(String typeId, String pipelineId, Actor actor) {
        DocumentType type = types.require(typeId);
        Optional<Pipeline> way = PipelineShape.find(type, pipelineId);
        return shape.together(() -> {
            Optional<Refusal> reason = rights.denied(actor).or(() -> PipelineShape.unknown(way, pipelineId)).or(() -> standing(type, way.orElseThrow()))
                    .or(() -> shape.occupied(type, way.orElseThrow().stages().stream().map(Stage::id).toList(), "documents.shape.pipeline-occupied", way.orElseThrow().name()));
            if (reason.isPresent()) {
                return PipelineShape.refused(reason.get());
            }
            shape.erase(typeId, pipelineId);
            return new Amendment.Done<>(way.orElseThrow());
        });
    }

    /// The default pipeline stays, whatever it is called (PIPE-6).
    private static Optional<Refusal> standing(DocumentType type, Pipeline way) {
        return way.equals(type.pipelines().getFirst()) ? Optional.of(Refusal.of(Label.of("documents.shape.default-pipeline", way.name()))) : Optional.empty();
    }

    @Override
    public Amendment<Pipeline> addStage(String typeId, String pipelineId, Stage stage, int place, Actor actor) {
        return stages.add(typeId, pipelineId, stage, place, actor);
    }

    @Override
    public Amendment<Pipeline> changeStage(String typeId, Stage stage, Actor actor) {
        return stages.change(typeId, stage, actor);
    }

    @Override
    public Amendment<Pipeline> moveStage(String typeId, String stageId, int place, Actor actor) {
        return stages.move(typeId, stageId, place, actor);
    }

    @Override
    public Amendment<Pipeline> deleteStage(String typeId, String stageId, Actor actor) {
        return stages.delete(typeId, stageId, actor);
    }

    @Override
    public boolean movesAllowed(String typeId) {
        return StageRules.movesAllowed(store, typeId);
    }

    @Override
    public Amendment<Boolean> allowMoves(String typeId, boolean allowed, Actor actor) {
        Optional<Refusal> denied = rights.denied(actor);
        if (denied.isPresent()) {
            return PipelineShape.refused(denied.get());
        }
        if (allowed) {
            store.put(Part.SETTING, typeId, StageRules.MOVES, "true");
        } else {
            store.erase(Part.SETTING, typeId, StageRules.MOVES);
        }
        return new Amendment.Done<>(allowed);
    }

    @Override
    public MovePlan plan(String typeId, Filter filter, String pipelineId, Map<String, String> map, Actor actor) {
        return moves.plan(types.require(typeId), filter, pipelineId, map, actor);
    }

    @Override
    public MoveReport move(String typeId, List<DocumentRef> refs, String pipelineId, Map<String, String> map, Actor actor) {
        return moves.move(types.require(typeId), refs, pipelineId, map, actor);
    }

    @Override
    public MoveReport undo(MoveReport report, Actor actor) {
        return moves.undo(report, actor);
    }

    private Optional<Refusal> nameTaken(DocumentType type, Label name, String but) {
        return type.pipelines().stream().filter(way -> !way.id().equals(but) && rights.plain(way.name()).equalsIgnoreCase(rights.plain(name))).findFirst()
                .map(way -> new Refusal(Optional.of("name"), Label.of("documents.shape.name-taken", way.name())));
    }
}
