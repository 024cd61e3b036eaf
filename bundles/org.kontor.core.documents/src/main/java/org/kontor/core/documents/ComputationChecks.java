package org.kontor.core.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kontor.api.documents.Computation;
import org.kontor.api.documents.Computation.RollUp.How;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Refusal;
import org.kontor.api.labels.Label;

/// What speaks against a computation: that it can't be read, looks at what is not there, or goes in a circle.
final class ComputationChecks {
    private record Place(DocumentType type, Field<?> field) {}

    private final Function<String, Optional<DocumentType>> types;

    /// `types` finds a type as it would be with the field that is checked.
    ComputationChecks(Function<String, Optional<DocumentType>> types) {
        this.types = types;
    }

    Optional<Refusal> objection(DocumentType type, Field<?> field) {
        if (field.computation().isEmpty()) {
            return Optional.empty();
        }
        if (!number(field)) {
            return Optional.of(Refusal.of(field, Label.of("documents.computed.kind")));
        }
        Optional<Label> reason = switch (field.computation().get()) {
            case Computation.Formula(String expression) -> formula(type, expression);
            case Computation.RollUp way -> rollUp(type, field, way);
        };
        return reason.or(() -> circle(new Place(type, field))).map(label -> Refusal.of(field, label));
    }

    private static Optional<Label> formula(DocumentType type, String expression) {
        try {
            for (String id : FormulaText.read(expression).fieldIds()) {
                Optional<Field<?>> other = type.field(id);
                if (other.filter(ComputationChecks::number).isEmpty()) {
                    return Optional.of(other.map(some -> Label.of("documents.computed.not-a-number", type.nameOf(some))).orElseGet(() -> Label.of("documents.shape.no-field", id)));
                }
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(Label.of("documents.computed.unreadable", e.getMessage()));
        }
    }

    private Optional<Label> rollUp(DocumentType type, Field<?> field, Computation.RollUp way) {
        Optional<DocumentType> child = types.apply(way.typeId());
        if (child.isEmpty()) {
            return Optional.of(Label.of("documents.computed.no-type", way.typeId()));
        }
        boolean links = child.get().field(way.linkField()).filter(link -> link.kind() instanceof Kind.Link(List<String> to) && (to.isEmpty() || to.contains(type.id()))).isPresent();
        if (!links) {
            return Optional.of(Label.of("documents.computed.no-link", child.get().many(), way.linkField(), type.one()));
        }
        return way.how() == How.COUNT ? count(field, way) : figure(field, child.get(), way);
    }

    private static Optional<Label> count(Field<?> field, Computation.RollUp way) {
        return field.kind() instanceof Kind.Number && way.fieldId().isEmpty() ? Optional.empty() : Optional.of(Label.of("documents.computed.count"));
    }

    private static Optional<Label> figure(Field<?> field, DocumentType child, Computation.RollUp way) {
        Optional<Field<?>> value = way.fieldId().flatMap(child::field);
        return value.filter(some -> number(some) && some.kind().getClass() == field.kind().getClass()).isPresent()
                ? Optional.empty()
                : Optional.of(Label.of("documents.computed.no-figure", way.fieldId().orElse("-"), child.many()));
    }

    private static boolean number(Field<?> field) {
        return field.kind() instanceof Kind.Number || field.kind() instanceof Kind.Sum;
    }

    /// The names of the fields in a circle, from the field back to it.
    private Optional<Label> circle(Place start) {
        List<Place> path = new ArrayList<>(List.of(start));
        return leadsBack(start, start, path)
                ? Optional.of(Label.of("documents.computed.circle", path.stream().map(place -> place.type().id() + "." + place.field().id()).collect(Collectors.joining(" → "))))
                : Optional.empty();
    }

    private boolean leadsBack(Place from, Place start, List<Place> path) {
        for (Place next : sources(from)) {
            boolean back = same(next, start);
            if (back || path.stream().noneMatch(place -> same(place, next))) {
                path.add(next);
                if (back || leadsBack(next, start, path)) {
                    return true;
                }
                path.removeLast();
            }
        }
        return false;
    }

    private static boolean same(Place one, Place other) {
        return one.type().id().equals(other.type().id()) && one.field().id().equals(other.field().id());
    }

    private List<Place> sources(Place place) {
        return place.field().computation().stream().flatMap(way -> switch (way) {
            case Computation.Formula(String expression) -> looked(expression).stream().flatMap(id -> place.type().field(id).stream()).map(field -> new Place(place.type(), field));
            case Computation.RollUp over -> types.apply(over.typeId()).stream()
                    .flatMap(child -> over.fieldId().flatMap(child::field).map(field -> new Place(child, field)).stream());
        }).toList();
    }

    /// The ids of the fields a formula looks at; none when it can't be read.
    static List<String> looked(String expression) {
        try {
            return List.copyOf(FormulaText.read(expression).fieldIds());
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
