package org.kontor.core.documents;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Conditions;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.FieldRule;
import org.kontor.api.documents.FieldRule.Effect;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Preset;
import org.kontor.api.documents.Refusal;
import org.kontor.api.documents.Values;
import org.kontor.api.labels.Label;

/// What fields ask: presets of new documents, read-only fields, and rules that depend on the document.
final class FieldRules {
    private final Conditions conditions;
    private final Clock clock;

    FieldRules(Conditions conditions, Clock clock) {
        this.conditions = conditions;
        this.clock = clock;
    }

    /// The values of a new document with the presets of the fields that were not mentioned.
    Values preset(DocumentType type, Values given) {
        Values values = given;
        for (Field<?> field : type.fields()) {
            if (!given.mentions(field)) {
                Optional<Object> start = start(field);
                values = start.isPresent() ? values.withAny(field, start.get()) : values;
            }
        }
        return values;
    }

    private Optional<Object> start(Field<?> field) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return switch (field.preset()) {
            case Preset.None _ -> Optional.empty();
            case Preset.Fixed(Object value) -> Optional.of(value);
            case Preset.Now _ when field.kind() instanceof Kind.Moment -> Optional.of(now);
            case Preset.Now _ when field.kind() instanceof Kind.Date -> Optional.of(now.atZone(ZoneOffset.UTC).toLocalDate());
            case Preset.Now _ -> Optional.empty();
        };
    }

    /// Reasons against writing `given`, which makes `after` of what was `before`.
    List<Refusal> check(DocumentType type, Optional<Document> before, Values given, Values after, Optional<String> stage) {
        List<Refusal> reasons = new ArrayList<>();
        Document then = candidate(type, before, after, stage);
        for (Field<?> field : type.fields()) {
            boolean written = given.mentions(field) && !given.any(field).equals(before.flatMap(document -> document.values().any(field)));
            if (written && (field.readOnly() || holds(field, Effect.READ_ONLY, before.orElse(then), false))) {
                reasons.add(Refusal.of(field, Label.of("documents.read-only", type.nameOf(field))));
            } else if (written && given.any(field).isPresent() && !holds(field, Effect.VISIBLE, then, true)) {
                reasons.add(Refusal.of(field, Label.of("documents.not-for-this", type.nameOf(field))));
            } else if (holds(field, Effect.VISIBLE, then, true) && field.computation().isEmpty() && (field.required() || holds(field, Effect.REQUIRED, then, false)) && StageRules.missing(field, after)) {
                reasons.add(Refusal.of(field, Label.of("documents.required", type.nameOf(field))));
            }
        }
        return reasons;
    }

    /// Whether an effect is there for a document; `otherwise` without a rule of it.
    private boolean holds(Field<?> field, Effect effect, Document document, boolean otherwise) {
        if (field.rules().isEmpty()) {
            return otherwise;
        }
        List<FieldRule> rules = field.rules().stream().filter(rule -> rule.effect() == effect).toList();
        return rules.isEmpty() ? otherwise : rules.stream().anyMatch(rule -> conditions.passes(rule.when(), document));
    }

    private Document candidate(DocumentType type, Optional<Document> before, Values after, Optional<String> stage) {
        Instant now = clock.instant();
        return before.map(document -> new Document(document.ref(), document.version(), stage, document.stageSince(), after, document.createdBy(), document.created(), now))
                .orElseGet(() -> new Document(new DocumentRef(type.id(), 1), 1, stage, stage.map(_ -> now), after, Optional.empty(), now, now));
    }
}
