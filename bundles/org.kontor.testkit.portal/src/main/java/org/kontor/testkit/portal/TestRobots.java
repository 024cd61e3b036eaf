package org.kontor.testkit.portal;

import java.util.Set;
import org.kontor.api.documents.Conditions;
import org.kontor.api.workflow.Robots;
import org.kontor.api.workflow.Runs;
import org.kontor.core.documents.FilterConditions;
import org.kontor.core.workflow.Activities;
import org.kontor.core.workflow.RobotRunner;
import org.kontor.core.workflow.RobotRuns;
import org.kontor.core.workflow.RobotStart;
import org.kontor.core.workflow.StageRobots;
import org.kontor.core.workflow.StepCall;
import org.kontor.storage.Database;
import org.kontor.storage.Journal;

/// The robots of a portal in a test.
final class TestRobots {
    private final Activities activities;
    private final StageRobots robots;
    private final RobotRunner runner;
    private final RobotStart start;
    private final Runs runs;

    TestRobots(TestPortal portal, TestPortal.Pace pace) {
        Database database = portal.database().database();
        Journal journal = portal.database().journal();
        Conditions conditions = new FilterConditions(portal.types(), portal.notation(), database, portal.access());
        activities = new Activities(portal.context());
        robots = new StageRobots(portal.context(), database, activities, portal.types(), portal.access(), portal.notation(), conditions);
        StepCall call = new StepCall(activities, conditions, portal.notation(), portal.people(), journal);
        runner = new RobotRunner(portal.context(), database, portal.documents(), portal.types(), robots, activities, call, pace.step(), pace.step().dividedBy(4), pace.clock());
        start = new RobotStart(database, journal, robots, portal.types(), runner);
        runs = new RobotRuns(database, portal.documents(), portal.types(), robots, activities, portal.access(), portal.labels(), runner);
    }

    RobotStart start() {
        return start;
    }

    Robots robots() {
        return robots;
    }

    Runs runs() {
        return runs;
    }

    void wake() {
        runner.changed(Set.of());
    }

    void close() throws Exception {
        runner.close();
        robots.close();
        activities.close();
    }
}
