package org.kontor.core.documents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Layouts.Card;
import org.kontor.api.documents.Layouts.Section;
import org.kontor.api.documents.Preset;
import org.kontor.api.documents.Refusal;
import org.kontor.api.labels.Label;

/// Cards as they fit a type: what nobody laid out yet is one section, what is gone is left out, what is new stands at the end.
final class CardShape {
    private static final int MOST_SECTIONS = 50;

    private CardShape() {}

    static Card plain(DocumentType type) {
        return new Card(List.of(new Section("main", Label.of("documents.layout.main"), type.fields().stream().map(Field::id).toList())), Set.of());
    }

    static Card fitted(Card card, DocumentType type) {
        Set<String> known = type.fields().stream().map(Field::id).collect(Collectors.toSet());
        List<Section> sections = new ArrayList<>();
        card.sections().forEach(section -> sections.add(new Section(section.id(), section.title(), section.fieldIds().stream().filter(known::contains).toList())));
        Set<String> placed = Stream.concat(sections.stream().flatMap(section -> section.fieldIds().stream()), card.hidden().stream()).collect(Collectors.toSet());
        Section last = sections.removeLast();
        List<String> fields = Stream.concat(last.fieldIds().stream(), type.fields().stream().map(Field::id).filter(id -> !placed.contains(id))).toList();
        sections.add(new Section(last.id(), last.title(), fields));
        return new Card(sections, card.hidden().stream().filter(known::contains).collect(Collectors.toSet()));
    }

    /// What speaks against a card, besides the names of its sections.
    static Optional<Refusal> objection(Card card, DocumentType type) {
        if (card.sections().isEmpty() || card.sections().size() > MOST_SECTIONS) {
            return refusal(Label.of("documents.layout.sections", card.sections().size(), MOST_SECTIONS));
        }
        Set<String> seen = new HashSet<>();
        Optional<String> twice = card.sections().stream().map(Section::id).filter(id -> !seen.add("section " + id)).findFirst()
                .or(() -> Stream.concat(card.sections().stream().flatMap(section -> section.fieldIds().stream()), card.hidden().stream()).filter(id -> !seen.add(id)).findFirst());
        Optional<String> unknown = Stream.concat(card.sections().stream().flatMap(section -> section.fieldIds().stream()), card.hidden().stream())
                .filter(id -> type.field(id).isEmpty()).findFirst();
        Optional<Field<?>> needed = card.hidden().stream().flatMap(id -> type.field(id).stream()).filter(field -> field.required() && field.preset() instanceof Preset.None).findFirst();
        return unknown.flatMap(id -> refusal(Label.of("documents.shape.no-field", id)))
                .or(() -> twice.flatMap(id -> refusal(Label.of("documents.layout.twice", id))))
                .or(() -> needed.flatMap(field -> refusal(Label.of("documents.layout.needed", type.nameOf(field)))));
    }

    private static Optional<Refusal> refusal(Label reason) {
        return Optional.of(Refusal.of(reason));
    }
}
