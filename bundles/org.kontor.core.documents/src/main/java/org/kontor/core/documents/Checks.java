package org.kontor.core.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentGuard;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Notation;
import org.kontor.api.documents.Refusal;
import org.kontor.api.documents.Values;
import org.kontor.api.people.Actor;

/// What is asked before a write: are the fields known, their values storable, what fields and stages require there, and do the guards agree. Also what values
/// a document gets by itself: presets, and what its formulas say.
final class Checks {
    private final Notation notation;
    private final FieldRules fields;
    private final StageRules stages;
    private final Formulas formulas;
    private final MatchKeys keys;
    private final List<DocumentGuard> guards;

    Checks(Notation notation, FieldRules fields, StageRules stages, Formulas formulas, MatchKeys keys, List<DocumentGuard> guards) {
        this.notation = notation;
        this.fields = fields;
        this.stages = stages;
        this.formulas = formulas;
        this.keys = keys;
        this.guards = guards;
    }

    /// The values of a new document with what its fields start with, and what follows from them.
    Values preset(DocumentType type, Values given) {
        return formulas.complete(type, RollUps.start(type, fields.preset(type, given)));
    }

    /// The values of a document after a change, with what follows from them.
    Values after(DocumentType type, Document before, Values given) {
        return formulas.complete(type, before.values().and(given));
    }

    /// Reasons against `draft`, which makes `after` of what was `before`.
    ///
    /// @throws IllegalArgumentException when a field is mentioned that the type has not
    List<Refusal> check(DocumentType type, Optional<Document> before, Draft draft, Values after, Actor actor) {
        List<Refusal> reasons = checkAlone(type, before, draft, after, actor);
        if (reasons.isEmpty()) {
            keys.objection(type, before, after).ifPresent(reasons::add);
        }
        return reasons;
    }

    /// The same without a look at documents it might be a duplicate of: those of many are looked for at once, see [MatchKeys#objections].
    List<Refusal> checkAlone(DocumentType type, Optional<Document> before, Draft draft, Values after, Actor actor) {
        Optional<String> stage = draft.stage().or(() -> before.flatMap(Document::stage));
        List<Refusal> reasons = new ArrayList<>();
        for (String fieldId : draft.values().fieldIds()) {
            Field<?> field = BuiltIn.declared(type, fieldId)
                    .orElseThrow(() -> new IllegalArgumentException("'" + fieldId + "' of '" + type.id() + "' can't be written as a field"));
            draft.values().any(field)
                    .filter(value -> before.flatMap(document -> document.values().any(field)).filter(value::equals).isEmpty())
                    .flatMap(value -> notation.objection(field, value))
                    .ifPresent(label -> reasons.add(Refusal.of(field, label)));
        }
        reasons.addAll(fields.check(type, before, draft.values(), after, stage));
        reasons.addAll(stages.check(type, before.flatMap(Document::stage), stage, draft.crossing(), after));
        if (reasons.isEmpty()) {
            for (DocumentGuard guard : guards) {
                if (guard.typeId().equals(type.id())) {
                    reasons.addAll(guard.check(before, after, stage, actor));
                }
            }
        }
        return reasons;
    }
}
