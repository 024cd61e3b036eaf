package org.kontor.leads.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.kontor.api.documents.Filter;
import org.kontor.api.workflow.Robot;
import org.kontor.api.workflow.RobotPreset;
import org.kontor.api.workflow.Timing;
import org.kontor.leads.Lead;
import org.osgi.service.component.annotations.Component;

/// What a new lead sets off until somebody configures it differently: a task to call, and word to the boss when nobody did within a
/// minute (ROB-4, ROB-24).
///
/// Its name comes before that of [LeadShape]: components of a bundle appear in the order of their names, and a lead must find its robots when its type is there.
@Component
public final class FirstRobots implements RobotPreset {
    @Override
    public String typeId() {
        return Lead.TYPE;
    }

    @Override
    public String stageId() {
        return Lead.NEW;
    }

    @Override
    public List<Robot> robots() {
        return List.of(
                new Robot("call", "tasks.create", new Timing.AtOnce(), Filter.any(), Map.of("title", "{{title}}", "audience", "RESPONSIBLE", "within", "1d")),
                new Robot("tell-boss", "notifications.notify", new Timing.After(Duration.ofMinutes(1)), Filter.any(), Map.of("text", "{{title}}: {{stage}}", "audience", "BOSS")));
    }
}
