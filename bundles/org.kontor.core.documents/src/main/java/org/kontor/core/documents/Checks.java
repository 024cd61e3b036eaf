package org.kontor.core.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentGuard;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Notation;
import org.kontor.api.documents.Refusal;
import org.kontor.api.documents.Values;
import org.kontor.api.people.Actor;

/// What is asked before a write: are the fields known, their values storable, what fields and stages require there, and do the guards agree.
final class Checks {
    private final Notation notation;
    private final FieldRules fields;
    private final List<DocumentGuard> guards;

    Checks(Notation notation, FieldRules fields, List<DocumentGuard> guards) {
        this.notation = notation;
        this.fields = fields;
        this.guards = guards;
    }

    /// The values of a new document with what its fields start with.
    Values preset(DocumentType type, Values given) {
        return fields.preset(type, given);
    }

    /// @throws IllegalArgumentException when a field is mentioned that the type has not
    List<Refusal> check(DocumentType type, Optional<Document> before, Values given, Values after, Optional<String> stage, Actor actor) {
        List<Refusal> reasons = new ArrayList<>();
        for (String fieldId : given.fieldIds()) {
            Field<?> field = BuiltIn.declared(type, fieldId)
                    .orElseThrow(() -> new IllegalArgumentException("'" + fieldId + "' of '" + type.id() + "' can't be written as a field"));
            given.any(field)
                    .filter(value -> before.flatMap(document -> document.values().any(field)).filter(value::equals).isEmpty())
                    .flatMap(value -> notation.objection(field, value))
                    .ifPresent(label -> reasons.add(Refusal.of(field, label)));
        }
        reasons.addAll(fields.check(type, before, given, after, stage));
        reasons.addAll(StageRules.check(type, before.flatMap(Document::stage), stage, after));
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
