package org.kontor.core.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.api.documents.Board;
import org.kontor.api.documents.BoardQuery;
import org.kontor.api.documents.Count;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Stage;
import org.kontor.api.documents.Total;
import org.kontor.storage.Row;
import org.kontor.storage.Sql;

/// The two statements of a board, each with a part for every stage that reads its stretch of the index: the first documents, and counts with sums up to a bound.
final class BoardReading {
    static final int BOUND = 10_000;
    private static final String ORDER = " order by stage, stage_since desc, id desc limit ?";
    private static final Comparator<Document> ENTERED_LAST =
            Comparator.comparing((Document document) -> document.stageSince().orElseThrow()).thenComparing(document -> document.ref().id()).reversed();

    /// Documents of a stage in the same currencies.
    record Part(String stage, long count, List<Total> totals) {}

    private final DocumentType type;
    private final BoardQuery query;
    private final Sql live;
    private final List<Stage> stages;
    private final Sums sums;
    private final Selection selection;

    BoardReading(DocumentType type, BoardQuery query, Sql live) {
        this.type = type;
        this.query = query;
        this.live = live;
        this.stages = pipeline(type, query).stages();
        this.sums = new Sums(type, query.sums());
        this.selection = Selection.of(type, query.fields(), "id");
    }

    private static Pipeline pipeline(DocumentType type, BoardQuery query) {
        if (query.pipelineId().isEmpty()) {
            return type.pipeline().orElseThrow(() -> new IllegalArgumentException("document type '" + type.id() + "' has no pipeline: it can't be shown as a board"));
        }
        return type.pipelines().stream().filter(way -> way.id().equals(query.pipelineId().get())).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "document type '" + type.id() + "' has no pipeline '" + query.pipelineId().get() + "': it has " + type.pipelines().stream().map(Pipeline::id).toList()));
    }

    Sql documents() {
        return union(stage -> Sql.of("(").then(selection.from(live.then(" and stage = ?", stage.id()))).then(ORDER + ")", query.perStage()));
    }

    /// Counts and sums of a stage by itself.
    Sql count(Stage stage) {
        String read = Stream.concat(Stream.of("1 as x"), sums.read().stream()).collect(Collectors.joining(", "));
        String selected = Stream.concat(Stream.of("count(*) as n"), sums.selected().stream()).collect(Collectors.joining(", "));
        String grouped = sums.currencies().isEmpty() ? "" : " group by " + String.join(", ", sums.currencies());
        return Sql.of("(select cast(? as varchar(50)) as in_stage, " + selected + " from (select " + read + " from " + Tables.name(type) + " where ", stage.id())
                .then(live).then(" and stage = ?" + ORDER + ") as counted" + grouped + ")", stage.id(), BOUND + 1);
    }

    /// The parts of all stages: those of `large` ones as they were counted last, the others by one statement.
    List<Part> parts(Function<Sql, List<Part>> query, LargeStages large) {
        List<Part> all = new ArrayList<>();
        List<Stage> others = new ArrayList<>();
        stages.forEach(stage -> large.of(count(stage)).ifPresentOrElse(all::addAll, () -> others.add(stage)));
        if (!others.isEmpty()) {
            List<Part> counted = query.apply(others.stream().map(this::count).reduce((a, b) -> a.then(" union all ").then(b)).orElseThrow());
            others.forEach(stage -> large.note(count(stage), counted.stream().filter(part -> part.stage().equals(stage.id())).toList()));
            all.addAll(counted);
        }
        return all;
    }

    private Sql union(Function<Stage, Sql> part) {
        return stages.stream().map(part).reduce((a, b) -> a.then(" union all ").then(b)).orElseThrow();
    }

    Document document(Row row) {
        return selection.read(row);
    }

    Part part(Row row) {
        return new Part(row.text("in_stage"), row.number("n"), sums.totals(row));
    }

    Board of(List<Document> documents, List<Part> parts) {
        Map<Optional<String>, List<Document>> byStage = documents.stream().collect(Collectors.groupingBy(Document::stage));
        return new Board(stages.stream().map(stage -> {
            List<Document> first = new ArrayList<>(byStage.getOrDefault(Optional.of(stage.id()), List.of()));
            first.sort(ENTERED_LAST);
            List<Part> counted = parts.stream().filter(part -> part.stage().equals(stage.id())).toList();
            long count = counted.stream().mapToLong(Part::count).sum();
            return new Board.Column(stage, new Count(Math.min(count, BOUND), count <= BOUND), first, Sums.together(counted.stream().flatMap(part -> part.totals().stream())));
        }).toList());
    }
}
