package org.kontor.core.documents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Refusal;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.core.documents.ShapeStore.Part;
import org.kontor.storage.Database;

/// Changes kept pipelines, and knows what holds them back: the permission, unknown names, documents that are in them.
final class PipelineShape {
    private static final int MOST_STAGES = 50;

    private final Database database;
    private final TypeRegistry types;
    private final ShapeStore store;
    private final ShapeRights rights;

    PipelineShape(Database database, TypeRegistry types, ShapeStore store, ShapeRights rights) {
        this.database = database;
        this.types = types;
        this.store = store;
        this.rights = rights;
    }

    DocumentType type(String typeId) {
        return types.require(typeId);
    }

    ShapeRights rights() {
        return rights;
    }

    /// Does `work` in one transaction.
    <T> T together(java.util.function.Supplier<T> work) {
        return database.write(_ -> work.get());
    }

    /// Changes a pipeline unless there is an objection.
    Amendment<Pipeline> change(String typeId, String pipelineId, Actor actor, Optional<Refusal> objection, UnaryOperator<Pipeline> change) {
        Optional<Pipeline> way = find(type(typeId), pipelineId);
        Optional<Refusal> reason = rights.denied(actor).or(() -> unknown(way, pipelineId)).or(() -> objection);
        return reason.<Amendment<Pipeline>>map(PipelineShape::refused).orElseGet(() -> saved(typeId, change.apply(way.orElseThrow())));
    }

    /// Keeps a pipeline, unless it has too many stages.
    Amendment<Pipeline> saved(String typeId, Pipeline pipeline) {
        if (pipeline.stages().size() > MOST_STAGES) {
            return refused(Refusal.of(Label.of("documents.shape.too-many-stages", MOST_STAGES)));
        }
        store.put(Part.PIPELINE, typeId, pipeline.id(), PipelineJson.write(pipeline));
        return new Amendment.Done<>(pipeline);
    }

    void erase(String typeId, String pipelineId) {
        store.erase(Part.PIPELINE, typeId, pipelineId);
    }

    static Pipeline with(Pipeline way, Consumer<List<Stage>> edit) {
        List<Stage> stages = new ArrayList<>(way.stages());
        edit.accept(stages);
        return new Pipeline(way.id(), way.name(), stages, way.sort());
    }

    static Optional<Pipeline> find(DocumentType type, String id) {
        return type.pipelines().stream().filter(way -> way.id().equals(id)).findFirst();
    }

    static Optional<Refusal> unknown(Optional<Pipeline> way, String id) {
        return way.isPresent() ? Optional.empty() : Optional.of(Refusal.of(Label.of("documents.shape.no-pipeline", id)));
    }

    static Set<String> stageIds(DocumentType type) {
        return type.pipelines().stream().flatMap(way -> way.stages().stream()).map(Stage::id).collect(Collectors.toCollection(HashSet::new));
    }

    /// Also a document in the trash holds its stage: it may come back.
    Optional<Refusal> occupied(DocumentType type, List<String> stages, String key, Label name) {
        long count = new Occupancy(database).count(type, stages);
        return count == 0 ? Optional.empty() : Optional.of(Refusal.of(Label.of(key, name, count)));
    }

    static <T> Amendment<T> refused(Refusal reason) {
        return new Amendment.Refused<>(List.of(reason));
    }
}
