package org.kontor.core.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.access.Access;
import org.kontor.api.access.Permission;
import org.kontor.api.documents.Conditions;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Notation;
import org.kontor.api.documents.Refusal;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.api.workflow.ActivityShape;
import org.kontor.api.workflow.Robot;
import org.kontor.api.workflow.RobotPreset;
import org.kontor.api.workflow.RobotSheet;
import org.kontor.api.workflow.Robots;
import org.kontor.storage.Database;
import org.kontor.storage.DatabaseFailure;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;

/// The robots of stages, in versioned sheets.
@Component(service = {Robots.class, StageRobots.class})
public final class StageRobots implements Robots {
    private static final int MOST = 50;

    private final Activities activities;
    private final DocumentTypes types;
    private final Access access;
    private final Notation notation;
    private final Sheets sheets;
    private final ServiceTracker<RobotPreset, RobotPreset> presets;

    @Activate
    public StageRobots(BundleContext context, @Reference Database database, @Reference Activities activities, @Reference DocumentTypes types, @Reference Access access, @Reference Notation notation, @Reference Conditions conditions) {
        this.activities = activities;
        this.types = types;
        this.access = access;
        this.notation = notation;
        this.sheets = new Sheets(database, new SheetText(conditions));
        this.presets = new ServiceTracker<>(context, RobotPreset.class, null);
        presets.open();
    }

    @Deactivate
    public void close() {
        presets.close();
    }

    @Override
    public List<ActivityShape> activities() {
        return activities.all().stream()
                .map(known -> new ActivityShape(known.id(), Label.of("activity." + known.id()), Label.of("activity." + known.id() + ".hint"), known.form().fields()))
                .toList();
    }

    @Override
    public RobotSheet sheet(String typeId, String stageId) {
        DocumentType type = types.require(typeId);
        int newest = sheets.newest(typeId, stageId);
        return newest > 0 ? sheets.sheet(type, stageId, newest) : preset(type, stageId);
    }

    /// A sheet as it was when a run started.
    RobotSheet sheet(DocumentType type, String stageId, int version) {
        return sheets.sheet(type, stageId, version);
    }

    @Override
    public Saving save(RobotSheet sheet, Actor actor) {
        DocumentType type = types.require(sheet.typeId());
        if (type.stage(sheet.stageId()).isEmpty()) {
            throw new IllegalArgumentException("document type '" + type.id() + "' has no stage '" + sheet.stageId() + "'");
        }
        if (!access.may(actor, Permission.CONFIGURE)) {
            return new Saving.Refused(List.of(Refusal.of(Label.of("workflow.no-right"))));
        }
        RobotSheet former = sheet(sheet.typeId(), sheet.stageId());
        if (former.version() != sheet.version()) {
            return new Saving.Refused(List.of(Refusal.of(Label.of("workflow.outdated"))));
        }
        List<Refusal> reasons = objections(sheet, former);
        if (!reasons.isEmpty()) {
            return new Saving.Refused(reasons);
        }
        try {
            return new Saving.Saved(sheets.save(type, sheet.stageId(), sheet.version() + 1, sheet.robots()));
        } catch (DatabaseFailure e) {
            if (e.duplicate()) {
                return new Saving.Refused(List.of(Refusal.of(Label.of("workflow.outdated"))));
            }
            throw e;
        }
    }

    @Override
    public AutoCloseable watch(Runnable changed) {
        return activities.watch(_ -> changed.run());
    }

    private List<Refusal> objections(RobotSheet sheet, RobotSheet former) {
        List<Refusal> reasons = new ArrayList<>();
        if (sheet.robots().size() > MOST) {
            reasons.add(Refusal.of(Label.of("workflow.too-many", sheet.robots().size(), MOST)));
        }
        Set<String> ids = new HashSet<>();
        DocumentType type = types.require(sheet.typeId());
        for (Robot robot : sheet.robots()) {
            Condition.objections(robot.condition(), type).forEach(label -> reasons.add(new Refusal(Optional.of(robot.id() + ".condition"), label)));
            if (!ids.add(robot.id())) {
                throw new IllegalArgumentException("robot id '" + robot.id() + "' is used twice in the sheet");
            }
            Optional<Activities.Known> known = activities.find(robot.activityId());
            if (known.isEmpty() && former.robots().stream().noneMatch(old -> old.id().equals(robot.id()) && old.activityId().equals(robot.activityId()))) {
                reasons.add(new Refusal(Optional.of(robot.id() + ".activity"), Label.of("workflow.unknown-activity", robot.activityId())));
            }
            known.ifPresent(activity -> activity.form().objections(robot.input(), notation).forEach(refusal ->
                    reasons.add(new Refusal(Optional.of(robot.id() + "." + refusal.field().orElseThrow()), refusal.reason()))));
        }
        return reasons;
    }

    /// What a module brings for the stage, saved at its first use.
    private RobotSheet preset(DocumentType type, String stageId) {
        List<Robot> robots = new ArrayList<>();
        for (RobotPreset preset : presets.getServices(new RobotPreset[0])) {
            if (preset.typeId().equals(type.id()) && preset.stageId().equals(stageId)) {
                robots.addAll(preset.robots());
            }
        }
        return robots.isEmpty() ? sheets.sheet(type, stageId, 0) : sheets.first(type, stageId, robots);
    }
}
