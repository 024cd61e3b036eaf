package org.kontor.api.workflow;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/// Robots a module brings for a stage of its type. A service; saved as the first version of the sheet when there is none.
@ConsumerType
public interface RobotPreset {
    String typeId();

    String stageId();

    List<Robot> robots();
}
