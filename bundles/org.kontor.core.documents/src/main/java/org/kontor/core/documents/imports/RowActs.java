package org.kontor.core.documents.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.documents.Change;
import org.kontor.api.documents.Creation;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Values;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;

/// Carries rows out: all new documents at once, then the changes in the order of the file.
final class RowActs {
    /// What became of a row.
    sealed interface Outcome {
        record Created(DocumentRef ref) implements Outcome {}

        record Updated() implements Outcome {}

        record Refused(List<Label> reasons) implements Outcome {}
    }

    private final Documents documents;
    private final Matching matching;
    private final RowReading reading;
    private final String typeId;
    private final Optional<String> stage;

    RowActs(Documents documents, Matching matching, RowReading reading, String typeId, Optional<String> stage) {
        this.documents = documents;
        this.matching = matching;
        this.reading = reading;
        this.typeId = typeId;
        this.stage = stage;
    }

    List<Outcome> carryOut(List<Values> rows, Actor actor) {
        List<Matching.Decision> decisions = matching.decide(rows, actor);
        List<Values> fresh = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (decisions.get(i) instanceof Matching.Decision.Create) {
                fresh.add(reading.fresh(rows.get(i)));
            }
        }
        var created = documents.createAll(typeId, fresh, stage, actor).iterator();
        Map<Integer, Outcome> outcomes = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            if (decisions.get(i) instanceof Matching.Decision.Create) {
                outcomes.put(i, outcome(created.next()));
            }
        }
        List<Outcome> all = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            all.add(switch (decisions.get(i)) {
                case Matching.Decision.Create _ -> outcomes.getOrDefault(i, new Outcome.Updated());
                case Matching.Decision.Update(DocumentRef ref) -> change(ref, rows.get(i), actor);
                case Matching.Decision.Follow(int row) -> outcomes.get(row) instanceof Outcome.Created(DocumentRef ref) ? change(ref, rows.get(i), actor) : alone(rows.get(i), actor);
                case Matching.Decision.Refuse(Label reason) -> new Outcome.Refused(List.of(reason));
            });
        }
        return all;
    }

    /// The row it was to follow was refused: it is decided anew.
    private Outcome alone(Values row, Actor actor) {
        return carryOut(List.of(row), actor).getFirst();
    }

    private Outcome outcome(Creation creation) {
        return switch (creation) {
            case Creation.Created(var document) -> new Outcome.Created(document.ref());
            case Creation.Refused(var reasons) -> new Outcome.Refused(reading.reasons(reasons));
            case Creation.Denied(Label rule) -> new Outcome.Refused(List.of(rule));
        };
    }

    private Outcome change(DocumentRef ref, Values values, Actor actor) {
        return switch (documents.change(ref, new Draft(matching.onto(values, ref, actor), Optional.empty(), Optional.empty()), actor)) {
            case Change.Changed _ -> new Outcome.Updated();
            case Change.Refused(var reasons) -> new Outcome.Refused(reading.reasons(reasons));
            case Change.Denied(Label rule) -> new Outcome.Refused(List.of(rule));
            case Change.Conflict _, Change.Missing _ -> new Outcome.Refused(List.of(Label.of("documents.import.gone", ref)));
        };
    }
}
