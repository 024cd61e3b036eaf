package org.kontor.ui.shell.internal.fields;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.FieldRule.Effect;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Kind.Choice.Option;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.robots.ConditionRows;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// For which documents a field is visible, required or read-only.
final class RulesPart {
    private final FieldDraft draft;
    private final Map<Effect, ConditionRows> rows = new EnumMap<>(Effect.class);
    private final Div content = Elements.div("stack wide-gap");

    RulesPart(PageTab tab, Portal portal, DocumentType type, FieldDraft draft) {
        this.draft = draft;
        DocumentType asked = type.pipelines().isEmpty() ? type : withStage(type);
        for (Effect effect : Effect.values()) {
            ConditionRows some = new ConditionRows(tab, portal, asked, draft.when(effect), Label.of("fields.rule." + effect), Label.of("fields.rule.none." + effect));
            rows.put(effect, some);
            content.add(Elements.test((Div) some.content(), "rule-" + effect));
        }
    }

    Component content() {
        return content;
    }

    /// Takes the conditions over; false when one is not complete, which is then shown at its row.
    boolean take() {
        boolean complete = true;
        for (Map.Entry<Effect, ConditionRows> each : rows.entrySet()) {
            Optional<Filter> when = each.getValue().read();
            complete &= when.isPresent();
            when.ifPresent(filter -> draft.rule(each.getKey(), filter));
        }
        return complete;
    }

    /// The stage can be asked for like a choice.
    private static DocumentType withStage(DocumentType type) {
        Kind.Choice stages = new Kind.Choice(type.pipelines().stream().flatMap(way -> way.stages().stream()).map(stage -> new Option(stage.id(), stage.name())).toList());
        Field<?> stage = Field.of("stage", stages).named(Label.of("list.stage"));
        return type.with(Stream.concat(type.fields().stream(), Stream.of(stage)).toList(), type.pipelines());
    }
}
