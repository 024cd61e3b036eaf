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
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;

/// What is asked before a write: are the fields known, their values storable, the required ones there, and do the guards agree.
final class Checks {
    private final Notation notation;
    private final List<DocumentGuard> guards;

    Checks(Notation notation, List<DocumentGuard> guards) {
        this.notation = notation;
        this.guards = guards;
    }

    /// @throws IllegalArgumentException when a field is mentioned that the type has not
    List<Refusal> check(DocumentType type, Optional<Document> before, Values given, Values after, Optional<String> stage, Actor actor) {
        List<Refusal> reasons = new ArrayList<>();
        for (String fieldId : given.fieldIds()) {
            Field<?> field = BuiltIn.declared(type, fieldId)
                    .orElseThrow(() -> new IllegalArgumentException("'" + fieldId + "' of '" + type.id() + "' can't be written as a field"));
            given.any(field).flatMap(value -> notation.objection(field, value)).ifPresent(label -> reasons.add(Refusal.of(field, label)));
        }
        for (Field<?> field : type.fields()) {
            if (field.required() && after.any(field).filter(value -> !(value instanceof String text) || !text.isBlank()).isEmpty()) {
                reasons.add(Refusal.of(field, Label.of("documents.required", type.nameOf(field))));
            }
        }
        stage.filter(id -> type.stage(id).isEmpty())
                .ifPresent(id -> reasons.add(new Refusal(Optional.of("stage"), Label.of("documents.unknown-stage", id, stages(type)))));
        if (reasons.isEmpty()) {
            for (DocumentGuard guard : guards) {
                if (guard.typeId().equals(type.id())) {
                    reasons.addAll(guard.check(before, after, stage, actor));
                }
            }
        }
        return reasons;
    }

    private static String stages(DocumentType type) {
        return type.pipeline().map(way -> String.join(", ", way.stages().stream().map(stage -> stage.id()).toList())).orElse("-");
    }
}
