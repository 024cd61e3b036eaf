package org.kontor.core.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.access.Access.Decision;
import org.kontor.api.access.Area;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.access.RoleId;
import org.kontor.api.access.Roles;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;

/// Which rule decides: the narrowest area for a role, the widest reach among roles.
final class Ruling {
    private final RightsTable table;
    private final Roles roles;
    private final DeclaredReach declared;
    private final DocumentTypes types;

    Ruling(RightsTable table, Roles roles, DeclaredReach declared, DocumentTypes types) {
        this.table = table;
        this.roles = roles;
        this.declared = declared;
        this.types = types;
    }

    /// How far roles reach together, in a stage or where no stage matters.
    Reach reach(Set<RoleId> some, String typeId, Optional<String> stage, Operation operation) {
        return some.stream().map(role -> reach(role, typeId, stage, operation)).reduce(Reach.NONE, Reach::or);
    }

    /// That, with the rule of the role that reaches widest.
    Decision explain(Set<RoleId> some, String typeId, Optional<String> stage, Operation operation) {
        RoleId widest = some.stream()
                .max(java.util.Comparator.<RoleId, Reach>comparing(role -> reach(role, typeId, stage, operation)).thenComparing(RoleId::value))
                .orElseThrow(() -> new IllegalArgumentException("nobody is without a role"));
        Optional<Area> area = decisive(widest, typeId, stage, operation);
        Reach reach = reach(widest, typeId, stage, operation);
        String key = "access.rule." + area.map(Ruling::kind).orElse("default");
        return new Decision(reach, Label.of(key, name(widest), Label.of("access.operation." + operation), Label.of("access.reach." + reach), area.map(found -> name(typeId, found)).orElse(Label.verbatim(""))));
    }

    private Reach reach(RoleId role, String typeId, Optional<String> stage, Operation operation) {
        return decisive(role, typeId, stage, operation)
                .flatMap(area -> table.find(new RightsTable.Key(role, typeId, area, operation)))
                .orElseGet(() -> unset(role, typeId, operation));
    }

    private Optional<Area> decisive(RoleId role, String typeId, Optional<String> stage, Operation operation) {
        Optional<Area> ofStage = stage.map(Area.OfStage::new);
        Optional<Area> ofPipeline = stage.flatMap(id -> types.find(typeId).flatMap(type -> type.pipelineOf(id))).map(way -> new Area.OfPipeline(way.id()));
        return List.of(ofStage, ofPipeline, Optional.of(Area.TYPE)).stream()
                .flatMap(Optional::stream)
                .filter(area -> table.find(new RightsTable.Key(role, typeId, area, operation)).isPresent())
                .findFirst();
    }

    /// What is not listed belongs to the portal itself, as notifications do: a role can't be without.
    private Reach unset(RoleId role, String typeId, Operation operation) {
        Optional<DocumentType> type = types.find(typeId);
        boolean employees = role.equals(RoleId.EMPLOYEE) || type.filter(some -> !some.listed()).isPresent();
        return employees ? declared.of(typeId, operation, type.filter(DocumentType::custom).isPresent()) : Reach.NONE;
    }

    private static String kind(Area area) {
        return switch (area) {
            case Area.WholeType _ -> "set";
            case Area.OfPipeline _ -> "pipeline";
            case Area.OfStage _ -> "stage";
        };
    }

    private Label name(RoleId role) {
        Label name = roles.find(role).map(Roles.AccessRole::name).orElse(Label.verbatim(role.value()));
        return role.builtIn() ? name : Label.of("access.role.holders", name);
    }

    private Label name(String typeId, Area area) {
        return switch (area) {
            case Area.WholeType _ -> Label.verbatim("");
            case Area.OfPipeline(String id) -> types.find(typeId).stream().flatMap(type -> type.pipelines().stream()).filter(way -> way.id().equals(id)).map(Pipeline::name).findFirst().orElse(Label.verbatim(id));
            case Area.OfStage(String id) -> types.find(typeId).flatMap(type -> type.stage(id)).map(Stage::name).orElse(Label.verbatim(id));
        };
    }
}
