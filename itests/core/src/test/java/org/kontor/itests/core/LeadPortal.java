package org.kontor.itests.core;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.kontor.api.documents.Imports;
import org.kontor.api.files.FileRef;
import org.kontor.api.people.Actor;
import org.kontor.api.people.PersonId;
import org.kontor.api.workflow.RobotPreset;
import org.kontor.leads.Lead;
import org.kontor.leads.internal.LeadShape;
import org.kontor.leads.internal.FirstRobots;
import org.kontor.notifications.internal.NotificationShape;
import org.kontor.notifications.internal.Notify;
import org.kontor.tasks.internal.CreateTask;
import org.kontor.tasks.internal.TaskShape;
import org.kontor.testkit.TestDatabase;
import org.kontor.testkit.portal.TestPortal;

/// A portal with leads and their two preset robots over a database that stays; as a program, one that imports until it is killed.
final class LeadPortal {
    /// The first administrator.
    static final Actor ADMIN = new Actor.Human(new PersonId(1));

    private LeadPortal() {}

    static TestPortal open(TestDatabase database) {
        TestPortal portal = TestPortal.open(database, TestPortal.Pace.USUAL, List.of(), "org.kontor.leads", "org.kontor.tasks", "org.kontor.notifications", "org.kontor.core.documents", "org.kontor.core.workflow");
        portal.register(RobotPreset.class, new FirstRobots(), Map.of());
        portal.register("tasks.create", new CreateTask(portal.documents(), portal.types(), portal.people()));
        portal.register("notifications.notify", new Notify(portal.documents(), portal.types(), portal.people()));
        List.of(new LeadShape(), new TaskShape(), new NotificationShape()).forEach(shape -> portal.register(org.kontor.api.documents.DocumentShape.class, shape, Map.of()));
        return portal;
    }

    /// Starts an import of so many leads; each tenth row is bad.
    static Imports.Progress start(TestPortal portal, int rows) throws IOException {
        StringBuilder csv = new StringBuilder("title,email\n");
        for (int i = 1; i <= rows; i++) {
            csv.append("lead ").append(i).append(i % 10 == 0 ? ",nonsense\n" : ",ann@example.org\n");
        }
        FileRef file = portal.files().store("leads.csv", "text/csv", new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)), ADMIN);
        Imports.Plan plan = ((Imports.Look.Seen) portal.imports().look(file, Lead.TYPE, ADMIN)).guess().plan();
        return portal.imports().start(plan, ADMIN);
    }

    static TestDatabase database(Path folder, String url) {
        return url.isEmpty() ? TestDatabase.kept(folder) : TestDatabase.kept(url, folder);
    }

    /// Arguments: the data folder, the address of a PostgreSQL database or nothing for H2, how many leads to import; 0 goes on with what is there.
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        TestPortal portal = open(database(folder, arguments[1]));
        int rows = Integer.parseInt(arguments[2]);
        if (rows > 0) {
            start(portal, rows);
        }
        Files.writeString(folder.resolve("up"), "up");
        Thread.sleep(Long.MAX_VALUE);
    }
}
