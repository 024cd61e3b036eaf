package org.kontor.core.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.kontor.api.documents.Change;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Layouts;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Pipelines.Loss;
import org.kontor.api.documents.Pipelines.MovePlan;
import org.kontor.api.documents.Pipelines.MoveReport;
import org.kontor.api.documents.Pipelines.Moved;
import org.kontor.api.documents.Pipelines.Stayed;
import org.kontor.api.documents.Pipelines;
import org.kontor.api.documents.Refusal;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;

/// Moves documents from one pipeline to another, where that is allowed (Q1).
final class PipelineMoves {
    private static final int COUNTED = 10_000;

    private final Documents documents;
    private final Layouts layouts;

    PipelineMoves(Documents documents, Layouts layouts) {
        this.documents = documents;
        this.layouts = layouts;
    }

    MovePlan plan(DocumentType type, Filter filter, String pipelineId, Map<String, String> stages, Actor actor) {
        Pipeline target = target(type, pipelineId);
        Filter moving = filter.and(new Filter.Not(Filter.stages(target.stages().stream().map(Stage::id).toList())));
        List<Loss> losses = layouts.card(type.id(), pipelineId).hidden().stream()
                .sorted()
                .map(id -> new Loss(id, count(type, moving.and(new Filter.Not(new Filter.Empty(id))), COUNTED, actor)))
                .filter(loss -> loss.documents() > 0)
                .toList();
        List<String> unmapped = type.pipelines().stream()
                .filter(way -> !way.id().equals(pipelineId))
                .flatMap(way -> way.stages().stream())
                .map(Stage::id)
                .filter(id -> Optional.ofNullable(stages.get(id)).flatMap(target::stage).isEmpty())
                .filter(id -> count(type, filter.and(Filter.stage(id)), 1, actor) > 0)
                .toList();
        return new MovePlan(count(type, moving, COUNTED, actor), losses, unmapped);
    }

    private long count(DocumentType type, Filter filter, int bound, Actor actor) {
        return documents.count(type.id(), filter, bound, actor).value();
    }

    MoveReport move(DocumentType type, List<DocumentRef> refs, String pipelineId, Map<String, String> stages, Actor actor) {
        Pipeline target = target(type, pipelineId);
        if (refs.size() > Pipelines.MOST_MOVED) {
            throw new IllegalArgumentException("at most " + Pipelines.MOST_MOVED + " documents are moved at once, not " + refs.size());
        }
        Report report = new Report();
        for (DocumentRef ref : refs) {
            Optional<Document> before = ref.type().equals(type.id()) ? documents.get(ref, actor) : Optional.empty();
            Optional<String> from = before.flatMap(Document::stage);
            Optional<String> to = from.map(stages::get).filter(id -> target.stage(id).isPresent());
            if (from.isEmpty()) {
                report.stayed(ref, Label.of("documents.move.gone"));
            } else if (to.isEmpty()) {
                report.stayed(ref, Label.of("documents.move.unmapped", type.stage(from.get()).map(Stage::name).orElseGet(() -> Label.verbatim(from.get()))));
            } else {
                report.add(ref, from.get(), () -> documents.change(ref, Draft.cross(to.get()).on(before.orElseThrow().version()), actor));
            }
        }
        return report.made();
    }

    /// Back to where each came from, unless its stage was changed since.
    MoveReport undo(MoveReport done, Actor actor) {
        Report report = new Report();
        for (Moved moved : done.moved()) {
            String from = documents.get(moved.ref(), actor).flatMap(Document::stage).orElse("");
            report.add(moved.ref(), from, () -> documents.change(moved.ref(), Draft.cross(moved.from()).on(moved.version()), actor));
        }
        return report.made();
    }

    private static Pipeline target(DocumentType type, String pipelineId) {
        return PipelineShape.find(type, pipelineId).orElseThrow(() -> new IllegalArgumentException(
                "document type '" + type.id() + "' has no pipeline '" + pipelineId + "': it has " + type.pipelines().stream().map(Pipeline::id).toList()));
    }

    private static final class Report {
        private final List<Moved> moved = new ArrayList<>();
        private final List<Stayed> stayed = new ArrayList<>();

        void stayed(DocumentRef ref, Label reason) {
            stayed.add(new Stayed(ref, List.of(new Refusal(Optional.of("stage"), reason))));
        }

        void add(DocumentRef ref, String from, Supplier<Change> change) {
            switch (change.get()) {
                case Change.Changed(Document now) -> moved.add(new Moved(ref, from, now.version()));
                case Change.Refused(List<Refusal> reasons) -> stayed.add(new Stayed(ref, reasons));
                case Change.Denied(Label rule) -> stayed(ref, rule);
                case Change.Conflict _ -> stayed(ref, Label.of("documents.move.meanwhile"));
                case Change.Missing _ -> stayed(ref, Label.of("documents.move.gone"));
            }
        }

        MoveReport made() {
            return new MoveReport(moved, stayed);
        }
    }
}
