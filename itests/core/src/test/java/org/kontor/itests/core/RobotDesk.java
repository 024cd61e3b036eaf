package org.kontor.itests.core;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.kontor.api.documents.Change;
import org.kontor.api.documents.Creation;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Values;
import org.kontor.api.people.Actor;
import org.kontor.api.people.Person;
import org.kontor.api.workflow.Activity;
import org.kontor.api.workflow.Outcome;
import org.kontor.api.workflow.Robot;
import org.kontor.api.workflow.RobotSheet;
import org.kontor.api.workflow.Robots;
import org.kontor.api.workflow.RunState;
import org.kontor.api.workflow.Step;
import org.kontor.api.workflow.Timing;
import org.kontor.leads.Lead;
import org.kontor.leads.internal.LeadShape;
import org.kontor.notifications.internal.NotificationShape;
import org.kontor.notifications.internal.Notify;
import org.kontor.storage.Engine;
import org.kontor.storage.Sql;
import org.kontor.tasks.Task;
import org.kontor.tasks.internal.CreateTask;
import org.kontor.tasks.internal.TaskShape;
import org.kontor.testkit.TestDatabase;
import org.kontor.testkit.portal.TestPortal;

/// A portal with leads, tasks and notifications whose robots go by a clock that the test moves.
final class RobotDesk implements AutoCloseable {
    static final Duration STEP = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Actor TEST = new Actor.Robot("test");

    /// Words for an activity of a test.
    record Words(String text) {}

    /// An activity that does what a test says.
    record Acting(java.util.function.BiFunction<Words, Step, Outcome> act) implements Activity<Words> {
        @Override
        public Class<Words> input() {
            return Words.class;
        }

        @Override
        public Outcome run(Words input, Step step) {
            return act.apply(input, step);
        }
    }

    final ShiftedClock clock = new ShiftedClock();
    final TestPortal portal;
    final Person boss;
    final Person anna;
    final Actor admin;

    RobotDesk(Engine engine) {
        portal = TestPortal.open(TestDatabase.open(engine), new TestPortal.Pace(STEP, clock), List.of(new LeadShape(), new TaskShape(), new NotificationShape()),
                "org.kontor.leads", "org.kontor.tasks", "org.kontor.notifications", "org.kontor.core.documents", "org.kontor.core.workflow");
        portal.register("tasks.create", new CreateTask(portal.documents(), portal.types(), portal.people()));
        portal.register("notifications.notify", new Notify(portal.documents(), portal.types(), portal.people()));
        boss = portal.administrator("boss");
        admin = new Actor.Human(boss.id());
        Person fresh = portal.employee("anna");
        anna = new Person(fresh.id(), fresh.login(), fresh.name(), fresh.email(), fresh.role(), Optional.of(boss.id()), fresh.language(), fresh.zone(), true);
        portal.people().change(anna, admin);
    }

    Actor annasHand() {
        return new Actor.Human(anna.id());
    }

    /// Offers an activity that does what a test says.
    Runnable activity(String id, java.util.function.BiFunction<Words, Step, Outcome> act) {
        return portal.register(id, new Acting(act));
    }

    /// An activity `test.move` that moves the document to the stage its input names.
    void moving() {
        activity("test.move", (words, step) -> {
            portal.documents().change(step.document().ref(), Draft.move(words.text()), step.actor());
            return new Outcome.Done();
        });
    }

    static Robot robot(String id, String activity, Timing timing, Filter condition, Map<String, String> input) {
        return new Robot(id, activity, timing, condition, input);
    }

    static Robot atOnce(String id, String activity, String text) {
        return robot(id, activity, new Timing.AtOnce(), Filter.any(), Map.of("text", text));
    }

    static Robot task(String title) {
        return robot("task", "tasks.create", new Timing.AtOnce(), Filter.any(), Map.of("title", title, "audience", "RESPONSIBLE"));
    }

    RobotSheet robots(String stage, Robot... all) {
        int version = portal.robots().sheet(Lead.TYPE, stage).version();
        return ((Robots.Saving.Saved) portal.robots().save(new RobotSheet(Lead.TYPE, stage, version, List.of(all)), admin)).sheet();
    }

    Document lead(String title) {
        return lead(Values.none().with(Lead.TITLE, title));
    }

    Document lead(Values values) {
        return ((Creation.Created) portal.documents().create(Lead.TYPE, values, annasHand())).document();
    }

    List<DocumentRef> leads(int count) {
        List<Values> all = IntStream.range(0, count).mapToObj(i -> Values.none().with(Lead.TITLE, "lead " + i)).toList();
        return portal.documents().createAll(Lead.TYPE, all, annasHand()).stream().map(each -> ((Creation.Created) each).document().ref()).toList();
    }

    void move(Document lead, String stage) {
        Change moved = portal.documents().change(lead.ref(), Draft.move(stage), annasHand());
        if (!(moved instanceof Change.Changed)) {
            throw new IllegalStateException("not moved: " + moved);
        }
    }

    String stage(Document lead) {
        return portal.documents().get(lead.ref(), TEST).flatMap(Document::stage).orElseThrow();
    }

    List<Document> documents(String type) {
        return portal.documents().find(Query.newest(type).sorted("id", false).limited(Query.MOST), TEST).documents();
    }

    List<Document> tasks() {
        return documents(Task.TYPE);
    }

    List<RunState.StepState> steps(Document lead) {
        return portal.runs().of(lead.ref(), TEST).stream().flatMap(run -> run.steps().stream()).toList();
    }

    /// How far the newest run of a lead is with a robot.
    Optional<RunState.StepState> step(Document lead, String robotId) {
        return steps(lead).stream().filter(step -> step.robotId().equals(robotId)).findFirst();
    }

    boolean is(Document lead, String robotId, RunState.Progress progress) {
        return step(lead, robotId).filter(step -> step.progress() == progress).isPresent();
    }

    String note(Document lead, String robotId) {
        return step(lead, robotId).flatMap(RunState.StepState::note).map(note -> portal.labels().text(note, java.util.Locale.ENGLISH)).orElse("");
    }

    /// How many rows of a table there are.
    long rows(String table) {
        return portal.database().database().read(tx -> tx.one(Sql.of("select count(*) as n from " + table), row -> row.number("n"))).orElseThrow();
    }

    void later(Duration span) {
        clock.advance(span);
        portal.clockMoved();
    }

    /// Waits until it is so.
    static void until(String what, BooleanSupplier so) {
        until(what, PATIENCE, so);
    }

    static void until(String what, Duration patience, BooleanSupplier so) {
        long end = System.nanoTime() + patience.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + patience.toSeconds() + " s: " + what);
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /// Waits until a robot is so far with a lead.
    void until(Document lead, String robotId, RunState.Progress progress) {
        try {
            until(robotId + " is " + progress, () -> is(lead, robotId, progress));
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + ", but " + steps(lead), e);
        }
    }

    @Override
    public void close() {
        portal.close();
    }
}
