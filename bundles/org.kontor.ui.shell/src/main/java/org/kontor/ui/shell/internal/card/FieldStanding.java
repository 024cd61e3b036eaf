package org.kontor.ui.shell.internal.card;

import java.util.List;
import org.kontor.api.documents.Conditions;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.FieldRule;
import org.kontor.api.documents.FieldRule.Effect;
import org.kontor.api.documents.Kind;

/// What a field is on a card at the moment: shown at all, asked for, and whether it can be written. The rules are followed while values are edited; whoever stores them asks again.
record FieldStanding(boolean visible, boolean required, boolean writable) {

    static FieldStanding of(Field<?> field, Document document, Conditions conditions) {
        boolean visible = holds(field, Effect.VISIBLE, document, conditions, true);
        boolean required = field.computation().isEmpty() && (field.required() || holds(field, Effect.REQUIRED, document, conditions, false));
        boolean fixed = field.readOnly() || field.kind() instanceof Kind.Booking || holds(field, Effect.READ_ONLY, document, conditions, false);
        return new FieldStanding(visible, required, !fixed);
    }

    private static boolean holds(Field<?> field, Effect effect, Document document, Conditions conditions, boolean otherwise) {
        List<FieldRule> rules = field.rules().stream().filter(rule -> rule.effect() == effect).toList();
        return rules.isEmpty() ? otherwise : rules.stream().anyMatch(rule -> conditions.passes(rule.when(), document));
    }
}
