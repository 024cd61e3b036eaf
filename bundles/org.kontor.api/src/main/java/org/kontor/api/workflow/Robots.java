package org.kontor.api.workflow;

import java.util.List;
import org.kontor.api.documents.Refusal;
import org.kontor.api.people.Actor;
import org.osgi.annotation.versioning.ProviderType;

/// The robots of stages, and the activities they can use.
@ProviderType
public interface Robots {

    /// What became of saving a sheet.
    sealed interface Saving {
        record Saved(RobotSheet sheet) implements Saving {}

        /// Reasons; `field` of each is `<robot id>.<component>` when it is about an input.
        record Refused(List<Refusal> reasons) implements Saving {}
    }

    /// The activities that can be used now, by id.
    List<ActivityShape> activities();

    /// The newest sheet of a stage.
    RobotSheet sheet(String typeId, String stageId);

    /// Saves the next version. Needs the permission to configure. Refused for an unknown activity (unless the robot was in the
    /// former version), a missing or wrong input, or when `sheet.version()` is not the newest.
    Saving save(RobotSheet sheet, Actor actor);

    /// Calls `changed` after an activity came or went, until the handle is closed. On a thread of the portal; return quickly.
    AutoCloseable watch(Runnable changed);
}
