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

/// The two statements of a board: the first documents of each stage, and counts with sums up to a bound. Each has a part for every stage that reads its stretch of the index; where only a `narrow` share of
/// all documents is seen, this is gathered instead, since a stage may hold few of it among very many (measured on PostgreSQL for a department with 10,000 of 1,000,000 deals: 43 ms instead of 2.3 s).
final class BoardReading {
    static final int BOUND = 10_000;
    private static final String ORDER = " order by stage, stage_since desc, id desc limit ?";
    private static final Comparator<Document> ENTERED_LAST =
            Comparator.comparing((Document document) -> document.stageSince().orElseThrow()).thenComparing(document -> document.ref().id()).reversed();

    /// Documents of a stage in the same currencies.
    record Part(String stage, long count, List<Total> totals) {}

    private final DocumentType type;
    private final BoardQuery query;
    private final Sql ordered;
    private final Sql whole;
    private final boolean narrow;
    private final List<Stage> stages;
    private final Sums sums;
    private final Selection selection;

    /// `ordered` and `whole` are the condition on what is shown, as it is asked for by each [Reading].
    BoardReading(DocumentType type, BoardQuery query, Sql ordered, Sql whole, boolean narrow) {
        this.type = type;
        this.query = query;
        this.ordered = ordered;
        this.whole = whole;
        this.narrow = narrow;
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
        if (narrow) {
            Sql gathered = whole.then(" and stage in (" + marks() + ")", ids());
            return Sql.of("select * from (select " + selection.columns() + ", row_number() over (partition by stage order by stage_since desc, id desc) as place from " + Tables.name(type) + " where ")
                    .then(gathered).then(") as gathered where place <= ?", query.perStage());
        }
        return union(stage -> Sql.of("(").then(selection.from(ordered.then(" and stage = ?", stage.id()))).then(ORDER + ")", query.perStage()));
    }

    /// Counts and sums of all stages together.
    private Sql counts() {
        List<String> keys = Stream.concat(Stream.of("stage"), sums.currencies().stream()).toList();
        String selected = Stream.concat(Stream.of("stage as in_stage", "count(*) as n"), sums.selected().stream()).collect(Collectors.joining(", "));
        return Sql.of("select " + selected + " from " + Tables.name(type) + " where ").then(whole).then(" and stage in (" + marks() + ")", ids()).then(" group by " + String.join(", ", keys));
    }

    private String marks() {
        return stages.stream().map(_ -> "?").collect(Collectors.joining(", "));
    }

    private Object[] ids() {
        return stages.stream().map(Stage::id).toArray();
    }

    /// Counts and sums of a stage by itself.
    Sql count(Stage stage) {
        String read = Stream.concat(Stream.of("1 as x"), sums.read().stream()).collect(Collectors.joining(", "));
        String selected = Stream.concat(Stream.of("count(*) as n"), sums.selected().stream()).collect(Collectors.joining(", "));
        String grouped = sums.currencies().isEmpty() ? "" : " group by " + String.join(", ", sums.currencies());
        return Sql.of("(select cast(? as varchar(50)) as in_stage, " + selected + " from (select " + read + " from " + Tables.name(type) + " where ", stage.id())
                .then(whole).then(" and stage = ?" + ORDER + ") as counted" + grouped + ")", stage.id(), BOUND + 1);
    }

    /// The parts of all stages: those of `large` ones as they were counted last, the others by one statement.
    List<Part> parts(Function<Sql, List<Part>> query, LargeStages large) {
        if (narrow) {
            return query.apply(counts());
        }
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
